import { show } from '../finding.ts';
import type { LeakReport } from '../leak-report.ts';
import { fewWords } from './not-rebuilt.ts';

/** How the rows were split, or why they were not. */
export function splitWords({
  rows,
  positives,
  trainRows,
  testRows,
  ...report
}: LeakReport): string {
  const { scored, split } = report.rebuilding;
  const sides = [`the first ${show(trainRows)}`, `the later ${show(testRows)}`] as const;
  if (!scored)
    return `Nothing is scored: ${fewWords}. Here are ${show(rows)} rows, ${show(positives)} with label 1 and ${show(rows - positives)} with label 0.`;
  if (!split)
    return `No split in order of time is good enough, so only random ones are scored. It would learn from ${sides[0]} and score ${sides[1]}.`;
  return `Learned on ${sides[0]} rows, scored on ${sides[1]}.`;
}

/** How a feature alone is scored, which is why its number is another than that of all together; nothing where nothing is scored. */
export const aloneWords = ({ rebuilding }: LeakReport): string[] =>
  rebuilding.scored
    ? [
        'A feature alone is scored by bins: what share of each bin has label 1 is counted on the rows to learn from, in order of time the earlier ones. ' +
          'All numeric features together are scored by logistic regression.',
      ]
    : [];
