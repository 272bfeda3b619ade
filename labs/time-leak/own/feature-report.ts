import { seededRandom } from '../../math/random.ts';
import { aloneAuc } from './alone.ts';
import type { FeatureColumn, LeakTable } from './leak-table.ts';
import { newerValues, type Newer } from './newer.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';
import { shuffledWithin } from './repeats.ts';
import { meanOf, type Spread } from './spread.ts';
import type { Sides } from './split.ts';

/** How an honest input of the same strength falls when it is rebuilt from the owner's row before. */
export interface Placebo {
  mean: number;
  /** Of twenty such inputs the one that falls second furthest. */
  high: number;
}

/** One feature's own numbers. */
export interface FeatureReport {
  name: string;
  /** Values that say when they were written, and how many of them are newer than their row. Null without such a column. */
  dated: number | null;
  newer: number | null;
  /** Values for which that can't be told: a day stands against a time of day. */
  unsure: number;
  missing: number;
  /** AUC of this feature alone, over several random splits. */
  auc: Spread | null;
  /** On the later rows; null where the rows can't be split in order of time. */
  aucInOrder: number | null;
  /** Rebuilt as of each row, on the later rows where that can be told; null where it can't. */
  rebuilt: number | null;
  /** As the table stands, on those same rows. */
  same: number | null;
  /** How many those are. */
  rebuiltRows: number;
  /** Set against the fall where there is one and the feature has no times of its own. */
  placebo: Placebo | null;
}

export interface Judged {
  report: FeatureReport;
  newer: Newer | null;
  rebuilt: Rebuilt | null;
}

/** A fall of less than this is not looked at. */
export const worthLooking = 0.1;
const fewestRebuilt = 30;
const fewestOfLabel = 5;
const placebos = 20;
const manyRows = 100_000;

/** Judges one feature. `sides` is null where rows can't be split in order of time. */
export function judgeFeature(
  table: LeakTable,
  feature: FeatureColumn,
  sides: Sides | null,
  shuffled: readonly Sides[],
): Judged {
  const { label } = table;
  const { kind, values, written } = feature;
  const newer = newerValues(table, feature);
  const rebuilt = rebuild(table, feature);
  const auc = meanOf(
    shuffled.map(({ train, test }) => aloneAuc(label, kind, values, values, train, test)),
  );
  const report: FeatureReport = {
    name: feature.name,
    dated: datedCells(written, newer),
    newer: written ? (newer?.newer.length ?? 0) : null,
    unsure: newer?.unsure ?? 0,
    missing: values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0),
    auc,
    aucInOrder: sides && aloneAuc(label, kind, values, values, sides.train, sides.test),
    ...{ rebuilt: null, same: null, rebuiltRows: 0, placebo: null },
  };
  if (!rebuilt || !sides) return { report, newer, rebuilt };
  const rows = sides.test.filter((row) => rebuilt.known[row]);
  const ones = rows.reduce((sum, row) => sum + label[row]!, 0);
  const enough =
    rows.length >= fewestRebuilt && Math.min(ones, rows.length - ones) >= fewestOfLabel;
  if (!enough) return { report, newer, rebuilt: null };
  const score = (from: Float64Array, served: Float64Array) =>
    aloneAuc(label, kind, from, served, sides.train, rows);
  report.same = score(values, values);
  report.rebuilt = score(values, rebuilt.values);
  report.rebuiltRows = rows.length;
  const fall = (report.same ?? 0) - (report.rebuilt ?? 0);
  if (!written && fall > worthLooking)
    report.placebo = placeboFall(table, feature, { train: sides.train, test: rows });
  return { report, newer, rebuilt };
}

function datedCells(written: FeatureColumn['written'], newer: Newer | null): number | null {
  if (!written) return null;
  return written.refused === null ? newer!.dated : written.dated;
}

/**
 * The same fall for inputs that are honest and as strong: the feature's own values shuffled among the rows of one label. They belong to the
 * event alone, so the owner's row before tells no more of them than of anything.
 */
function placeboFall(table: LeakTable, feature: FeatureColumn, { train, test }: Sides): Placebo {
  const { label } = table;
  const random = seededRandom(3).fork(`placebo ${feature.name}`);
  const rounds = table.rows > manyRows ? 5 : placebos;
  const falls = Array.from({ length: rounds }, (_, round) => {
    const values = shuffledWithin(feature.values, label, random.fork(String(round)));
    const before = rebuild(table, { ...feature, values, written: null })!;
    const score = (served: Float64Array) =>
      aloneAuc(label, feature.kind, values, served, train, test) ?? 0;
    return score(values) - score(before.values);
  }).sort((a, b) => a - b);
  const mean = falls.reduce((sum, fall) => sum + fall, 0) / rounds;
  return { mean, high: falls[Math.max(0, rounds - 2)]! };
}
