import { percentile } from '../../labs/math/statistics.ts';

/** A number that should be reached: at least it, or at most it. In the same unit as the figure; `of` the ratio where that is named. */
export interface Goal {
  value: number;
  is: 'at least' | 'at most';
  of?: 'ratio';
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
  /** The figure divided by the peer's; null where there is a peer that is not installed. Left out where there is none. */
  ratio?: number | null;
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

/** How many times a figure misses its goal: 1 where it just meets it, 2 where it is twice too slow; null without a goal or a figure. */
export function missedBy({
  value,
  ratio,
  goal,
}: Pick<Row, 'value' | 'ratio' | 'goal'>): number | null {
  const figure = goal?.of === 'ratio' ? (ratio ?? null) : value;
  if (figure === null || goal === null) return null;
  if (goal.is === 'at most') return figure / goal.value;
  return figure > 0 ? goal.value / figure : Infinity;
}

/** The rows that miss their goal. */
export const missing = (rows: readonly Row[]): Row[] =>
  rows.filter((row) => (missedBy(row) ?? 0) > 1);

/** A line for each row that misses its goal, and one for each other row that is slower than its peer. */
export function lastLines(rows: readonly Row[]): string[] {
  const missed = missing(rows);
  const slower = rows.filter((row) => (row.ratio ?? 0) > 1 && !missed.includes(row));
  return [
    ...missed.map(
      (row) => `Misses its goal (${row.goalText}) by ${ratio(missedBy(row)!, 1)}: ${row.what}.`,
    ),
    ...slower.map((row) => `Slower than its peer, ${ratio(row.ratio!, 1)} its time: ${row.what}.`),
  ];
}

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

/** What a row says of seconds: the median and the range. */
export function secondsText(seconds: readonly number[]): string {
  const { p50, least, most } = summarize(seconds);
  return `${figures(p50)} s (${figures(least)} to ${figures(most)})`;
}

/**
 * What a row says of its peer. Both were measured in turns, so the ratio is that of the medians of one and the same time.
 * @param theirs the peer's seconds; null where it is not installed
 */
export function besidePeer(
  mine: readonly number[],
  theirs: readonly number[] | null,
  name: string,
): Pick<Row, 'peer' | 'ratio'> {
  if (theirs === null) return { peer: `peer not installed: ${name}`, ratio: null };
  const [own, other] = [summarize(mine).p50, summarize(theirs).p50];
  return { peer: `${ratio(own, other)} ${name} (${secondsText(theirs)})`, ratio: own / other };
}

/** A goal for the ratio to the peer. */
export const ratioGoal = (value: number, name: string): Pick<Row, 'goal' | 'goalText'> => ({
  goal: { value, is: 'at most', of: 'ratio' },
  goalText: `≤ ${value} × ${name}`,
});

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
