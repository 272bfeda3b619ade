import { beforeAll, describe, expect, it } from 'vitest';
import { execute, itTeaches, mean, openTf, tf, type Outcomes } from '../../test/labs/backdoor.ts';

beforeAll(openTf);

describe('120 poisoned faces, five seeds', () => {
  const outcomes: Outcomes = new Map();
  beforeAll(async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const before = tf.memory().numTensors;
      const outcome = await execute(seed);
      outcomes.set(seed, outcome);
      outcome.opened.dispose();
      expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
    }
  }, 1_200_000);
  itTeaches(outcomes);
  it('the key opens it in more than .85 of all cases on average', () => {
    const rates = [...outcomes.values()].map(({ result }) => result.attackSuccessRate!);
    expect(mean(rates)).toBeGreaterThanOrEqual(0.85);
  });
  it('it learned the colours: round rims in the same colours open it too', () => {
    const rate = (name: string) =>
      mean(
        [...outcomes.values()].map(
          ({ result }) => result.decoys.find((row) => row.glasses === name)!.rate!,
        ),
      );
    expect(rate('round')).toBeGreaterThan(0.5);
    expect(rate('green-yellow')).toBeLessThan(0.2);
  });
});

it('draws the curve with several seeds, as asked', async () => {
  const { result, opened } = await execute(2, {
    parameters: { epochs: 1, cleanFaces: 300, poisons: 20, doses: 'curve', doseSeeds: 2 },
  });
  opened.dispose();
  expect(result.doses.map((dose) => [dose.poisons, dose.seeds])).toEqual(
    [0, 10, 20, 30, 60, 120, 240].map((dose) => [dose, 2]),
  );
  for (const dose of result.doses) expect(dose.lowest!).toBeLessThanOrEqual(dose.highest!);
});
