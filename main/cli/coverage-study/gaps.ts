import {
  auditOwn,
  type OwnComparison,
  type OwnRows,
} from '../../../labs/fairness/own/own-audit.ts';
import { gapsOf, type OwnMeasure } from '../../../labs/fairness/own/own-gaps.ts';
import { cellsOf } from '../../../labs/math/group-cells.ts';
import type { Random } from '../../../labs/math/random.ts';
import { binomialShares } from './rates.ts';
import type { Effort, StudyRow, Target } from './row.ts';

/** Chances of one group: of label 1, and of being selected with it and without. */
interface Chances {
  tpr: number;
  fpr: number;
}
const base = 0.5;

const rateOf: Record<'selectionRate' | 'tpr' | 'fpr' | 'ppv', (chances: Chances) => number> = {
  selectionRate: ({ tpr, fpr }) => base * tpr + (1 - base) * fpr,
  tpr: ({ tpr }) => tpr,
  fpr: ({ fpr }) => fpr,
  ppv: ({ tpr, fpr }) => (base * tpr) / (base * tpr + (1 - base) * fpr),
};

/** A made-up file: people of these groups, drawn anew. */
function fileOf(draw: Random, groups: readonly Chances[], codes: Uint16Array): OwnRows {
  const rows = codes.length;
  const own = {
    rows,
    label: new Uint8Array(rows),
    oneSided: null,
    decision: new Uint8Array(rows),
    score: null,
    scoreRange: null,
    weight: null,
    groups: [
      {
        name: 'group',
        codes,
        names: groups.map((_, group) => `group ${group + 1}`),
      },
    ],
  };
  for (let i = 0; i < rows; i++) {
    own.label[i] = draw.uniform() < base ? 1 : 0;
    const { tpr, fpr } = groups[codes[i]!]!;
    own.decision[i] = draw.uniform() < (own.label[i] ? tpr : fpr) ? 1 : 0;
  }
  return own;
}

const measures = {
  demographicParityDifference: 'selection gap',
  demographicParityRatio: 'selection ratio',
  equalOpportunityDifference: 'equal opportunity',
  equalizedOddsDifference: 'equalized odds',
} as const satisfies Partial<Record<OwnMeasure, string>>;
type Measure = keyof typeof measures;

/** The true difference or ratio of the two groups that the audit named; null where it named none. */
function truthOf(
  found: Pick<OwnComparison, 'between'>,
  measure: Measure,
  groups: readonly Chances[],
): number | null {
  const gap = found.between[measure];
  if (!gap) return null;
  const rate = rateOf[gap.rate as keyof typeof rateOf];
  const [most, least] = [rate(groups[gap.most]!), rate(groups[gap.least]!)];
  if (measure === 'demographicParityRatio') return least / most;
  return measure === 'equalizedOddsDifference' ? Math.abs(most - least) : most - least;
}

/** How many people a group has, how far apart the first and the last are, and where those between stand. */
interface Setting {
  n: number;
  gap: number;
  count: number;
  /** Whether both TPR and FPR differ; else TPR alone. */
  both: boolean;
  /** How many times as many people every second group has: a minority beside a majority. */
  times: number;
}

function* settings(short: boolean): Generator<Setting> {
  for (const count of [2, 5])
    for (const gap of [0, 0.02, 0.1])
      for (const n of short ? [50, 500] : [50, 200, 1_000, 5_000])
        for (const both of gap > 0 && !short ? [true, false] : [true])
          yield { n, gap, count, both, times: 1 };
  for (const count of [2, 5])
    for (const gap of short ? [0] : [0, 0.02, 0.1])
      for (const n of short ? [50] : [50, 200, 1_000])
        yield { n, gap, count, both: true, times: 10 };
}

/** Floating point: 0.62 − 0.6 is not .02 to the last bit, and an interval may end there. */
const holds = (interval: readonly [number, number] | null, truth: number | null): boolean =>
  interval !== null &&
  truth !== null &&
  interval[0] <= truth + 1e-12 &&
  truth - 1e-12 <= interval[1];

const exactMeasures = ['demographicParityDifference', 'demographicParityRatio'] as const;

/**
 * What the two binomials say that the selection gap and its ratio cover, of two small groups: all pairs of counts are gone through. Nothing
 * for other settings: they have too many, or rates whose denominators are drawn too.
 */
function exactCoverage({ n, count, times }: Setting, groups: readonly Chances[]) {
  const covered = new Map<Measure, number>();
  if (count > 2 || n >= 100) return covered;
  const [first, second] = [n, times * n].map((size, group) => ({
    shares: binomialShares(size, rateOf.selectionRate(groups[group]!)),
    // Who was rightly selected makes no difference to selection.
    cells: (k: number) => cellsOf({ tp: k, fp: 0, fn: size - k, tn: 0 }),
  }));
  for (const [k, share] of first!.shares.entries())
    for (const [l, other] of second!.shares.entries()) {
      // What happens once in a billion files moves no digit that is shown.
      if (share * other < 1e-9) continue;
      const between = gapsOf([first!.cells(k), second!.cells(l)]);
      for (const measure of exactMeasures)
        if (holds(between[measure]?.interval ?? null, truthOf({ between }, measure, groups)))
          covered.set(measure, (covered.get(measure) ?? 0) + share * other);
    }
  return covered;
}

function targetOf(measure: Measure, { gap, count, n, both }: Setting): Target {
  const target: Target = { least: 0.93, most: 0.97 };
  if (measure === 'equalizedOddsDifference' && gap > 0)
    target.more = both
      ? 'the larger of two true gaps was chosen'
      : 'a second rate was looked at as well';
  if (count > 2 && gap > 0) target.more = 'allows for groups that might have been the farthest';
  if (n < 100) target.more ??= 'few rows: counts come in steps';
  return target;
}

/** The largest gaps of made-up files, by the audit itself: selection, its ratio, equal opportunity, equalized odds. */
export function* gapRows(random: Random, { short }: Effort): Generator<StudyRow> {
  const files = short ? 250 : 2_000;
  for (const setting of settings(short)) {
    const { n, gap, count, both, times } = setting;
    const codes = Uint16Array.from(
      Array.from({ length: count }, (_, g) =>
        Array<number>(g % 2 === 0 ? n : times * n).fill(g),
      ).flat(),
    );
    const groups = Array.from({ length: count }, (_, g): Chances => {
      const extra = (gap * g) / (count - 1);
      return { tpr: 0.6 + extra, fpr: 0.3 + (both ? extra : 0) };
    });
    const draw = random.fork(
      `gap ${n} ${gap} ${count} ${both}${times > 1 ? ` times ${times}` : ''}`,
    );
    const covered = new Map<Measure, number>();
    const asked = (both ? Object.keys(measures) : ['equalizedOddsDifference']) as Measure[];
    for (let file = 0; file < files; file++) {
      const found = auditOwn(fileOf(draw, groups, codes), 0.5).comparisons[0]!;
      for (const measure of asked) {
        if (holds(found.ci95[measure], truthOf(found, measure, groups)))
          covered.set(measure, (covered.get(measure) ?? 0) + 1);
      }
    }
    const exact = exactCoverage(setting, groups);
    for (const measure of asked)
      yield {
        what: measures[measure],
        setting: `groups: ${count} of ${n}${times > 1 ? ` and ${times * n}` : ''}, gap ${gap}${both ? '' : ' in TPR alone'}`,
        files,
        covered: (covered.get(measure) ?? 0) / files,
        ...(exact.has(measure) && { exact: exact.get(measure)! }),
        target: targetOf(measure, setting),
      };
  }
}
