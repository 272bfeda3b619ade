import { subject } from '../term-text.ts';

/** How good predictions are. */
export const scores = subject({
  score: {
    name: 'Score',
    says: [
      'A score is the number that a model gives to a case: the higher it is, the surer the model is of a “yes”.',
      'Somebody must still say from which score on the answer is yes.',
    ],
  },
  threshold: {
    name: 'Threshold',
    also: ['thresholds'],
    says: [
      'A threshold is the score from which on a case counts as a “yes”.',
      'Moving it trades one kind of mistake for the other.',
    ],
    taught: ['fairness/thresholds'],
  },
  'confusion-matrix': {
    name: 'Confusion matrix',
    says: [
      'A confusion matrix is a table that counts what was true against what the model said.',
      'It shows which cases are taken for which others.',
    ],
  },
  accuracy: {
    name: 'Accuracy',
    says: [
      'Accuracy is the share of all cases that the model gets right.',
      'Where one answer is rare, a model can be accurate and never find it.',
    ],
    formula: 'accuracy = right answers / all cases',
  },
  precision: {
    name: 'Precision, the predictive value',
    also: [
      'precision',
      'PPV',
      'positive predictive value',
      'predictive value',
      'predictive values',
    ],
    says: [
      'Precision is the share of the model’s “yes” answers that are really a yes.',
      'For a lender it is the share of approved applicants who repay.',
    ],
    formula: 'PPV = true yes / (true yes + false yes)',
    taught: ['fairness/impossible'],
  },
  tpr: {
    name: 'True positive rate',
    also: ['TPR', 'recall', 'true positive rates'],
    says: [
      'The true positive rate is the share of the real “yes” cases to which the model says yes.',
      'It is also called recall.',
    ],
    formula: 'TPR = true yes / all real yes',
    taught: ['fairness/audit'],
  },
  fpr: {
    name: 'False positive rate',
    also: ['FPR', 'false positive rates'],
    says: [
      'The false positive rate is the share of the real “no” cases to which the model says yes.',
      'For a lender it is the share of those who would not repay and are approved.',
    ],
    formula: 'FPR = false yes / all real no',
    taught: ['fairness/impossible'],
  },
  fnr: {
    name: 'False negative rate',
    also: ['FNR', 'false negative rates'],
    says: [
      'The false negative rate is the share of the real “yes” cases to which the model says no.',
      'It is what is missing from the true positive rate to 1.',
    ],
    formula: 'FNR = 1 − TPR',
    taught: ['fairness/impossible'],
  },
  'base-rate': {
    name: 'Base rate',
    also: ['base rates'],
    says: [
      'The base rate of a group is the share of its members whose true answer is yes.',
      'No model and no threshold changes it.',
    ],
    taught: ['fairness/impossible'],
  },
  roc: {
    name: 'ROC curve',
    also: ['ROC'],
    says: [
      'A ROC curve shows the true positive rate against the false positive rate for every threshold.',
      'The nearer it comes to the upper left corner, the better the model tells yes from no.',
    ],
  },
  auc: {
    name: 'AUC',
    also: ['area under the ROC curve', 'AUCs'],
    says: [
      'The AUC is how often a model scores a random “yes” case higher than a random “no” case.',
      'It is 0.5 for a coin and 1 for perfect order.',
    ],
    source: 'Hanley and McNeil, Radiology, 1982',
    taught: ['time-leak/split', 'fairness/delete'],
  },
  calibration: {
    name: 'Calibration',
    also: ['calibrated'],
    says: [
      'Predictions are calibrated when of all cases given 70 % about 70 in 100 come true.',
      'A model can put cases in the right order and still be badly calibrated.',
    ],
  },
  confidence: {
    name: 'Confidence',
    also: ['how sure'],
    says: [
      'Confidence is how sure somebody is of an answer, as a number between “a guess” and “certain”.',
      'It can be checked: of the answers given with 80 %, eight in ten should be right.',
    ],
    formula: 'at 80 %: right answers / answers given ≈ 0.8',
  },
  'brier-score': {
    name: 'Brier score',
    says: [
      'The Brier score is the mean of the squared distance between how sure one was and what came true (0 or 1).',
      'It is 0 at best, and who always says 50 % has 0.25.',
    ],
    formula: 'Brier score = mean of (confidence − outcome)²',
    source: 'Brier, Monthly Weather Review, 1950',
  },
  interval: {
    name: '95 % interval',
    also: ['confidence interval', '95 % intervals'],
    says: [
      'A 95 % interval is a range around a measured number, made so that 95 of 100 such ranges hold the true one.',
      'A difference whose interval holds 0 may be chance.',
    ],
  },
  'bootstrap-interval': {
    name: 'Bootstrap interval',
    also: ['bootstrap', 'resamples'],
    says: [
      'A bootstrap draws the measured cases again and again with replacement and computes the number each time.',
      'The range that holds most of these numbers is the interval.',
    ],
    source: 'Efron, Annals of Statistics, 1979',
  },
  loss: {
    name: 'Training loss',
    also: ['loss'],
    says: [
      'The loss is the number that training makes smaller: how far the predictions are from the labels.',
      'It falls on the training rows whether or not the model has learned anything of use for new ones.',
    ],
  },
});
