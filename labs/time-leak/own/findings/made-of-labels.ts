import { percent, show, type Finding } from '../finding.ts';
import type { FeatureColumn, LeakTable } from '../leak-table.ts';
import { groupsOf, honestParts, labelCounts, partKinds, type LabelCounts } from './label-parts.ts';

/** What two decimals leave open. */
const rounding = 0.0051;
/** Only rows count in which a share is this far from that of the earlier rows. */
const toldApart = 0.02;
const fewestRows = 30;
const nearlyAll = 0.95;
/** A feature is looked at in some rows first: in as many as leave little doubt. */
const [mostScreened, screened, mostScreenedMisses] = [5_000, 200, 10];
/** How unlikely it is that a feature has these values by accident, in halvings. */
const fewestBits = 10;
/** So many rows that do not fit are no typing errors, where others are not twenty times as many. */
const mostMisses = 200;
/** Beyond so many nothing is left to show. */
const enoughValues = 64;

type Part = ReturnType<typeof honestParts>[0];

/** What may have been made of labels: the number or the share of those with one of both, the latter in per cent too. */
interface Measure {
  share: boolean;
  /** What a share of all is: 1, or 100 in per cent. */
  whole: number;
  side: 0 | 1;
  of: (part: Part) => number;
}

const ofSide = (side: 0 | 1, { rows, ones }: Part) => (side === 1 ? ones : rows - ones);
const shareOf = (side: 0 | 1, whole: number): Measure => ({
  ...{ share: true, whole, side },
  of: (part) => (whole * ofSide(side, part)) / part.rows,
});
const measures: readonly Measure[] = ([1, 0] as const).flatMap((side) => [
  shareOf(side, 1),
  { share: false, whole: 1, side, of: (part: Part) => ofSide(side, part) },
  shareOf(side, 100),
]);

interface Made {
  measure: Measure;
  counts: LabelCounts;
  kind: (typeof partKinds)[number];
}

interface Judged {
  made: Made;
  told: number;
  hits: number;
}

/**
 * Features that are the share or the number of labels in rows that nobody knew: in all rows of their owner, in the rows up to the own one
 * with its label, in those of the day. A question, for only somebody who knows the table can tell what they are made of.
 */
export function madeOfLabels(table: LeakTable): Finding[] {
  const numeric = table.features.filter(({ kind }) => kind === 'number');
  const best = new Map<FeatureColumn, Judged>();
  for (const group of groupsOf(table)) {
    const counts = labelCounts(table, group);
    for (const feature of numeric)
      for (const kind of partKinds)
        for (const measure of measures) {
          const made = { measure, counts, kind };
          if (!worthJudging(table, feature, made)) continue;
          const judged = judge(table, feature, made);
          const known = best.get(feature);
          if (judged && (!known || judged.hits * known.told > known.hits * judged.told))
            best.set(feature, judged);
        }
  }
  return numeric.flatMap((feature) => {
    const found = best.get(feature);
    return found ? [findingOf(table, feature, found)] : [];
  });
}

/** What the feature would be in one row; NaN where that can't be told. Alone in its group a row has its own label and no other. */
function madeOf({ label }: LeakTable, { measure, counts, kind }: Made, row: number): number {
  if (counts.all[counts.group.key[row]!] === 1) return NaN;
  const part = kind.of(counts, row, label[row]!);
  return part ? measure.of(part) : NaN;
}

const fits = ({ share, whole }: Measure, value: number, made: number) =>
  Math.abs(value - made) <= (share ? rounding * whole : 1e-6);

/** Whether the feature fits in nearly all rows of a few that are spread over the table, those that tell it from an honest one among them. */
function worthJudging(table: LeakTable, { values }: FeatureColumn, made: Made): boolean {
  const step = Math.ceil(table.rows / mostScreened);
  let [told, misses] = [0, 0];
  for (let i = 0; i < table.rows && told < screened; i += step) {
    const value = madeOf(table, made, i);
    if (Number.isNaN(value) || Number.isNaN(values[i]!)) continue;
    const fit = fits(made.measure, values[i]!, value);
    if (fit && mayBeHonest(made, i, table.label[i]!, value)) continue;
    told += 1;
    misses += Number(!fit);
    if (misses > mostScreenedMisses && 2 * misses > told) return false;
  }
  return told > 0 && 2 * misses <= told;
}

