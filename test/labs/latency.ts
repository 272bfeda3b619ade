import { expect, it } from 'vitest';
import type { LabProgress, Tf } from '../../labs/lab.ts';
import { latencyParameters } from '../../labs/latency/parameters.ts';
import type { LatencyMeasured, LatencyResult } from '../../labs/latency/result.ts';
import { run } from '../../labs/latency/run.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { nativeTf, trainerOf } from '../native-tf.ts';

/** TensorFlow.js on the native backend, once `openTf` has loaded it. */
export let tf: Tf;
export const openTf = async () => void (tf = await nativeTf());

interface Options {
  measured?: LatencyMeasured | null;
  parameters?: Record<string, number>;
  signal?: AbortSignal;
  onRecord?: (record: LabProgress<LatencyResult, LatencyMeasured>, at: number) => void;
}
/** One run, from start to result, with what a test wants to know of how it went. */
export async function execute(
  seed: number,
  {
    measured = null,
    parameters = {},
    signal = new AbortController().signal,
    onRecord,
  }: Options = {},
) {
  let yields = 0;
  const start = performance.now();
  const steps = run(
    {
      tf,
      trainer: trainerOf(tf),
      random: seededRandom(seed),
      signal,
      now: () => performance.now(),
      measured,
      yieldToEventLoop: () => {
        yields++;
        return new Promise((resolve) => setImmediate(resolve));
      },
    },
    latencyParameters.parse(parameters),
  );
  for (;;) {
    const step = await steps.next();
    if (step.done) return { ...step.value, yields, seconds: (performance.now() - start) / 1000 };
    onRecord?.(step.value, performance.now() - start);
  }
}
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Runs by their seeds. */
export type Outcomes = Map<number, Awaited<ReturnType<typeof execute>>>;

/** What the lab teaches of its models, as tests of each of these runs. */
export function itTeaches(outcomes: Outcomes): void {
  it('finds that larger nets rank better, on every seed', () => {
    // Independent prototypes found .62–.63, .74–.75 and .82–.84 with a few seeds; here ten seeds
    // gave .63–.64, .71–.75 and .81–.82.
    const bands = { small: [0.58, 0.68], medium: [0.69, 0.78], large: [0.78, 0.86] } as const;
    for (const [seed, { result }] of outcomes) {
      const [small, medium, large] = result.models.map((m) => m.auc) as [number, number, number];
      console.log(
        `seed ${seed}: AUC ${[small, medium, large].map((v) => v.toFixed(3)).join(' / ')}`,
      );
      expect(medium - small).toBeGreaterThan(0.03);
      expect(large - medium).toBeGreaterThan(0.03);
      for (const model of result.models) {
        expect(model.auc).toBeGreaterThan(bands[model.name][0]);
        expect(model.auc).toBeLessThan(bands[model.name][1]);
      }
      expect(result.models.map((m) => m.parameters)).toEqual([2_113, 49_665, 591_873]);
    }
  });
  it('finds that larger nets also pick better among the highest tenth, and judges every candidate', () => {
    for (const [seed, { result }] of outcomes) {
      const precision = result.models.map((m) => m.precisionAtTop10!);
      console.log(
        `seed ${seed}: precision at the top 10 % ${precision.map((v) => v.toFixed(3)).join(' / ')}, unbeaten ${result.pareto!.join(' ')}`,
      );
      expect(precision[2]!).toBeGreaterThan(precision[0]!);
      expect(result.candidates).toHaveLength(12);
      expect(result.stakeholders).toHaveLength(48);
      expect(result.pareto!.length).toBeGreaterThan(0);
      for (const row of result.simulation.filter((one) => one.chosen))
        expect(result.candidates!.find(({ id }) => id === `${row.model}/1x1`)).toMatchObject({
          meanMs: row.meanMs,
          p99Ms: row.p99Ms,
        });
    }
  });
}
