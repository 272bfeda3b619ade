import { joinedName, nameWords, saysOutcome, wordSet } from '../../data/names.ts';

const named = (...names: string[]) => {
  const pattern = new RegExp(`^(${names.join('|')})$`);
  return (name: string) => pattern.test(joinedName(name));
};
const oneOf = (...lists: string[]) => {
  const words = wordSet(...lists);
  return (name: string) => nameWords(name).some((word) => words.has(word));
};

const against =
  'denied denial rejected rejection declined refused rechazado rechazada denegado denegada negado abgelehnt ablehnung refusé rejeté recusado';
/** Whether a name says a decision against somebody: its 1 may mean “not selected”, so which value is the selection is asked. */
export const saysAgainst = oneOf(against);
const foretold = 'pred preds prediction predictions predicted yhat ypred';
/** Whether a name says “what was decided”, by people or by a model. */
export const saysDecision = oneOf(
  `${against} ${foretold} decision decisions decided approve approved approval accept accepted selected grant granted admit admitted hire hired flagged recommended recommendation shortlisted invited offered promoted awarded funded released paroled detained`,
  'decisión predicción admitido admitida contratado contratada becado becada concedido otorgado seleccionado aceptado',
  'entscheidung vorhersage bewilligt genehmigt zugelassen eingestellt empfehlung empfohlen angenommen',
  'décision prédiction accordé accepté admis embauché approuvé recommandé decisão admitido contratado',
);
const foretells = oneOf(foretold);
const hat = named('y_hat', 'y_pred', 'y_predicted', 'label_hat');
const acted = named('action_taken', 'offer');
/** Whether a name says that a model foretells the label. */
export const saysPrediction = (name: string): boolean => foretells(name) || hat(name);
export const namesDecision = (name: string): boolean =>
  saysDecision(name) || hat(name) || acted(name);

const chances = 'prob probs proba probability probabilities phat likelihood confidence logit';
const hasScoreWord = oneOf(
  `score scores ${chances} risk decile puntaje puntuación probabilidad wahrscheinlichkeit probabilité probabilidade`,
);
const chanceHat = named('p_hat', 'prob_hat', 'pi_hat');
/** Whether a name says that the column holds scores, whosever they are. */
export const namesScore = (name: string): boolean => hasScoreWord(name) || chanceHat(name);
const ofModels = wordSet(
  `score scores ${chances} risk decile raw final model models credit default fraud churn propensity lead recid recidivism loan`,
  `${foretold} classifier output calibrated y v class positive compas fico`,
);
/**
 * Whether a name says that scores are a model's or a lender's, such as `score`, `risk_score`, `y_prob`: those are what a decision is made
 * by. A `test_score` or an `interview_score` is somebody's own result, and whether anything is decided by it is asked.
 */
export const namesModelScore = (name: string): boolean =>
  namesScore(name) &&
  (chanceHat(name) ||
    nameWords(name).every((word) => ofModels.has(word.replace(/\d+$/, '')) || /^\d+$/.test(word)));

const moreLabels = named('income', 'income_(over|above)\\w*', 'salary');
/** Whether a name says “what turned out”. */
export const namesLabel = (name: string): boolean =>
  (saysOutcome(name) || moreLabels(name)) && !namesDecision(name);

const groupWords = oneOf(
  'geschlecht sexo sexe género altersgruppe estrato quartier barrio comuna bezirk stadt ville ciudad familienstand raza',
  'group groups subgroup sex gender race races ethnicity ethnic religion disability disabled nationality region area town city district borough county marital language cohort protected sensitive geschlecht sexo sexe genre foreign native citizenship orientation ancestry caste tribe veteran minority immigrant migrant migration citizen origin herkunft staatsangehörigkeit kanton bundesland province county raza etnia origen ethnie religión insurance',
);
const groupNames = named(
  'age_?(group|band|cat\\w*|range|bin|bucket|class)',
  'age',
  'edad',
  'alter',
  'country(_of_\\w+)?',
  'estado_civil',
  'grupo_\\w+',
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
  'poids',
);

const people =
  'people|persons?|applicants?|applications|individuals|candidates|students|defendants|cases|personas';
/** Whether a name may say how many people a row counts, as a table of counts has it. */
export const namesCount = named(
  ...['freq', 'frequency', 'frequencies', 'counts?', 'cnt', 'n', 'totals?', 'people', 'persons'],
  `(n|nr|no|num|number|total|counts?)(_of)?_(${people})`,
  `(${people})_(n|num|number|total|counts?|freq)`,
  ...['applicants', 'anzahl(_\\w+)?', 'haufigkeit', 'frecuencia', 'cantidad(_de_\\w+)?', 'conteo'],
  ...['personas', 'numero_de_personas', 'effectifs?', 'frequencia', 'contagem', 'frequenza'],
);

/** Whether a weight's name may mean what somebody weighs: nothing but its kind is named, no survey and no sample. */
export const saysBody = named('weights?', 'wt', 'wgt', 'w', 'gewicht', 'peso', 'poids');

/** What stands beside a weight that somebody has. */
export const saysHeight = oneOf('height bmi stature waist hip hips grösse größe altura');
