import { show, type Finding } from '../finding.ts';
import type { FeatureColumn, LeakTable } from '../leak-table.ts';
import { namesAhead } from '../roles/table-names.ts';

// What comes from after the row, as a name says or as times beside it give.

/** Features whose names say that they are of the time after the row. Where it is known when they were written, that has told already. */
export function aheadFindings({ features }: LeakTable): Finding[] {
  return features
    .filter(({ name, written }) => written === null && namesAhead(name))
    .map(({ name, values }) => ({
      id: `ahead ${name}`,
      kind: 'question' as const,
      title: `${name}: its name says that it is of the time after the row`,
      detail:
        'Is it counted or measured after the row? Then nobody knew it at the moment of the row. Is it planned or agreed beforehand? Then it is known. A column with the time at which it is filled in would settle it.',
      columns: [name],
      rows: values.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0),
      examples: [],
    }));
}

/** The times of one column; those of the rows first. */
interface Times {
  name: string;
  at: Float64Array;
}

const units: readonly [words: string, ms: number][] = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
];
const nearlyAll = 0.95;
const [fewestRows, fewestValues] = [30, 5];
/** By how much a number may be less and more than the length: whole numbers are rounded or cut off, others have two decimals or more. */
const [ofWhole, ofDecimals] = [
  { less: 1, more: 0.51 },
  { less: 0.0101, more: 0.0051 },
];

/**
 * Numbers that are the length of time up to another column’s time, where that lies after the row: a question, for it may be planned
 * beforehand. The row of each is where it begins, or a third column of times.
 */
export function lengthFindings(table: LeakTable): Finding[] {
  const others = table.left.flatMap(({ name, at }) => (at ? [{ name, at: at.early }] : []));
  const times: Times[] = [{ name: table.timeName, at: table.time }, ...others];
  const ends = others.filter(({ at }) => at.some((end, row) => end > table.time[row]!));
  const pairs = ends.flatMap((end) =>
    times.filter((start) => start !== end).map((start) => ({ start, end })),
  );
  const scale = table.timeScale === 'plain' ? ([['', 1]] as const) : units;
  return table.features
    .filter(({ kind }) => kind === 'number')
    .flatMap((feature) => {
      for (const { start, end } of pairs)
        for (const [unit, length] of scale) {
          const rows = rowsOfLength(feature, { start, end, length });
          if (rows !== null) return [lengthFinding(feature, { start, end, unit, rows })];
        }
      return [];
    });
}

/** In how many rows a feature is the length of time from one column’s time to another’s; null where not in nearly all. */
function rowsOfLength(
  { values }: FeatureColumn,
  { start, end, length }: { start: Times; end: Times; length: number },
): { hits: number; all: number } | null {
  const { less, more } = values.every((value) => Number.isNaN(value) || Number.isInteger(value))
    ? ofWhole
    : ofDecimals;
  const different = new Set<number>();
  let [all, hits] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const made = (end.at[i]! - start.at[i]!) / length;
    if (Number.isNaN(made) || Number.isNaN(values[i]!)) continue;
    all += 1;
    if (values[i]! < made - less || values[i]! > made + more) {
      // Most features are none, and that shows in the first rows.
      if (all - hits > fewestRows && hits < all / 2) return null;
      continue;
    }
    hits += 1;
    if (different.size < fewestValues) different.add(values[i]!);
  }
  const isOne = hits >= fewestRows && hits >= nearlyAll * all && different.size >= fewestValues;
  return isOne ? { hits, all } : null;
}

function lengthFinding(
  { name }: FeatureColumn,
  {
    start,
    end,
    unit,
    rows: { hits, all },
  }: { start: Times; end: Times; unit: string; rows: { hits: number; all: number } },
): Finding {
  const inUnits = unit === '' ? '' : `, in ${unit}`;
  return {
    id: `length ${name}`,
    kind: 'question',
    title: `${name}: in ${show(hits)} of ${show(all)} rows it is the time from “${start.name}” to “${end.name}”${inUnits}`,
    detail: `“${end.name}” lies after the row, or may. Is it filled in afterwards? Then how long it took was not known either. Is it planned beforehand? Then both are known.`,
    columns: [name, end.name],
    rows: hits,
    examples: [],
  };
}
