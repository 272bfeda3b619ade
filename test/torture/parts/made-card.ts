import { makeCard } from '../../../main/services/runs/card.ts';
import { newRun } from '../../../main/services/runs/new-run.ts';
import type { RunCard } from '../../../main/contract/run.ts';

/** A card as a stopped run of a lab leaves it: about `fill` characters long, with a hash that fits. */
export function madeCard(n: number, fill: number): RunCard {
  const run = newRun({
    id: `torture-${String(n).padStart(8, '0')}`,
    number: n + 1,
    lab: 'latency',
    labVersion: 1,
    parameters: { epochs: 1 },
    seed: n,
    preset: null,
    prediction: null,
    measuredFrom: null,
  });
  return makeCard(
    {
      ...run,
      status: 'stopped',
      durationMs: 1_000,
      result: { models: [], fill: 'x'.repeat(fill) },
    },
    null,
    null,
    '0.0.0',
  );
}
