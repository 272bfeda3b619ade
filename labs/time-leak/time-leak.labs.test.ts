import { beforeAll, describe, expect, it } from 'vitest';
import type { LabProgress, Tf } from '../lab.ts';
import { seededRandom } from '../math/random.ts';
import type { Tensor2D } from '../tensors.ts';
import { nativeTf } from '../../test/native-tf.ts';
import { featureSets, policies, splits } from './names.ts';
import { lab, timeLeakParameters, timeLeakResult, type TimeLeakResult } from './lab.ts';
import { fitLogistic } from './logistic.ts';
import { run } from './run.ts';

let tf: Tf;
beforeAll(async () => void (tf = await nativeTf()));

type Progress = LabProgress<TimeLeakResult, object>;
async function execute(
  seed: number,
  parameters: Record<string, unknown> = {},
  onRecord?: (record: Progress, at: number) => void,
  signal = new AbortController().signal,
) {
  const start = performance.now();
  let breathed = start;
  let longest = 0;
  const steps = run(
    {
      tf,
      random: seededRandom(seed),
      signal,
      now: () => performance.now(),
      measured: null,
      breathe: () => {
        longest = Math.max(longest, performance.now() - breathed);
        return new Promise((resolve) =>
          setImmediate(() => {
            breathed = performance.now();
            resolve();
          }),
        );
      },
    },
    timeLeakParameters.parse(parameters),
  );
  for (;;) {
    const step = await steps.next();
    if (step.done) return { ...step.value, longest, seconds: (performance.now() - start) / 1000 };
    onRecord?.(step.value, performance.now() - start);
  }
}
const auc = (result: TimeLeakResult, features: string, model: string, split: string) =>
  result.scores.find(
    (row) => row.features === features && row.model === model && row.split === split,
  )!.auc;
const gap = (result: TimeLeakResult, features: string, model = 'logistic') =>
  result.gaps.find((row) => row.features === features && row.model === model)!;
const drift = (result: TimeLeakResult, policy: string) =>
  result.drift.find((row) => row.policy === policy)!;
const seeds = [1, 2, 3, 4, 5];

