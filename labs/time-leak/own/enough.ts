import type { LeakTable } from './leak-table.ts';

/** With fewer rows, or fewer of one label, a score is an accident: 0.50 ± 0.00 of five rows measures nothing. */
export const fewestScored = 20;
export const fewestOfEach = 5;

/** Rows with label 1. */
export const positivesOf = ({ label }: LeakTable): number =>
  label.reduce((sum, one) => sum + one, 0);

/** Whether a table has enough rows of both labels to score anything. */
export function enoughToScore(table: LeakTable): boolean {
  const ones = positivesOf(table);
  return table.rows >= fewestScored && Math.min(ones, table.rows - ones) >= fewestOfEach;
}
