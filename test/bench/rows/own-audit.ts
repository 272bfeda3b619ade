import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import { summarize, type Row } from '../table.ts';

const goalMs = 10_000;
const seconds = (ms: number) => (ms / 1000).toFixed(1);

/** From a file of a million decisions to the fairness lab's whole audit, two group columns crossed and intervals included. */
export const ownAudit: Measure = async ({ programs, say }) => {
  say('Auditing a million decisions');
  const times = await askProgram<{ plain: number[]; weighted: number[] }>(process.execPath, [
    join(programs, 'own-audit-program.js'),
  ]);
  const row = (what: string, values: number[], setup: string): Row => {
    const { p50, least, most } = summarize(values);
    return {
      what,
      value: p50,
      text: `${seconds(p50)} s (${seconds(least)} to ${seconds(most)})`,
      goal: { value: goalMs, is: 'at most' },
      goalText: `≤ ${goalMs / 1000} s`,
      peer: 'no peer',
      how: `one process: read, map, count, intervals; ${setup}; median and range of ${values.length} rounds after a warm-up`,
    };
  };
  return [
    row('audit of an own file, 1 million rows', times.plain, 'scores, 4 groups × 4 regions'),
    row(
      'audit of an own file, 1 million weighted rows',
      times.weighted,
      'the same with a weight for each row',
    ),
  ];
};
