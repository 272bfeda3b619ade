import { afterAll, describe, expect, it } from 'vitest';
import { exercises as backdoor } from '../../labs/backdoor/code/exercises.ts';
import { exercises as fairness } from '../../labs/fairness/code/exercises.ts';
import { judge, type Verdict } from '../../labs/kit/code/judge.ts';
import type { CodeExercise } from '../../labs/kit/code/exercise.ts';
import { exercises as latency } from '../../labs/latency/code/exercises.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { exercises as timeLeak } from '../../labs/time-leak/code/exercises.ts';
import { createSandbox } from '../../main/sandbox/sandbox.ts';
import * as wrongBackdoor from './wrong/backdoor.ts';
import * as wrongFairness from './wrong/fairness.ts';
import * as wrongLatency from './wrong/latency.ts';
import * as wrongTimeLeak from './wrong/time-leak.ts';
import type { Wrong } from './wrong/wrong.ts';

const wrong: Record<string, Wrong[]> = {
  'write-percentile': wrongLatency.percentileWrong,
  'write-batches': wrongLatency.batchesWrong,
  'write-as-of': wrongTimeLeak.asOfWrong,
  'write-split': wrongTimeLeak.splitWrong,
  'write-poison-scores': wrongBackdoor.poisonScoresWrong,
  'write-occlusion': wrongBackdoor.occlusionMapWrong,
  'write-gaps': wrongFairness.gapsWrong,
  'write-thresholds': wrongFairness.equalThresholdsWrong,
};
const exercises = [...latency, ...timeLeak, ...backdoor, ...fairness];

const sandbox = createSandbox();
afterAll(() => sandbox.close());

/** A busy computer may take long: none of these answers is judged by its time. */
async function verdictOf(exercise: CodeExercise, code: string, seed: number): Promise<Verdict> {
  const tests = exercise.tests(seededRandom(seed));
  const calls = tests.map(({ args }) => args);
  return judge(
    exercise,
    tests,
    await sandbox.run({ code, name: exercise.name, calls, seed, timeMs: 20_000 }),
  );
}

it('there are eight exercises, each with six wrong answers at least', () => {
  expect(exercises.map(({ id }) => id)).toEqual(Object.keys(wrong));
  for (const rows of Object.values(wrong)) expect(rows.length).toBeGreaterThanOrEqual(6);
});

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (id, exercise) => {
    it('has tests of every property, visible ones first, and two are visible at least', () => {
      const tests = exercise.tests(seededRandom(1));
      expect([...new Set(tests.map(({ property }) => property))].sort()).toEqual(
        Object.keys(exercise.properties).sort(),
      );
      const visible = tests.map((test) => test.visible ?? false);
      expect(visible).toEqual([...visible].sort((a, b) => Number(b) - Number(a)));
      expect(visible.filter(Boolean).length).toBeGreaterThanOrEqual(2);
    });

    it.each([1, 2, 3])('its worked answer passes with the tests of seed %i', async (seed) => {
      const verdict = await verdictOf(exercise, exercise.answer, seed);
      expect(verdict.tests.filter(({ passed }) => !passed)).toEqual([]);
      expect(verdict.properties.filter(({ passed }) => !passed)).toEqual([]);
      expect(verdict.passed).toBe(true);
    });

    it.each(wrong[id]!.map((one) => [one.what, one] as const))(
      'one that %s fails by the property that it breaks',
      async (_, { code, breaks }) => {
        for (const seed of [1, 2]) {
          const verdict = await verdictOf(exercise, code, seed);
          expect(verdict.passed).toBe(false);
          const broken = verdict.properties.filter(({ passed }) => passed === false);
          expect(broken.map((one) => one.id)).toContain(breaks);
        }
      },
    );

    it('what it begins with is no answer', async () => {
      expect((await verdictOf(exercise, exercise.starter, 1)).passed).toBe(false);
    });
  },
);
