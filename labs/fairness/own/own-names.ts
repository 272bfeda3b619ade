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
const foretold = 'pred preds prediction predictions predicted yhat ypred';
/** Whether a name says “what was decided”, by people or by a model. */
export const saysDecision = oneOf(
  `${against} ${foretold} decision decisions decided approve approved approval accept accepted selected grant granted admit admitted hire hired flagged recommended recommendation shortlisted invited offered promoted awarded funded released paroled detained`,
);
const foretells = oneOf(foretold);
const hat = named('y_hat', 'y_pred', 'y_predicted', 'label_hat');
const acted = named('action_taken', 'offer');
/** Whether a name says that a model foretells the label. */
export const saysPrediction = (name: string): boolean => foretells(name) || hat(name);
export const namesDecision = (name: string): boolean =>
  saysDecision(name) || hat(name) || acted(name);

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
    'readmi(t|tted|ssion)\\w*',
    'pass_bar',
    'bar_pass\\w*',
    'delinquent',
    'died',
    'graduated',
    'dropout',
  ],
  ...['churn(ed)?', 'fraud', 'is_fraud', 'converted', 'clicked', 'is_\\w+'],
);
export const namesLabel = (name: string): boolean => label(name) && !namesDecision(name);

const groupWords = oneOf(
  'group groups subgroup sex gender race races ethnicity ethnic religion disability disabled nationality region area town city district borough county marital language cohort protected sensitive geschlecht sexo sexe genre foreign native citizenship orientation ancestry caste tribe veteran minority immigrant migrant migration citizen origin herkunft staatsangehörigkeit kanton bundesland province county raza etnia origen ethnie religión insurance',
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

/** Whether a weight may be somebody’s own, and whether a name says the height that stands beside such a one. */
export const saysBody = named('weights?', 'wt', 'wgt', 'w', 'gewicht', 'peso');
export const saysHeight = oneOf('height bmi stature waist hip hips grösse größe altura');
