import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LabContext, Tf } from '../lab.ts';
import { parseParameters } from '../parameters.ts';
import { seededRandom } from '../math/random.ts';
import { nativeTf } from '../../test/native-tf.ts';
import {
  fairnessParameters,
  fairnessResult,
  lab,
  type AuditLabel,
  type FairnessResult,
  type ModelName,
} from './lab.ts';
import { run } from './run.ts';

const seeds = [1, 2, 3, 4, 5, 6];
let tf: Tf;
beforeAll(async () => void (tf = await nativeTf()));

async function runLab(
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
    random: seededRandom(seed),
    signal: new AbortController().signal,
    now: () => performance.now(),
    measured: null,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  };
  const going = run(context, parsed.parameters);
  let next = await going.next();
  while (!next.done) next = await going.next();
  return fairnessResult.parse(next.value.result);
}
const row = (result: FairnessResult, name: ModelName, on: AuditLabel = 'repay') =>
  result.models.find((one) => one.name === name && one.auditedOn === on)!;

describe('the lender', () => {
  const results: FairnessResult[] = [];
  beforeAll(async () => {
    for (const seed of seeds) results.push(await runLab(seed, 'default'));
  });
  afterAll(() => {
    const table = results.map(
      (result, i) =>
        `seed ${seeds[i]}: ${result.models
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
      ).map((name) => row(results[seed - 1]!, name).demographicParityRatio!) as [
        number,
        number,
        number,
      ];
      expect(all).toBeLessThan(noGroup);
      expect(noGroup).toBeLessThan(noZone);
      expect(noGroup).toBeLessThan(0.6);
      expect(results[seed - 1]!.groupFromFeaturesAuc).toBeGreaterThan(0.8);
    },
  );

  it.each(seeds)('seed %i: equalising on biased labels leaves the bias in them', (seed) => {
    expect(
      row(results[seed - 1]!, 'hardt-oracle').tpr.minority! -
        row(results[seed - 1]!, 'hardt-biased').tpr.minority!,
    ).toBeGreaterThan(0.15);
  });

  it.each(seeds)(
    'seed %i: flipping the group bit alone approves about half of the minority, and hardly anyone of the majority',
    (seed) => {
      const { minority, majority } = results[seed - 1]!.deletionTest!;
      expect(minority.approvedAfterFlip / minority.n).toBeGreaterThan(0.3);
      expect(minority.approvedAfterFlip / minority.n).toBeLessThan(0.7);
      expect(majority.approvedAfterFlip / majority.n).toBeLessThan(0.1);
    },
  );
});

describe('controls', () => {
  it('everything equal: no gap to speak of', async () => {
    let within = 0;
    for (const seed of seeds) {
      const { signed } = row(await runLab(seed, 'everything-equal'), 'group-deleted');
      if (Math.abs(signed.selectionRate!) <= 0.05 && Math.abs(signed.tpr!) <= 0.05) within++;
    }
    expect(within).toBeGreaterThanOrEqual(5);
  });

  it('fair labels, unequal base rates: the gap in selection stays', async () => {
    expect(
      row(await runLab(1, 'fair-labels'), 'group-deleted').signed.selectionRate,
    ).toBeGreaterThan(0.05);
  });
});

describe('the run', () => {
  it('is a pure function of parameters and seed', async () => {
    expect(await runLab(3, 'default')).toEqual(await runLab(3, 'default'));
  });

  it('leaves nothing on the backend', async () => {
    await runLab(1, 'default');
    const before = tf.memory().numTensors;
    await runLab(2, 'default');
    expect(tf.memory().numTensors).toBe(before);
  });
});
