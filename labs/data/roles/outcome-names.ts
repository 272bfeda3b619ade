import { nameWords } from '../names.ts';

/** A name as one word in small letters, without a number at its end: `Two-Year Recid` is `two_year_recid`. */
export const joinedName = (name: string): string => nameWords(name).join('_').replace(/_\d+$/, '');

const patterns = [
  // What data sets for learners call it.
  ...['y', 'y_?(true|test|actual)', 'labels?', 'label_value', 'true_label', 'label_true'],
  ...['targets?', 'outcomes?', 'actuals?', 'truth', 'ground_?truth', 'gold', 'observed'],
  ...['response', 'class', 'classes', 'event', 'result'],
  // What turned out.
  ...['repaid', 'paid_back', 'default(ed)?', 'default_payment\\w*', 'bad_loan', 'good_loan'],
  ...['credit_risk', 'good', 'hired_ok', '\\w*recid\\w*', 'qualified', 'delinquent', 'died'],
  ...['readmi(t|tted|ssion)\\w*', 'pass_bar', 'bar_pass\\w*', 'graduated', 'dropout', 'survived'],
  ...['churn(ed)?', 'fraud', 'is_\\w+', 'converted', 'conversion', 'clicked', 'returned', 'failed'],
  ...['failure', 'won', 'bought', 'purchased?', 'cancel(l?ed)?'],
  // The same in other languages.
  ...[
    'etiqueta',
    'objetivo',
    'resultado',
    'graduado',
    'moroso',
    'morosidad',
    'impago',
    'reincid\\w+',
  ],
  ...['incumplimiento', 'fallecido', 'desercion', 'abandono', 'ziel', 'zielvariable', 'ergebnis'],
  ...['bestanden', 'ausgefallen', 'ausfall', 'zahlungsausfall', 'zuruckgezahlt', 'ruckfall\\w*'],
  ...['gekundigt', 'verstorben', 'resultat', 'cible', 'rembourse', 'defaut', 'recidive', 'impaye'],
  ...['reussi', 'alvo', 'inadimplente', 'esito'],
];
const outcome = new RegExp(`^(${patterns.join('|')})$`);

/** Whether a name says “what turned out”. */
export const saysOutcome = (name: string): boolean => outcome.test(joinedName(name));
