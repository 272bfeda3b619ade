import { percentile } from '../../labs/math/statistics.ts';

/** A number that should be reached: at least it, or at most it. In the same unit as the figure. */
export interface Goal {
  value: number;
  is: 'at least' | 'at most';
}

/** One figure of the bench. */
export interface Row {
  what: string;
  /** Null where it could not be measured; `text` then says why. */
  value: number | null;
  /** The figure as a person reads it, unit and spread included. */
  text: string;
  goal: Goal | null;
  goalText: string;
  /** The figure beside another program's, or why there is nothing to put beside it. */
  peer: string;
  how: string;
}

/** A row for what can't be measured here. It says why and fails nothing. */
export function notMeasured(what: string, why: string): Row {
  return {
    what,
    value: null,
    text: 'not measured',
    goal: null,
    goalText: '–',
    peer: '–',
    how: why,
  };
}

/** Above this many times its goal a figure is no longer explained by a slow or busy machine. */
const tooFar = 5;

/** How many times a figure misses its goal: 1 where it just meets it, 2 where it is twice too slow; null without a goal or a figure. */
export function missedBy({ value, goal }: Pick<Row, 'value' | 'goal'>): number | null {
  if (value === null || goal === null) return null;
  if (goal.is === 'at most') return value / goal.value;
  return value > 0 ? goal.value / value : Infinity;
}

/** The rows that fail the bench: more than five times worse than their goal. */
export const failing = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => (missedBy(row) ?? 0) > tooFar);

export interface Summary {
  p50: number;
  p95: number;
  least: number;
  most: number;
}

/** Median, 95th percentile (nearest rank) and range. Throws a RangeError for an empty sample. */
export function summarize(values: readonly number[]): Summary {
  if (values.length === 0)
    throw new RangeError('There is nothing to summarize: no value was measured.');
  return {
    p50: percentile(values, 0.5)!,
    p95: percentile(values, 0.95)!,
    least: Math.min(...values),
    most: Math.max(...values),
  };
}

/** `mine` in multiples of `theirs`: `3.2 ×`. */
export function ratio(mine: number, theirs: number): string {
  if (!(mine >= 0 && theirs > 0)) return '–';
  const times = mine / theirs;
  return `${times >= 9.95 ? times.toFixed(0) : times.toFixed(times >= 0.95 ? 1 : 2)} ×`;
}

/** Three figures of a number, without an exponent. */
export function figures(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 4));
}

const mark = (row: Row) => {
  const missed = missedBy(row);
  if (missed === null) return '';
  return missed <= 1 ? ' ✓' : ` (missed by ${ratio(missed, 1)})`;
};

/** The rows as one Markdown table whose columns also line up in a terminal. */
export function benchTable(rows: readonly Row[]): string {
  const cells = [
    ['what', 'figure', 'goal', 'ratio to peer', 'how measured'],
    ...rows.map((row) =>
      [row.what, row.text, row.goalText + mark(row), row.peer, row.how].map((cell) =>
        cell.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim(),
      ),
    ),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(3, ...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [
    line(cells[0]!),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...cells.slice(1).map(line),
  ].join('\n');
}
