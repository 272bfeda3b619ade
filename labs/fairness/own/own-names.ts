import { nameWords } from '../../data/names.ts';

const joined = (name: string) => nameWords(name).join('_').replace(/_\d+$/, '');
const named = (...names: string[]) => {
  const pattern = new RegExp(`^(${names.join('|')})$`);
  return (name: string) => pattern.test(joined(name));
};
const oneOf = (list: string) => {
  const words = new Set(list.split(' '));
  return (name: string) => nameWords(name).some((word) => words.has(word));
};

const against = 'denied denial rejected rejection declined refused';
/** Whether a name says a decision against somebody: its 1 may mean “not selected”, so which value is the selection is asked. */
export const saysAgainst = oneOf(against);
/** Whether a name says “what was decided”, by people or by a model. */
export const saysDecision = oneOf(
  against +
    ' pred preds prediction predictions predicted decision decisions decided approve approved accepted selected granted admitted hired yhat ypred flagged recommended recommendation shortlisted invited',
);
const hat = named('y_hat', 'y_pred', 'y_predicted', 'label_hat', 'action_taken', 'offer');
export const namesDecision = (name: string): boolean => saysDecision(name) || hat(name);

/** Whether a name says that the column holds scores. */
export const namesScore = oneOf(
  'score scores prob probs proba probability probabilities phat risk likelihood decile confidence logit',
);

/** Whether a name says “what turned out”. */
const label = named(
  ...[
    'y',
    'y_?true',
    'y_?test',
    'y_actual',
    'labels?',
    'label_value',
    'true_label',
    'label_true',
    'target',
    'targets',
    'outcome',
    'outcomes',
  ],
  ...[
    'actual',
    'actuals',
    'truth',
    'ground_?truth',
    'gold',
    'observed',
    'response',
    'class',
    'classes',
    'event',
    'result',
  ],
  ...[
    'repaid',
    'paid_back',
    'default(ed)?',
    'default_payment\\w*',
    'bad_loan',
    'good_loan',
    'credit_risk',
    'good',
    'hired_ok',
  ],
  ...[
    'two_year_recid',
    '\\w*recid\\w*',
    'qualified',
    'income',
    'income_(over|above)\\w*',
    'salary',
    'survived',
    'readmitted',
  ],
  ...['churn(ed)?', 'fraud', 'is_fraud', 'converted', 'clicked', 'is_\\w+'],
);
export const namesLabel = (name: string): boolean => label(name) && !namesDecision(name);

const groupWords = oneOf(
  'group groups subgroup sex gender race races ethnicity ethnic religion disability disabled nationality region area town city district borough county marital language cohort protected sensitive geschlecht sexo sexe genre foreign native citizenship orientation',
);
const groupNames = named(
  'age_?(group|band|cat\\w*|range|bin|bucket|class)',
  'age',
  'a',
  'country(_of_\\w+)?',
  'z',
);
/** Whether a name says that the column holds groups of people. */
export const namesGroup = (name: string): boolean => groupWords(name) || groupNames(name);

/** Whether a name says how many people a row stands for. */
export const namesWeight = named(
  ...[
    'weights?',
    'w',
    'sample_?weights?',
    'wt',
    'wgt',
    'pw',
    'person_?weight',
    'survey_?weight',
    'case_?weight',
    'row_?weight',
  ],
  ...['fnl_?wgt', 'final_?weight', 'perwt', 'pwgtp', 'iweight', 'pweight', 'gewicht', 'peso'],
);
