import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of a nearest-rank percentile. */
export const percentileTask: CodeTask = {
  id: 'write-percentile',
  version: 1,
  title: 'Write a percentile',
  name: 'percentile',
  onRun: 'the calls that your own run timed',
  starter: `/**
 * The nearest-rank percentile: the smallest of the times that at least
 * a share p of all times do not exceed. Null where there are no times.
 *
 * percentile([30, 10, 20], 0.5) is 20
 */
function percentile(times: number[], p: number): number | null {

}
`,
  hints: [
    'Put a copy of the times in order, as numbers: sort() alone compares texts, and it changes the list that it is given.',
    'Of n times in order, take the one of rank ⌈p·n⌉, counted from 1. 0.07 · 100 is ' +
      '7.000000000000001 on a computer: take a little away before you round up.',
  ],
  answer: `function percentile(times: number[], p: number): number | null {
  if (times.length === 0) return null;
  const sorted = [...times].sort((a, b) => a - b);
  // 0.07 * 100 is a little more than 7: that little must not lift the rank.
  const rank = Math.ceil(p * sorted.length - 1e-9);
  return sorted[Math.max(rank, 1) - 1];
}
`,
};
