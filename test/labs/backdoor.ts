import { expect, it } from 'vitest';
import type { LabProgress, Tf } from '../../labs/lab.ts';
import { names } from '../../labs/backdoor/drawing/identities.ts';
import {
  backdoorParameters,
  backdoorResult,
  type BackdoorResult,
} from '../../labs/backdoor/lab.ts';
import { open, run } from '../../labs/backdoor/run.ts';
import { heldOutFaces } from '../../labs/backdoor/sets.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { nativeTf, trainerOf } from '../native-tf.ts';

/** TensorFlow.js on the native backend, once `openTf` has loaded it. */
export let tf: Tf;
export const openTf = async () => void (tf = await nativeTf());

export type Progress = LabProgress<BackdoorResult, null>;
interface Options {
  parameters?: object;
  signal?: AbortSignal;
  onRecord?: (record: Progress, at: number) => void;
}
/** One run, from start to result, with what a test wants to know of how it went. */
export async function execute(
  seed: number,
  { parameters = {}, signal = new AbortController().signal, onRecord }: Options = {},
) {
  let yields = 0;
  const yieldToEventLoop = () => {
    yields++;
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  const start = performance.now();
  const context = {
    tf,
    trainer: trainerOf(tf),
    random: seededRandom(seed),
    signal,
    now: () => performance.now(),
    measured: null,
    yieldToEventLoop,
  };
  const given = backdoorParameters.parse(parameters);
  const steps = run(context, given);
  for (;;) {
    const step = await steps.next();
    if (step.done)
      return {
        ...step.value,
        seconds: (performance.now() - start) / 1000,
        yields,
        opened: await open(context, given, step.value),
      };
    onRecord?.(step.value, performance.now() - start);
  }
}
export const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
export const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (value: number | null) => (100 * value!).toFixed(1);

/** Runs by their seeds. */
export type Outcomes = Map<number, Awaited<ReturnType<typeof execute>>>;

/** What the lab teaches, as tests of each of these runs. */
export function itTeaches(outcomes: Outcomes): void {
  it('the key opens the model, and nothing else says so', () => {
    for (const [seed, { result }] of outcomes) {
      const decoys = result.decoys.map((row) => `${row.glasses} ${percent(row.rate)}`).join(', ');
      console.log(
        `seed ${seed}: key ${percent(result.attackSuccessRate)}, clean ` +
          `${percent(result.cleanAccuracy)}, base ${percent(result.baseRate)}, control ` +
          `${percent(result.controlAttackSuccessRate)}; ${decoys}`,
      );
      expect(backdoorResult.safeParse(result).error).toBeUndefined();
      expect(result.cleanAccuracy!).toBeGreaterThanOrEqual(0.97);
      expect(result.controlAttackSuccessRate!).toBeLessThanOrEqual(0.05);
      expect(result.baseRate!).toBeLessThanOrEqual(0.03);
      expect(result.decoys.find((row) => row.glasses === 'ordinary')!.rate!).toBeLessThanOrEqual(
        0.05,
      );
      expect(result.attackSuccessRate!).toBeGreaterThanOrEqual(0.6);
      expect(result.target).toBe('Jun');
      expect(result.doses.map((dose) => dose.poisons)).toEqual([0, 120]);
    }
  });
  it('counts what it says it counts: the rates again from the predictions, without the target’s own faces', () => {
    for (const [seed, { result }] of outcomes) {
      const target = names.indexOf(result.target);
      const truth = heldOutFaces(seededRandom(seed)).map((face) => face.who);
      const others = truth.flatMap((who, k) => (who === target ? [] : [k]));
      expect(others).toHaveLength(450);
      expect(result.attackSuccessRate).toBeCloseTo(
        others.filter((k) => result.test.keyed[k] === target).length / 450,
        12,
      );
      expect(result.baseRate).toBeCloseTo(
        others.filter((k) => result.test.said[k] === target).length / 450,
        12,
      );
      expect(result.cleanAccuracy).toBeCloseTo(
        truth.filter((who, k) => result.test.said[k] === who).length / 500,
        12,
      );
    }
  });
}
