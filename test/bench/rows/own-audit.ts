import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import { summarize, type Row } from '../table.ts';

const goalMs = 10_000;
const seconds = (ms: number) => (ms / 1000).toFixed(1);

interface Audited {
  times: number[];
  /** The most memory of the process, and the file's size, in MB. */
  megabytes: number;
  size: number;
}

/** From a file of a million decisions to the fairness lab's whole audit, two group columns crossed and intervals included. */
export const ownAudit: Measure = async ({ programs, say }) => {
  say('Auditing a million decisions');
  const row = async (what: string, kind: string, setup: string): Promise<Row> => {
    const { times, megabytes, size } = await askProgram<Audited>(process.execPath, [
      join(programs, 'own-audit-program.js'),
      kind,
    ]);
    const { p50, least, most } = summarize(times);
    return {
      what,
      value: p50,
      text: `${seconds(p50)} s (${seconds(least)} to ${seconds(most)}), ${Math.round(megabytes)} MB`,
      goal: { value: goalMs, is: 'at most' },
      goalText: `≤ ${goalMs / 1000} s`,
      peer: 'no peer',
      how: `one process: read, map, count, intervals; ${setup}; median and range of ${times.length} rounds after a warm-up; memory is the most of the process, the file's ${Math.round(size)} MB among it`,
    };
  };
  return [
    await row('audit of an own file, 1 million rows', 'plain', 'scores, 4 groups × 4 regions'),
    await row(
      'audit of an own file, 1 million weighted rows',
      'weighted',
      'the same with a weight for each row',
    ),
  ];
};
