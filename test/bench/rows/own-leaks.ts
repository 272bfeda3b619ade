import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import { summarize } from '../table.ts';

const goalMs = 20_000;
const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** From a file of a million events to the time-leak lab's whole report. */
export const ownLeaks: Measure = async ({ programs, say }) => {
  say('Looking for leaks in a million rows');
  const { times, megabytes } = await askProgram<{ times: number[]; megabytes: number }>(
    process.execPath,
    [join(programs, 'own-leaks-program.js')],
  );
  const { p50, least, most } = summarize(times);
  return [
    {
      what: 'leak report of an own file, 1 million rows',
      value: p50,
      text: `${seconds(p50)} s (${seconds(least)} to ${seconds(most)}), ${Math.round(megabytes)} MB`,
      goal: { value: goalMs, is: 'at most' },
      goalText: `≤ ${goalMs / 1000} s`,
      peer: 'no peer',
      how: `one process: read, map, put in order, score, rebuild, compare; 6 features of 100,000 owners, one that dates itself; median and range of ${times.length} rounds after a warm-up; memory is the most of the process, the file's 83 MB among it`,
    },
  ];
};
