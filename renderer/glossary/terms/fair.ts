import { subject } from '../term-text.ts';

/** Who is decided how. */
export const fair = subject({
  'selection-rate': {
    name: 'Selection rate',
    also: ['selection rates'],
    says: [
      'The selection rate of a group is the share of its members who are selected, such as approved.',
      'It looks at the decisions only and not at who deserved them.',
    ],
    formula: 'selection rate = selected / all in the group',
  },
  'parity-difference': {
    name: 'Demographic parity difference',
    also: ['parity difference'],
    says: [
      'The demographic parity difference is one group’s selection rate minus the other’s.',
      'It is 0 when both groups are selected equally often.',
    ],
    formula: 'difference = rate of group A − rate of group B',
  },
  'parity-ratio': {
    name: 'Demographic parity ratio',
    also: ['parity ratio', 'demographic parity'],
    says: [
      'The demographic parity ratio is the lower group’s selection rate divided by the higher group’s.',
      'It is 1 when both groups are selected equally often.',
    ],
    formula: 'ratio = selection rate of the minority / of the majority',
    taught: ['fairness/audit'],
  },
  'four-fifths-rule': {
    name: 'Four-fifths rule',
    says: [
      'The four-fifths rule flags a selection in which one group’s rate is less than 0.8 of the highest group’s.',
      'It is a screen of US employment law: it says where to look and decides nothing.',
    ],
    source: 'US Uniform Guidelines, 29 CFR 1607.4(D), 1978',
    taught: ['fairness/audit'],
  },
  'equal-opportunity': {
    name: 'Equal opportunity',
    says: [
      'Equal opportunity asks that the true positive rates of the groups agree.',
      'Of those who would repay, each group then has the same share approved.',
    ],
    source: 'Hardt, Price and Srebro, 2016',
    taught: ['fairness/thresholds', 'fairness/mitigate'],
  },
  unawareness: {
    name: 'Fairness through unawareness',
    says: [
      'Fairness through unawareness deletes the group’s column before the model is trained.',
      'The hope is that a model cannot treat groups differently when nobody tells it the group.',
    ],
    taught: ['fairness/delete'],
  },
  proxy: {
    name: 'Proxy',
    also: ['proxies'],
    says: [
      'A proxy is a feature that stands in for another one, such as a postcode for a group.',
      'A model that may not see the group can learn it from its proxies.',
    ],
    taught: ['fairness/delete'],
  },
  redlining: {
    name: 'Redlining',
    also: ['redlined'],
    says: [
      'Redlining is refusing loans to whole districts because of who lives there.',
      'In the lab it is how strongly the zone tells the group.',
    ],
    taught: ['fairness/delete'],
  },
  'flip-test': {
    name: 'Flip test',
    says: [
      'A flip test changes nothing of a person but the group and looks whether the decision changes.',
      'All other columns stay as they were, so it answers one narrow question.',
    ],
    taught: ['fairness/flip'],
  },
  reweighing: {
    name: 'Reweighing',
    says: [
      'Reweighing gives the training rows weights so that group and label no longer go together.',
      'The model is then trained on the weighted rows.',
    ],
    formula: 'weight = P(group) · P(label) / P(group and label)',
    source: 'Kamiran and Calders, 2012',
    taught: ['fairness/mitigate'],
  },
  impossibility: {
    name: 'Impossibility of fairness',
    says: [
      'With unequal base rates, a model that errs can’t have both equal predictive values and equal error rates.',
      'So somebody has to choose which demand to give up.',
    ],
    formula: 'FPR = p / (1 − p) · (1 − PPV) / PPV · (1 − FNR)',
    source: 'Chouldechova, 2017; Kleinberg, Mullainathan and Raghavan, 2017',
    taught: ['fairness/impossible'],
  },
});
