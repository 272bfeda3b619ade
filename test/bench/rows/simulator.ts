import { join } from 'node:path';
import type { Measure } from '../bench.ts';
import { askProgram } from '../child.ts';
import { figures, summarize, type Row } from '../table.ts';

const million = 1e6;

/** Requests that the queue simulator of the latency lab gets through in a second, on one core. */
export const simulator: Measure = async ({ programs, say }) => {
  say('Simulating queues');
  const rates = await askProgram<{ plain: number[]; batching: number[] }>(process.execPath, [
    join(programs, 'simulator-program.js'),
  ]);
  const row = (what: string, values: number[], goal: number, setup: string): Row => {
    const { p50, least, most } = summarize(values);
    return {
      what,
      value: p50,
      text: `${figures(p50 / million)} M/s (${figures(least / million)} to ${figures(most / million)})`,
      goal: { value: goal * million, is: 'at least' },
      goalText: `≥ ${goal} M/s`,
      peer: 'no peer',
      how:
        `one process, ${setup}; streams of 30,000 requests, percentiles included; median and ` +
        `range of ${values.length} rounds after a warm-up`,
    };
  };
  return [
    row('simulator, no batching, requests/s per core', rates.plain, 10, '1 replica at 80 % load'),
    row(
      'simulator, batching, requests/s per core',
      rates.batching,
      4,
      '2 replicas, batches up to 16, wait 2 ms, 80 % load',
    ),
  ];
};
