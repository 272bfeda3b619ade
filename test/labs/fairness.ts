import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fairnessParameters,
  fairnessResult,
  lab,
  type AuditLabel,
  type FairnessResult,
  type ModelName,
} from '../../labs/fairness/lab.ts';
import { run } from '../../labs/fairness/run.ts';
import type { LabContext, Tf } from '../../labs/lab.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { parseParameters } from '../../labs/parameters.ts';
import { nativeTf, trainerOf } from '../native-tf.ts';

/** TensorFlow.js on the native backend, once `openTf` has loaded it. */
export let tf: Tf;
export const openTf = async () => void (tf = await nativeTf());

/** One run of a preset, from start to result. */
export async function runLab(
  seed: number,
  preset: string,
  set: Record<string, number> = {},
): Promise<FairnessResult> {
  const parsed = parseParameters(fairnessParameters, {
    ...lab.presets.find(({ id }) => id === preset)!.parameters,
    seeds: 1,
    resamples: 100,
    ...set,
  });
  if (!parsed.ok) throw new Error('the preset does not fit its own parameters');
  const context: LabContext<null> = {
    tf,
    trainer: trainerOf(tf),
    random: seededRandom(seed),
    signal: new AbortController().signal,
    now: () => performance.now(),
    measured: null,
    yieldToEventLoop: () => new Promise((resolve) => setImmediate(resolve)),
  };
  const going = run(context, parsed.parameters);
  let next = await going.next();
  while (!next.done) next = await going.next();
  return fairnessResult.parse(next.value.result);
}
/** What a model was found to do. */
export const row = (result: FairnessResult, name: ModelName, on: AuditLabel = 'repay') =>
  result.models.find((one) => one.name === name && one.auditedOn === on)!;

/** What the lab teaches, as tests of a run for each of these seeds. */
export function describeLender(seeds: number[]): void {
  describe('the lender', () => {
    const results = new Map<number, FairnessResult>();
    beforeAll(async () => {
      for (const seed of seeds) results.set(seed, await runLab(seed, 'default'));
    });
    afterAll(() => {
      const table = [...results].map(
        ([seed, result]) =>
          `seed ${seed}: ${result.models
            .filter(({ auditedOn }) => auditedOn === 'repay')
            .map(
              (one) =>
                `${one.name} ${one.demographicParityRatio!.toFixed(2)} ${one.tpr.majority!.toFixed(2)}/${one.tpr.minority!.toFixed(2)}`,
            )
            .join(', ')}`,
      );
      console.log(table.join('\n'));
    });

    it.each(seeds)(
      'seed %i: deleting the group, then the zone, shrinks the gap and does not close it',
      (seed) => {
        const [all, noGroup, noZone] = (
          ['with-group', 'group-deleted', 'group-and-zone-deleted'] as const
        ).map((name) => row(results.get(seed)!, name).demographicParityRatio!) as [
          number,
          number,
          number,
        ];
        expect(all).toBeLessThan(noGroup);
        expect(noGroup).toBeLessThan(noZone);
        expect(noGroup).toBeLessThan(0.6);
        expect(results.get(seed)!.groupFromFeaturesAuc).toBeGreaterThan(0.8);
      },
    );

    it.each(seeds)('seed %i: equalising on biased labels leaves the bias in them', (seed) => {
      expect(
        row(results.get(seed)!, 'hardt-oracle').tpr.minority! -
          row(results.get(seed)!, 'hardt-biased').tpr.minority!,
      ).toBeGreaterThan(0.15);
    });

    it.each(seeds)(
      'seed %i: flipping the group bit alone approves about half of the minority, and hardly anyone of the majority',
      (seed) => {
        const { minority, majority } = results.get(seed)!.deletionTest!;
        expect(minority.approvedAfterFlip / minority.n).toBeGreaterThan(0.3);
        expect(minority.approvedAfterFlip / minority.n).toBeLessThan(0.7);
        expect(majority.approvedAfterFlip / majority.n).toBeLessThan(0.1);
      },
    );
  });
}
