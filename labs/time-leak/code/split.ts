import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of a split in time. */
export const splitTask: CodeTask = {
  id: 'write-split',
  version: 1,
  title: 'Write a split with a gap',
  name: 'splitWithGap',
  onRun: 'all rows of your own run',
  starter: `interface Row { user: number; time: number }

/**
 * Splits rows in time, so that nothing of the test leaks into training.
 * Test: every row with time >= cut. Train: rows with time < cut - gap,
 * but none of a user who has a row in the test. The rest is left out.
 *
 * The answer holds the rows' places in the list, in ascending order.
 *
 * splitWithGap([{ user: 1, time: 1 }, { user: 2, time: 5 },
 *               { user: 3, time: 9 }, { user: 1, time: 2 }], 6, 2)
 *   is { train: [0, 3], test: [2] }
 */
function splitWithGap(rows: Row[], cut: number, gap: number): { train: number[]; test: number[] } {

}
`,
  hints: [
    'Two passes: first find the test rows and whose they are, then the train rows. A Set of users makes the question “is this user in the test?” short.',
    'A user whose rows lie in the gap is in neither part. It takes nobody’s rows away: only users of test rows do. Keep places in the list, not the rows.',
  ],
  answer: `interface Row { user: number; time: number }

function splitWithGap(rows: Row[], cut: number, gap: number): { train: number[]; test: number[] } {
  const train: number[] = [];
  const test: number[] = [];
  const tested = new Set<number>();
  rows.forEach(({ user, time }, i) => {
    if (time < cut) return;
    test.push(i);
    tested.add(user);
  });
  rows.forEach(({ user, time }, i) => {
    if (time < cut - gap && !tested.has(user)) train.push(i);
  });
  return { train, test };
}
`,
};
