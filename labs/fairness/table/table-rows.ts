import type { Column } from '../../data/column.ts';
import type { FileSource } from '../../data/encoding.ts';
import { readColumns, type Wanted } from '../../data/read-columns.ts';
import { unknownLabel } from '../../math/group-cells.ts';
import { seededRandom } from '../../math/random.ts';
import type { OwnRows } from '../own/own-audit.ts';
import { readOwn, type ReadingPlan } from '../own/own-read.ts';
import type { Intake } from '../own/own-intake.ts';
import type { OwnMapping } from '../own/own-roles.ts';

/** A column that a model may learn from, a value for each row; NaN where it is missing. */
export interface Feature {
  name: string;
  /** Codes into `words`, or numbers where it is empty. */
  values: Float64Array;
  words: readonly string[];
}

/** A table as the lab's steps use it: what is audited, and what a model may learn from. */
export interface TableRows {
  own: OwnRows;
  leftOut: number;
  /** Those of them that lack a group and nothing else. */
  withoutGroup: number;
  /** Aligned with `sample`. */
  features: Feature[];
  /** Rows of `own` that models learn from and are tried on, in the table's order: all with a label and a group, or as many as `mostRows`. */
  sample: Uint32Array;
  /** Columns that no model can use, with why. */
  unused: { name: string; why: string }[];
}

/** More rows hardly change what a lesson shows, and cost seconds. */
export const mostRows = 20_000;
const mostFeatures = 25;

/**
 * Reads a table for the lab's steps: the roles' columns as the audit does, then all others that a model can use. Yields the part that is
 * read, 0 to 1. Where cells can't be read it returns what the audit says of them. Throws a CsvProblem where the file can't be used.
 */
export async function* readTableRows(
  file: FileSource,
  plan: ReadingPlan,
): AsyncGenerator<number, TableRows | Extract<Intake, { ok: false }>, void> {
  const { survey, mapping } = plan;
  const reading = readOwn(file, plan);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) yield step.value / 2;
  if (!step.value.ok) return step.value;
  const { own, leftOut, withoutGroup, places } = step.value;
  const { taken, unused } = featureColumns(survey.columns, mapping);
  const rest = readColumns(file, survey, taken.map(wanted));
  let more = await rest.next();
  for (; !more.done; more = await rest.next()) yield 0.5 + more.value / 2;
  const { columns } = more.value;
  const sample = sampleOf(own);
  const picked = Uint32Array.from(sample, (row) => places[row]!);
  return {
    ...{ own, leftOut, withoutGroup, sample, unused },
    features: columns.map(({ values, words }, at) => ({
      name: taken[at]!.name,
      values: Float64Array.from(picked, (place) => values[place]!),
      words,
    })),
  };
}

const wanted = (column: Column): Wanted =>
  column.kind === 'number' ? { as: 'number', column } : { as: 'words', column };

/** Which columns a model may learn from: not those with a role, and not what only names a row. */
function featureColumns(columns: readonly Column[], mapping: OwnMapping) {
  // By their place: a label may be read otherwise than the survey read it.
  const roles = new Set(
    [mapping.label, mapping.decision, mapping.weight, ...mapping.groups].map((one) => one?.at),
  );
  const taken: Column[] = [];
  const unused: TableRows['unused'] = [];
  for (const column of columns) {
    if (roles.has(column.at)) continue;
    const why = whyUnused(column, taken.length);
    if (why) unused.push({ name: column.name, why });
    else taken.push(column);
  }
  return { taken, unused };
}

function whyUnused({ kind, filled, distinct }: Column, taken: number): string | null {
  if (filled === 0) return 'it is empty';
  if (distinct < 2) return 'it always says the same';
  if (kind === 'id') return 'it only names rows';
  if (kind === 'text') return 'it is text';
  if (kind === 'time') return 'it is a time';
  return taken >= mostFeatures ? `${mostFeatures} columns are taken already` : null;
}

/** Rows that models learn from and are tried on: those of which both what turned out and every group are known. */
export function sampleOf({ rows, label, groups }: OwnRows): Uint32Array {
  const whole = Array.from({ length: rows }, (_, i) => i).filter(
    (i) =>
      label[i] !== unknownLabel && groups.every(({ codes, names }) => codes[i]! < names.length),
  );
  if (whole.length <= mostRows) return Uint32Array.from(whole);
  const drawn = seededRandom(1).fork('sample').permutation(whole.length).slice(0, mostRows).sort();
  return Uint32Array.from(drawn, (at) => whole[at]!);
}
