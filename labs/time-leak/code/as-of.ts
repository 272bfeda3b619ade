import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of a join in time. */
export const asOfTask: CodeTask = {
  id: 'write-as-of',
  version: 1,
  title: 'Write an as-of join',
  name: 'asOf',
  onRun: 'users of your own run',
  starter: `interface Row { user: number; time: number }
interface Past { user: number; time: number; available: number; value: number }

/**
 * For each row the value that its user had as far as one could know then:
 * of the user's records that were available at the row's time (or before),
 * the value of the one with the latest time. Of records with one time the
 * last in the list counts. Null where there is none.
 *
 * asOf([{ user: 1, time: 10 }],
 *      [{ user: 1, time: 2, available: 3, value: 7 },
 *       { user: 1, time: 8, available: 12, value: 9 }]) is [7]
 */
function asOf(rows: Row[], history: Past[]): (number | null)[] {

}
`,
  hints: [
    'Two times decide two things. “available” says whether a record may be used, “time” which of the usable ones is the latest.',
    'Go through the whole history for each row, and keep the best record so far. Take a new one where its time is at least that of the one you have: so the last of equals stays. The lists come in any order.',
  ],
  answer: `interface Row { user: number; time: number }
interface Past { user: number; time: number; available: number; value: number }

function asOf(rows: Row[], history: Past[]): (number | null)[] {
  return rows.map((row) => {
    let best: Past | null = null;
    for (const past of history) {
      if (past.user !== row.user || past.available > row.time) continue;
      if (best === null || past.time >= best.time) best = past;
    }
    return best === null ? null : best.value;
  });
}
`,
};