describe('five seeds on the native backend', () => {
  const outcomes = new Map<number, Awaited<ReturnType<typeof execute>>>();
  const records: { record: Progress; at: number }[] = [];
  beforeAll(async () => {
    expect(tf.getBackend()).toBe('tensorflow');
    for (const seed of seeds) {
      const before = tf.memory().numTensors;
      outcomes.set(
        seed,
        await execute(
          seed,
          {},
          seed === 1 ? (record, at) => records.push({ record, at }) : undefined,
        ),
      );
      expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
    }
  }, 300_000);

  it('give results of the promised shape, small enough to send', () => {
    for (const { result } of outcomes.values()) {
      expect(timeLeakResult.safeParse(result).error).toBeUndefined();
      expect(JSON.stringify(result).length).toBeLessThan(200_000);
      expect(result.scores).toHaveLength(featureSets.length * 2 * splits.length);
      expect(result.drift.map((row) => row.policy)).toEqual([...policies]);
      for (const row of result.scores)
        expect(row.ci95[0] <= row.auc && row.auc <= row.ci95[1]).toBe(true);
    }
  });
  it('leaky features fall by more than .10 from the random split to live, with both models', () => {
    for (const [seed, { result }] of outcomes) {
      console.log(
        `seed ${seed}: ${featureSets.map((features) => `${features} ${splits.map((split) => auc(result, features, 'logistic', split).toFixed(3)).join('/')}`).join(', ')}`,
      );
      for (const features of ['own-label-mean', 'post-event']) {
        for (const model of ['logistic', 'mlp']) {
          expect(
            gap(result, features, model).gap,
            `${features}, ${model}, seed ${seed}`,
          ).toBeGreaterThan(0.1);
          expect(gap(result, features, model).ci95[0]).toBeGreaterThan(0.05);
        }
        // A split in order of time does not catch them.
        expect(
          auc(result, features, 'logistic', 'chronological') -
            auc(result, features, 'logistic', 'live'),
        ).toBeGreaterThan(0.1);
      }
    }
  });
  it('honest features lose only what the split flattered, and are live what they were in order of time', () => {
    for (const { result } of outcomes.values()) {
      expect(auc(result, 'honest', 'logistic', 'live')).toBe(
        auc(result, 'honest', 'logistic', 'chronological'),
      );
      expect(gap(result, 'honest').gap).toBeGreaterThan(0.01);
      expect(gap(result, 'honest').gap).toBeLessThan(gap(result, 'own-label-mean').gap - 0.08);
      expect(
        Math.abs(
          auc(result, 'own-row-removed', 'logistic', 'live') -
            auc(result, 'honest', 'logistic', 'live'),
        ),
      ).toBeLessThan(0.02);
    }
  });
  it('a 30-day window beats a model that is never retrained by .05 at least', () => {
    for (const [seed, { result }] of outcomes) {
      console.log(
        `seed ${seed}: days 60–120 ${result.drift.map((row) => `${row.policy} ${row.auc.toFixed(3)} (${row.retrainings})`).join(', ')}`,
      );
      expect(drift(result, 'window-30').auc - drift(result, 'never').auc).toBeGreaterThan(0.05);
      expect(drift(result, 'all-history').auc).toBeGreaterThan(drift(result, 'never').auc);
      expect(drift(result, 'never').retrainings).toBe(0);
      expect(drift(result, 'window-30').retrainings).toBe(8);
    }
  });
  it('only the availability-time join uses nothing that nobody had', () => {
    for (const { result } of outcomes.values()) {
      const of = (join: string) => result.joins.find((row) => row.join === join)!;
      expect(of('availability-time').newer).toBe(0);
      expect(of('event-time').newer).toBeGreaterThan(50);
      expect(of('latest').newer).toBeGreaterThan(of('event-time').newer);
      expect(of('availability-time').live).toBe(of('availability-time').auc);
      expect(of('latest').auc - of('latest').live).toBeGreaterThan(0.1);
      // Late labels change little in this world: the lab must not claim more.
      expect(Math.abs(of('event-time').auc - of('availability-time').auc)).toBeLessThan(0.02);
    }
  });
  it('is a pure function of parameters and seed', async () => {
    expect((await execute(2)).result).toEqual(outcomes.get(2)!.result);
  });
  it('reports as it goes', () => {
    const { seconds, longest } = outcomes.get(1)!;
    const first = records.find(({ record }) => (record.partial?.scores?.length ?? 0) > 0)!;
    const silence = Math.max(...records.map(({ at }, i) => at - (records[i - 1]?.at ?? 0)));
    console.log(
      `run ${seconds.toFixed(1)} s, first score after ${first.at.toFixed(0)} ms, ${records.length} records, longest silence ${silence.toFixed(0)} ms, longest without breath ${longest.toFixed(0)} ms`,
    );
    // Goals are 10 s, 1 s, 500 ms and 100 ms on an idle machine. What must hold on any: first numbers come early in the run, and nothing blocks for long beside all of it.
    expect(first.at / 1000 / seconds).toBeLessThan(0.4);
    expect(silence / 1000 / seconds).toBeLessThan(0.4);
    expect(longest / 1000 / seconds).toBeLessThan(0.25);
    const fractions = records.map(({ record }) => record.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    const losses = records.flatMap(({ record }) => record.points?.['loss.nets'] ?? []);
    expect(losses.length).toBeGreaterThan(30);
    expect(losses.length).toBeLessThanOrEqual(300);
    expect(losses.at(-1)![1]).toBeLessThan(losses[0]![1]);
    expect(lab.summary(outcomes.get(1)!.result).every((row) => row.length === 7)).toBe(true);
    expect(lab.recap(outcomes.get(1)!.result)?.value).toMatch(/^0\.8\d → 0\.6\d$/);
  });
});

describe('the control', () => {
  it('without drift the gap of honest features is noise: its interval holds 0 in four of five seeds at least', async () => {
    let held = 0;
    for (const seed of seeds) {
      const { result } = await execute(
        seed,
        lab.presets.find((preset) => preset.id === 'no-drift')!.parameters,
      );
      const {
        gap: found,
        ci95: [low, high],
      } = gap(result, 'honest');
      console.log(
        `control, seed ${seed}: gap ${found.toFixed(3)}, ${low.toFixed(3)} to ${high.toFixed(3)}; window-30 − never ${(drift(result, 'window-30').auc - drift(result, 'never').auc).toFixed(3)}`,
      );
      if (low <= 0 && 0 <= high) held += 1;
      // Drift is switched off, the leak is not.
      expect(gap(result, 'own-label-mean').gap).toBeGreaterThan(0.05);
      expect(Math.abs(drift(result, 'window-30').auc - drift(result, 'never').auc)).toBeLessThan(
        0.05,
      );
    }
    expect(held).toBeGreaterThanOrEqual(4);
  }, 120_000);
});

describe('several worlds, stopping, and the regression itself', () => {
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
  it.each([
    ['the nets', 'Training eight'],
    ['drift', 'Fitting a model'],
  ])(
    'stops in %s with the reason it was given, keeps what it had and leaves no tensor',
    async (_name, phase) => {
      const before = tf.memory().numTensors;
      const stop = new AbortController();
      const reason = new Error('stopped by the learner');
      let partial: Partial<TimeLeakResult> | undefined;
      await expect(
        execute(
          7,
          {},
          (record) => {
            partial = record.partial ?? partial;
            if (record.phase.startsWith(phase)) stop.abort(reason);
          },
          stop.signal,
        ),
      ).rejects.toBe(reason);
      expect(tf.memory().numTensors).toBe(before);
      expect(partial!.scores!.length).toBeGreaterThanOrEqual(12);
    },
  );
  it('finds the weights that the data were drawn with, and gives a column of zeros none', () => {
    const random = seededRandom(4);
    const rows = 40_000;
    const x = new Float32Array(rows * 4);
    const y = new Float32Array(rows);
    for (let i = 0; i < rows; i++) {
      x.set([1, random.normal(), 3 + 10 * random.normal(), 0], i * 4);
      y[i] =
        random.uniform() < 1 / (1 + Math.exp(-(-1 + 0.8 * x[i * 4 + 1]! - 0.1 * x[i * 4 + 2]!)))
          ? 1
          : 0;
    }
    const given = [
      tf.tensor2d(x, [rows, 4]),
      tf.tensor2d(y, [rows, 1]),
      tf.ones([rows, 1]) as Tensor2D,
    ] as const;
    const steps = fitLogistic(tf, ...given);
    let step = steps.next();
    let count = 0;
    for (; !step.done; step = steps.next()) count += 1;
    const [intercept, first, second, nothing] = (step.value as Tensor2D).dataSync();
    tf.dispose([...given, step.value]);
    expect(count).toBeLessThan(12);
    expect(Math.abs(intercept! + 1)).toBeLessThan(0.08);
    expect(Math.abs(first! - 0.8)).toBeLessThan(0.08);
    expect(Math.abs(second! + 0.1)).toBeLessThan(0.01);
    expect(nothing).toBe(0);
  });
});
