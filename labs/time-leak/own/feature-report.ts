import { aloneAuc, learnAlone, scoreAlone } from './alone.ts';
import type { FeatureColumn, LeakTable } from './leak-table.ts';
import { newerValues, type Newer } from './newer.ts';
import { fallOf, placeboFall, type Placebo } from './placebo.ts';
import { rebuild, type Rebuilt } from './rebuild.ts';
import { meanOf, type Spread } from './spread.ts';
import type { Sides } from './split.ts';

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
  /** Whether there are times of writing that can't be compared with the rows' own. */
  refused: boolean;
  /** Later rows for which it can be told what was known, whether they are enough to score or not. */
  knownRows: number;
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
export const fewestRebuilt = 30;
export const fewestOfLabel = 5;

/** Judges one feature. `sides` is null where rows can't be split in order of time. */
export function judgeFeature(
  table: LeakTable,
  feature: FeatureColumn,
  sides: Sides | null,
  shuffled: readonly Sides[],
): Judged {
  const { label } = table;
  const { values, written } = feature;
  const newer = newerValues(table, feature);
  const rebuilt = rebuild(table, feature);
  const auc = meanOf(
    shuffled.map(({ train, test }) => aloneAuc(label, feature, values, train, test)),
  );
  const alone = sides && learnAlone(label, feature, values, sides.train);
  const report: FeatureReport = {
    name: feature.name,
    dated: datedCells(written, newer),
    newer: written ? (newer?.newer.length ?? 0) : null,
    unsure: newer?.unsure ?? 0,
    missing: values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0),
    auc,
    aucInOrder: alone && scoreAlone(alone, label, values, sides.test),
    ...{ rebuilt: null, same: null, rebuiltRows: 0, placebo: null },
    ...{ refused: written !== null && written.refused !== null, knownRows: 0 },
  };
  if (!rebuilt || !sides || !alone) return { report, newer, rebuilt };
  const rows = sides.test.filter((row) => rebuilt.known[row]);
  report.knownRows = rows.length;
  const ones = rows.reduce((sum, row) => sum + label[row]!, 0);
  const enough =
    rows.length >= fewestRebuilt && Math.min(ones, rows.length - ones) >= fewestOfLabel;
  if (!enough) return { report, newer, rebuilt: null };
  report.same = scoreAlone(alone, label, values, rows);
  report.rebuilt = scoreAlone(alone, label, rebuilt.values, rows);
  report.rebuiltRows = rows.length;
  const fall = fallOf(report.same, report.rebuilt);
  if (!written && fall > worthLooking)
    report.placebo = placeboFall(table, feature, { train: sides.train, test: rows }, fall);
  return { report, newer, rebuilt };
}

function datedCells(written: FeatureColumn['written'], newer: Newer | null): number | null {
  if (!written) return null;
  return written.refused === null ? newer!.dated : written.dated;
}