/** Null where the feature is not made so, or where it may as well be honest. */
function judge(table: LeakTable, { values }: FeatureColumn, made: Made): Judged | null {
  const { label } = table;
  const { measure, counts } = made;
  const expected = new Float64Array(table.rows).fill(NaN);
  // Of each label how often each value is expected: the commonest may be the label itself under another name.
  const often = [new Map<number, number>(), new Map<number, number>()];
  const counted: number[] = [];
  // With the earlier labels it may make one sum in every group: lives or seats that are left.
  const sums = [new Map<number, number>(), new Map<number, number>()];
  let [seen, fitting, told, hits] = [0, 0, 0, 0];
  for (let i = 0; i < table.rows; i++) {
    const value = madeOf(table, made, i);
    if (Number.isNaN(value) || Number.isNaN(values[i]!)) continue;
    const fit = Number(fits(measure, values[i]!, value));
    seen += 1;
    fitting += fit;
    if (!measure.share)
      rowCounts(made, i, label[i]!).forEach((count, k) => {
        counted[k] = (counted[k] ?? 0) + Number(count === values[i]);
      });
    if (!measure.share && counts.group.groups > 1)
      honestParts(counts, i, label[i]!).forEach((part, k) =>
        addTo(sums[k]!, values[i]! + measure.of(part)),
      );
    if (mayBeHonest(made, i, label[i]!, value)) continue;
    told += 1;
    hits += fit;
    // A large table need not be read to its end.
    if (told - hits > mostMisses && hits < nearlyAll * told) return null;
    expected[i] = value;
    addTo(often[label[i]!]!, value);
  }
  if (fitting < nearlyAll * seen || hits < nearlyAll * told) return null;
  if (counted.some((count) => count >= nearlyAll * seen)) return null;
  if (sums.some((found) => (found.get(commonest(found)) ?? 0) >= nearlyAll * seen)) return null;
  const usual = often.map(commonest);
  const different = new Set(often.flatMap((own) => [...own.keys()])).size;
  const shown = new Set<string>();
  let [telling, tellingHits] = [0, 0];
  for (let i = 0; i < table.rows; i++) {
    const value = expected[i]!;
    if (Number.isNaN(value) || value === usual[label[i]!]) continue;
    const hit = Number(fits(measure, values[i]!, value));
    telling += 1;
    tellingHits += hit;
    if (hit && shown.size < enoughValues) shown.add(`${counts.group.key[i]} ${value}`);
  }
  const sure =
    telling >= fewestRows &&
    tellingHits >= nearlyAll * telling &&
    shown.size * Math.log2(different) >= fewestBits;
  return sure ? { made, told, hits } : null;
}

/** Whether the earlier rows alone give the same. */
function mayBeHonest({ measure, counts }: Made, row: number, label: number, value: number) {
  const near = measure.share ? toldApart * measure.whole : 0;
  return honestParts(counts, row, label).some((part) => Math.abs(measure.of(part) - value) <= near);
}

/** How many rows there are in all, by now, and still to come: a feature that is one of these tells nothing of labels. */
function rowCounts({ counts }: Made, row: number, label: number): number[] {
  const all = counts.all[counts.group.key[row]!]!;
  const honest = honestParts(counts, row, label);
  return [
    ...[all, all - 1],
    ...honest.flatMap(({ rows }) => [rows, rows + 1, all - rows, all - rows - 1]),
  ];
}

const addTo = (often: Map<number, number>, value: number) =>
  void often.set(value, (often.get(value) ?? 0) + 1);

const commonest = (often: ReadonlyMap<number, number>): number => {
  let [value, most] = [NaN, 0];
  for (const [one, count] of often) if (count > most) [value, most] = [one, count];
  return value;
};

function findingOf(
  table: LeakTable,
  { name }: FeatureColumn,
  { made: { measure, counts, kind }, told, hits }: Judged,
): Finding {
  const label = `label “${table.labelWords[measure.side]}”`;
  const share = measure.whole === 1 ? 'share' : 'share in per cent';
  const what = measure.share ? `the ${share} of ${label}` : `the number of rows with ${label}`;
  return {
    id: `made of labels ${name}`,
    kind: 'question',
    title: `${name}: in ${show(hits)} of ${show(told)} rows (${percent(hits, told)}) it is ${what} ${kind.words(counts.group.words)}`,
    detail:
      `${kind.detail} Made anew of the earlier rows alone, it would settle it. ` +
      'Rows in which those would give the same are not counted.',
    columns: [name, table.labelName],
    rows: hits,
    examples: [],
  };
}
