import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import { summarize, type Row } from '../table.ts';

const goalMs = 10_000;
const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** `npm run grade` over a class of 300 notebooks with twelve runs each: all that it writes included. */
export const grade: Measure = async ({ programs, say }) => {
  say('Grading 300 notebooks');
  const { ms, megabytes } = await askProgram<{ ms: number[]; megabytes: number }>(
    process.execPath,
    [join(programs, 'grade-program.js')],
  );
  const { p50, least, most } = summarize(ms);
  const row: Row = {
    what: 'grading 300 notebooks',
    value: p50,
    text: `${seconds(p50)} s (${seconds(least)} to ${seconds(most)})`,
    goal: { value: goalMs, is: 'at most' },
    goalText: `≤ ${goalMs / 1000} s`,
    peer: 'no peer',
    how:
      `one process: ${Math.round(megabytes)} MB of made-up runs read, hashed and compared, table, ` +
      `page and 300 feedback pages written; median and range of ${ms.length} rounds after a warm-up`,
  };
  return [row];
};
