import { plainWord } from '../../data/cells.ts';
import type { Column } from '../../data/column.ts';
import { areCodes } from '../../data/two-values.ts';
import { nameWords, wordSet as words } from '../../data/names.ts';
import { namesScore, saysAgainst, saysPrediction } from './own-names.ts';

/**
 * Values that count as 1 and as 0, by the column’s name; all others count as 0 where no `zero` is given. `blanks`: what cells without a
 * value count as, where they count.
 */
export type Sides = Readonly<
  Record<string, { one: readonly string[]; zero?: readonly string[]; blanks?: 0 | 1 }>
>;

const harm = words(
  `default defaulted delinquent delinquency dlqin2yrs bad recid recidivism recidivated recidivist reoffend reoffended rearrest
  rearrested arrest arrested convicted conviction fraud fraudulent churn churned readmit readmitted readmission died death dead
  deceased mortality dropout failed failure fail late overdue arrears bankrupt bankruptcy unpaid violated violation crime guilty
  accident claim complaint attrition quit sick disease cancer relapse relapsed malignant injury toxic spam misconduct loss risk
  risky danger dangerous`,
  `moroso morosidad impago impagado incumplimiento reincidencia reincidente fraude abandono deserción fallecido muerte suspendido reprobado
  ausfall ausgefallen zahlungsausfall gekündigt kündigung betrug rückfall rückfällig verstorben gestorben durchgefallen abbruch
  défaut impayé récidive décès décédé échec retard inadimplente inadimplência`,
);
const good = words(
  `repaid repay repayment paid good success successful succeeded survived survive qualified pass passed graduated graduate
  completed retained creditworthy creditworthiness reliable honest recovered healthy performing fico gpa lsat grade`,
  `pagado reembolsado graduado éxito bezahlt zurückgezahlt bestanden erfolg gesund remboursé payé réussi succès diplômé`,
);
const goodDecisions = words(
  `approve approved approval accept accepted grant granted admit admitted admission hire hired hiring offer offered invited
  shortlisted promoted awarded funded recommended released paroled selected eligible`,
  `aprobado aprobada aceptado admitido admitida concedido otorgado contratado contratada becado becada seleccionado
  bewilligt genehmigt zugelassen angenommen eingestellt empfohlen empfehlung accordé accepté admis embauché approuvé recommandé`,
);
const badDecisions = words(
  `denied denial deny rejected rejection reject declined refused flagged flag detained detain jailed blocked fired dismissed
  terminated suspended expelled investigated audited stopped searched sanctioned arrested removed`,
  `denegado denegada rechazado rechazada negado despedido detenido abgelehnt ablehnung verweigert entlassen refusé rejeté licencié`,
);
const goodScores = new Set([...good, 'credit']);
const nots = words('not no non never without un nicht kein sin pas');

/** Whether a 1 is good for the person or bad, as a name or a value says; null where it does not. */
type Side = 'good' | 'harm';
const opposite = { good: 'harm', harm: 'good' } as const;

function sideOf(text: string, ofGood: ReadonlySet<string>, ofHarm: ReadonlySet<string>) {
  const said = nameWords(text);
  const isGood = said.some((word) => ofGood.has(word));
  const isHarm = said.some((word) => ofHarm.has(word));
  if (!isGood && !isHarm) return null;
  // “credit_default” and “bad_grade” are harm; “not_repaid” and “no recidivism” are turned round.
  const side: Side = isHarm ? 'harm' : 'good';
  return said.some((word) => nots.has(word)) ? opposite[side] : side;
}

/** What the value says that counts as 1, else what the other one does not, else the name. */
function sideOfOne(
  { name, two }: Column,
  chosen: string | undefined,
  ...lists: [ReadonlySet<string>, ReadonlySet<string>]
): Side | null {
  const turned =
    two !== null && chosen !== undefined && plainWord(chosen) === plainWord(two.zeroWord);
  const one = two && sideOf(two.oneWord, ...lists);
  const zero = two && sideOf(two.zeroWord, ...lists);
  const side = one ?? (zero && opposite[zero]) ?? sideOf(name, ...lists);
  return side && turned ? opposite[side] : side;
}

/**
 * Why a label’s 1 may not be what the decision selects for: a name that means harm beside a decision that is good for somebody, or the other
 * way round; TPR and FPR would be turned round. Null where nothing speaks for that. `sides`: what somebody said of values.
 */
export function turnedRound(
  label: Column,
  decision: Column,
  isScore: boolean,
  sides: Sides,
): string | null {
  const outcome = sideOfOne(label, sides[label.name]?.one[0], good, harm);
  if (outcome === null) return null;
  const lists = isScore
    ? ([goodScores, harm] as const)
    : ([new Set([...goodDecisions, ...good]), new Set([...badDecisions, ...harm])] as const);
  const decided = sideOfOne(decision, sides[decision.name]?.one[0], ...lists);
  if (decided === outcome) return null;
  if (decided === null) {
    const follows = isScore || saysPrediction(decision.name) || namesScore(decision.name);
    return follows || outcome === 'good'
      ? null
      : `A 1 in “${label.name}” is harm, and nothing tells whether a 1 in “${decision.name}” is for or against somebody.`;
  }
  const is = { good: 'good', harm: 'bad' } as const;
  return `A 1 in “${label.name}” is ${is[outcome]} news, and ${isScore ? `a high “${decision.name}”` : `a 1 in “${decision.name}”`} is ${is[decided]} news.`;
}

/** Why it can't be told which of a column’s two values is the yes; null where it can. */
export function unclearYes({ name, two }: Column, isDecision: boolean): string | null {
  if (!two) return null;
  const pair = `“${two.oneWord}” and “${two.zeroWord}”`;
  if (!two.told) return `Nothing tells which of ${pair} in “${name}” is the yes.`;
  // 1 and 2, or 1 and 3, are codes: 1 is the yes of many surveys, and 2 the larger number.
  if (areCodes(two))
    return `“${name}” holds codes, ${pair}, and codes do not tell which is the yes.`;
  return isDecision && saysAgainst(name) ? `“${name}” names a decision against somebody.` : null;
}
