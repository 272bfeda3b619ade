import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import type { StoryStep } from '../../view.ts';
import { inNumbers, sayable, yardstickOf } from './asked-numbers.ts';
import { simulateCandidates } from './candidates.ts';
import { simulateSetting } from './explore.ts';
import { frontierOf } from './frontier.ts';
import { describeTimes } from '../measure.ts';
import { batchSizes, modelNames } from '../names.ts';
import { latencyParameters } from '../parameters.ts';
import type { LatencyMeasured, LatencyResult, ModelRow } from '../result.ts';
import { evaluate } from '../stakeholders.ts';
import { story } from '../story.tsx';

const perRowMs = { small: 0.002, medium: 0.02, large: 0.12 };
/** Timings of a computer: a fixed cost of 0.3 ms, some scatter, and a share of calls that it holds up for long. */
function timed(speed: number, heldUp = 0): LatencyMeasured {
  const draw = seededRandom(11);
  return {
    service: modelNames.flatMap((model) =>
      batchSizes.map((batch) => ({
        model,
        batch,
        timesMs: Array.from({ length: 200 }, () => {
          const held = draw.uniform() < heldUp ? 20 + 20 * draw.uniform() : 0;
          const call = (0.3 + perRowMs[model] * batch) * (1 + 0.2 * draw.uniform());
          return Math.round(((call + held) / speed) * 1e4) / 1e4;
        }),
      })),
    ),
  };
}
const modelsOf = (measured: LatencyMeasured): ModelRow[] =>
  modelNames.map((name, i) => ({
    name,
    parameters: 100 * (i + 1),
    auc: 0.64 + 0.08 * i,
    precisionAtTop10: 0.4 + 0.1 * i,
    ...describeTimes(measured, name),
  }));

/** What a run of the questions' settings finds, without the training. */
function found(measured: LatencyMeasured): LatencyResult {
  const models = modelsOf(measured);
  const yardstick = yardstickOf(measured, models)!;
  const setting = {
    ...inNumbers(latencyParameters.parse({}), yardstick),
    replications: 3,
  };
  const { rows, closedForms } = simulateSetting(measured, models, setting, 7);
  const steps = simulateCandidates(measured, models, setting, seededRandom(7));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return {
    models,
    simulation: rows,
    closedForms,
    asked: {
      arrivalsPerSecond: setting.arrivalsPerSecond,
      limitMs: setting.limitMs,
      ...yardstick,
    },
    frontier: frontierOf(measured, models.slice(2), setting, 7),
    candidates: step.value,
    ...evaluate(step.value, models, setting).result,
  };
}
const predicts = story.parts.flatMap(({ steps }) =>
  steps.filter((one): one is Extract<StoryStep, { kind: 'predict' }> => one.kind === 'predict'),
);

describe('the lesson exists on every computer', () => {
  it.each([
    ['this one', timed(1)],
    ['10 times slower', timed(0.1)],
    ['30 times faster', timed(30)],
    ['busy with something else', timed(1, 0.06)],
    ['very busy', timed(1, 0.3)],
  ])('%s: the first run of each question’s settings judges it', (_, measured) => {
    const result = found(measured);
    for (const { id, outcome } of predicts) {
      const came = outcome(result);
      expect(came, id).not.toBeNull();
      // Not a lower bound either: that judges only some of the guesses.
      expect(came, id).not.toBeTypeOf('object');
    }
    const large = result.simulation.filter(({ model }) => model === 'large');
    for (const row of large) expect(row.stable).toBe(true);
    // The load that is asked lies between an idle and a full replica, and beyond it the limit is crossed.
    expect(large.find(({ chosen }) => chosen)!.utilization).toBeCloseTo(0.8, 1);
    expect(large[0]!.p99Ms).toBeLessThan(result.asked!.limitMs);
    expect(large.find(({ chosen }) => !chosen)!.p99Ms! * 1.5).toBeLessThan(large.at(-2)!.p99Ms!);
  });

  it('the same computer, only slower or faster, is asked the same', () => {
    const asked = (speed: number) => {
      const measured = timed(speed);
      const yardstick = yardstickOf(measured, modelsOf(measured));
      return inNumbers(latencyParameters.parse({}), yardstick);
    };
    const here = asked(1);
    for (const speed of [0.1, 30]) {
      const other = asked(speed);
      expect(other.arrivalsPerSecond / here.arrivalsPerSecond / speed).toBeCloseTo(1, 1);
      expect((other.limitMs / here.limitMs) * speed).toBeCloseTo(1, 1);
    }
  });
});

describe('load and limit in numbers', () => {
  const yardstick = { perSecond: 1736.4, p99Ms: 0.7421 };
  const numbers = (given: Record<string, number>) =>
    inNumbers(latencyParameters.parse(given), yardstick);

  it('follow the computer, rounded so that they can be said', () =>
    expect(numbers({ loadPercent: 80, limitTimes: 4 })).toMatchObject({
      arrivalsPerSecond: 1390,
      limitMs: 3,
    }));
  it('are whole requests, unless not even one comes in a second', () => {
    expect([92.24, 2.23, 0.7421, 1736.4, 123_456].map(sayable)).toEqual([
      92, 2, 0.74, 1740, 123_000,
    ]);
  });
  it('stay what they were set to, as in a card of before', () =>
    expect(numbers({ arrivalsPerSecond: 600, limitMs: 20 })).toMatchObject({
      arrivalsPerSecond: 600,
      limitMs: 20,
    }));
  it('are not known before the large model is timed', () => {
    expect(yardstickOf({ service: [] }, [])).toBeNull();
    expect(inNumbers(latencyParameters.parse({}), null)).toMatchObject({
      arrivalsPerSecond: 0,
      limitMs: 0,
    });
  });
  it('exist where the clock saw no time go by', () => {
    const none = { service: timed(1).service.map((one) => ({ ...one, timesMs: [0, 0, 0] })) };
    const found = yardstickOf(none, [{ name: 'large', service: { alphaMs: 0, betaMs: 0 } }])!;
    expect(found.perSecond).toBe(1e7);
    expect(found.p99Ms).toBe(1e-4);
  });
});
