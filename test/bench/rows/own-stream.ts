import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import type { Row } from '../table.ts';

interface Streamed {
  ms: number;
  rows: number;
  /** Of the file, in MB. */
  size: number;
  /** The most memory of the process in MB: before the file was opened, and in all. */
  before: number;
  megabytes: number;
}

/** A table of 200 MB on disk, read twice as every table is, to the fairness lab's audit and to the time-leak lab's report. */
export const ownStream: Measure = async ({ programs, say }) => {
  const rows: Row[] = [];
  for (const [kind, what] of [
    ['audit', 'audit'],
    ['leaks', 'leak report'],
  ] as const) {
    say(`A table of 200 MB: ${what}`);
    const {
      ms,
      rows: read,
      size,
      before,
      megabytes,
    } = await askProgram<Streamed>(process.execPath, [
      join(programs, 'own-stream-program.js'),
      kind,
    ]);
    rows.push({
      what: `${what} of an own file of 200 MB`,
      value: ms,
      text: `${(ms / 1000).toFixed(1)} s, ${Math.round(megabytes)} MB`,
      goal: null,
      goalText: '–',
      peer: 'no peer',
      how: `one process, once: ${Math.round(size)} MB on disk, ${read.toLocaleString('en-US')} rows with a long text in each; memory is the most of the process, ${Math.round(before)} MB of it before the file was opened`,
    });
  }
  return rows;
};
