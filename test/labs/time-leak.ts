import { expect, it } from 'vitest';
import type { LabProgress, Tf } from '../../labs/lab.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { featureSets, splits } from '../../labs/time-leak/names.ts';
import { timeLeakParameters, type TimeLeakResult } from '../../labs/time-leak/lab.ts';
import { run } from '../../labs/time-leak/run.ts';
import { nativeTf, trainerOf } from '../native-tf.ts';

/** TensorFlow.js on the native backend, once `openTf` has loaded it. */
export let tf: Tf;
export const openTf = async () => void (tf = await nativeTf());

export type Progress = LabProgress<TimeLeakResult, object>;
/** One run, from start to result, with what a test wants to know of how it went. */
export async function execute(
  seed: number,
  parameters: Record<string, unknown> = {},
  onRecord?: (record: Progress, at: number) => void,
  signal = new AbortController().signal,
) {
  const start = performance.now();
  let yields = 0;
  const steps = run(
    {
      tf,
      trainer: trainerOf(tf),
      random: seededRandom(seed),
      signal,
      now: () => performance.now(),
      measured: null,
      yieldToEventLoop: () => {
        yields++;
        return new Promise((resolve) => setImmediate(resolve));
      },
    },
    timeLeakParameters.parse(parameters),
  );
  for (;;) {
    const step = await steps.next();
    if (step.done) return { ...step.value, yields, seconds: (performance.now() - start) / 1000 };
    onRecord?.(step.value, performance.now() - start);
  }
}
export const auc = (result: TimeLeakResult, features: string, model: string, split: string) =>
  result.scores.find(
    (row) => row.features === features && row.model === model && row.split === split,
  )!.auc;
export const gap = (result: TimeLeakResult, features: string, model = 'logistic') =>
  result.gaps.find((row) => row.features === features && row.model === model)!;
export const drift = (result: TimeLeakResult, policy: string) =>
  result.drift.find((row) => row.policy === policy)!;

/** Runs by their seeds. */
export type Outcomes = Map<number, Awaited<ReturnType<typeof execute>>>;

/** What the lab teaches, as tests of each of these runs. */
export function itTeaches(outcomes: Outcomes): void {
  it('leaky features fall by more than .10 from the random split to live, with both models', () => {
    for (const [seed, { result }] of outcomes) {
      const said = featureSets.map((features) => {
        const aucs = splits.map((split) => auc(result, features, 'logistic', split).toFixed(3));
        return `${features} ${aucs.join('/')}`;
      });
      console.log(`seed ${seed}: ${said.join(', ')}`);
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
}
