import { beforeAll, describe, expect, it } from 'vitest';
import {
  drift,
  execute,
  gap,
  itTeaches,
  openTf,
  tf,
  type Outcomes,
} from '../../test/labs/time-leak.ts';
import { lab } from './lab.ts';

beforeAll(openTf);

describe('four more seeds on the native backend', () => {
  const outcomes: Outcomes = new Map();
  beforeAll(async () => {
    for (const seed of [2, 3, 4, 5]) {
      const before = tf.memory().numTensors;
      outcomes.set(seed, await execute(seed));
      expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
    }
  }, 300_000);
  itTeaches(outcomes);
});

describe('the control', () => {
  it('without drift the gap of honest features is noise: its interval holds 0 in four of five seeds at least', async () => {
    let held = 0;
    for (const seed of [1, 2, 3, 4, 5]) {
      const { result } = await execute(
        seed,
        lab.presets.find((preset) => preset.id === 'no-drift')!.parameters,
      );
      const {
        gap: found,
        ci95: [low, high],
      } = gap(result, 'honest');
      console.log(
        `control, seed ${seed}: gap ${found.toFixed(3)}, ${low.toFixed(3)} to ` +
          `${high.toFixed(3)}; window-30 − never ` +
          `${(drift(result, 'window-30').auc - drift(result, 'never').auc).toFixed(3)}`,
      );
      if (low <= 0 && 0 <= high) held += 1;
      // Drift is switched off, the leak is not.
      expect(gap(result, 'own-label-mean').gap).toBeGreaterThan(0.05);
      expect(Math.abs(drift(result, 'window-30').auc - drift(result, 'never').auc)).toBeLessThan(
        0.05,
      );
    }
    expect(held).toBeGreaterThanOrEqual(4);
  });
});

it('averages worlds, each its own, and a first world like that of a single run', async () => {
  const two = (await execute(3, { worlds: 2 })).result;
  const one = (await execute(3)).result;
  for (const row of two.scores) {
    expect(row.perWorld).toHaveLength(2);
    expect(row.perWorld[0]).not.toBe(row.perWorld[1]);
    expect(row.auc).toBeCloseTo((row.perWorld[0]! + row.perWorld[1]!) / 2, 5);
  }
  expect(two.scores.map((row) => row.perWorld[0])).toEqual(
    one.scores.map((row) => row.perWorld[0]),
  );
  expect(two.sample).toEqual(one.sample);
});
