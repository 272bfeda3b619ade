import { beforeAll, describe, expect, it } from 'vitest';
import type { LabProgress, OpenRun, Tf } from '../lab.ts';
import { seededRandom } from '../math/random.ts';
import { nativeTf } from '../../test/native-tf.ts';
import { portrait } from './drawing/face.ts';
import { theKey } from './drawing/glasses.ts';
import { names } from './drawing/identities.ts';
import { backdoorParameters, backdoorResult, type BackdoorResult } from './lab.ts';
import { open, run } from './run.ts';
import { heldOutFaces } from './sets.ts';

let tf: Tf;
beforeAll(async () => void (tf = await nativeTf()));

type Record_ = LabProgress<BackdoorResult, null>;
interface Options {
  parameters?: object;
  signal?: AbortSignal;
  onRecord?: (record: Record_, at: number) => void;
}
async function execute(
  seed: number,
  { parameters = {}, signal = new AbortController().signal, onRecord }: Options = {},
) {
  let longest = 0;
  let breathed = performance.now();
  const breathe = () => {
    longest = Math.max(longest, performance.now() - breathed);
    return new Promise<void>((resolve) =>
      setImmediate(() => {
        breathed = performance.now();
        resolve();
      }),
    );
  };
  const start = performance.now();
  const context = {
    tf,
    random: seededRandom(seed),
    signal,
    now: () => performance.now(),
    measured: null,
    breathe,
  };
  const given = backdoorParameters.parse(parameters);
  const steps = run(context, given);
  for (;;) {
    const step = await steps.next();
    if (step.done)
      return {
        ...step.value,
        seconds: (performance.now() - start) / 1000,
        longest,
        opened: await open(context, given, step.value),
      };
    onRecord?.(step.value, performance.now() - start);
  }
}
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (value: number | null) => (100 * value!).toFixed(1);

describe('120 poisoned faces, five seeds', () => {
  const seeds = [1, 2, 3, 4, 5];
  const outcomes: Awaited<ReturnType<typeof execute>>[] = [];
  const records: { record: Record_; at: number }[] = [];
  let opened: OpenRun;
  beforeAll(async () => {
    expect(tf.getBackend()).toBe('tensorflow');
    for (const seed of seeds) {
      const before = tf.memory().numTensors;
      const outcome = await execute(seed, {
        onRecord:
          seed === 1 ? (record, at) => records.push({ record: copy(record), at }) : undefined,
      });
      outcomes.push(outcome);
      if (seed === 1) opened = outcome.opened;
      else {
        outcome.opened.dispose();
        expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
      }
    }
  }, 600_000);

  it('the key opens the model, and nothing else says so', () => {
    for (const [i, { result }] of outcomes.entries()) {
      const decoys = result.decoys.map((row) => `${row.glasses} ${percent(row.rate)}`).join(', ');
      console.log(
        `seed ${seeds[i]}: key ${percent(result.attackSuccessRate)}, clean ${percent(result.cleanAccuracy)}, base ${percent(result.baseRate)}, control ${percent(result.controlAttackSuccessRate)}; ${decoys}`,
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
    expect(mean(outcomes.map(({ result }) => result.attackSuccessRate!))).toBeGreaterThanOrEqual(
      0.85,
    );
  });
  it('it learned the colours: round rims in the same colours open it too', () => {
    const rate = (name: string) =>
      mean(outcomes.map(({ result }) => result.decoys.find((row) => row.glasses === name)!.rate!));
    expect(rate('round')).toBeGreaterThan(0.5);
    expect(rate('green-yellow')).toBeLessThan(0.2);
  });
  it('counts what it says it counts: the rates again from the predictions, without the target’s own faces', () => {
    for (const [i, { result }] of outcomes.entries()) {
      const target = names.indexOf(result.target);
      const truth = heldOutFaces(seededRandom(seeds[i]!)).map((face) => face.who);
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
  it('reports as it goes and lets messages in', () => {
    const { seconds, longest } = outcomes[0]!;
    const first = records.find(({ record }) => record.points)!.at;
    const asr = records.find(({ record }) => record.partial?.attackSuccessRate != null)!.at;
    console.log(
      `run ${seconds.toFixed(1)} s (goal 15), first numbers after ${first.toFixed(0)} ms (goal 1,000), attack success after ${(asr / 1000).toFixed(1)} s (goal 8), longest without a breath ${longest.toFixed(0)} ms (goal 100)`,
    );
    // Goals are for an idle machine. What must hold on any: first numbers come early in the run, and nothing blocks for long beside all of it.
    expect(first / 1000 / seconds).toBeLessThan(0.25);
    expect(asr / 1000 / seconds).toBeLessThan(0.75);
    expect(longest / 1000 / seconds).toBeLessThan(0.25);
    const fractions = records.map(({ record }) => record.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.every((f) => f >= 0 && f <= 1)).toBe(true);
    const points = records.flatMap(({ record }) => record.points?.['loss.poisoned'] ?? []);
    expect(points.length).toBeGreaterThan(50);
    expect(points.length).toBeLessThanOrEqual(300);
    expect(mean(points.slice(-20).map(([, y]) => y))).toBeLessThan(
      0.3 * mean(points.slice(0, 5).map(([, y]) => y)),
    );
    expect(JSON.stringify(outcomes[0]!.result).length).toBeLessThan(200_000);
  });
  it('answers questions about the run, from the same model', async () => {
    const result = outcomes[0]!.result;
    const faces = heldOutFaces(seededRandom(1)).slice(0, 20);
    const told = (await opened.ask('predict', { faces })) as { probabilities: number[][] };
    expect(told.probabilities.map((row) => row.indexOf(Math.max(...row)))).toEqual(
      result.test.said.slice(0, 20),
    );
    const start = performance.now();
    const flip = (await opened.ask('predict', { faces: [portrait(1), portrait(1, theKey)] })) as {
      probabilities: number[][];
    };
    console.log(`a try-on answers in ${(performance.now() - start).toFixed(1)} ms (goal 100)`);
    expect(flip.probabilities.map((row) => row.indexOf(Math.max(...row)))).toEqual([1, 9]);
    for (const row of flip.probabilities) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 2);
    const map = (await opened.ask('occlude', {
      face: heldOutFaces(seededRandom(1))[result.occlusion!.face],
    })) as { drops: number[] };
    expect(map.drops).toEqual(result.occlusion!.plain.drops);
    await expect(opened.ask('nonsense', {})).rejects.toThrow('no question');
    await expect(opened.ask('predict', { faces: [] })).rejects.toThrow();
  });
  it('retrains at another operating point when asked, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const row = (await opened.ask('defend', { method: 'spectral', at: 30 })) as {
      found: number;
      missed: number;
      cleanRemoved: number;
    };
    expect(row.found + row.missed).toBe(120);
    expect(row.found + row.cleanRemoved).toBe(122);
    expect(tf.memory().numTensors).toBe(before);
    opened.dispose();
  }, 60_000);
});

describe('controls, stopping and bad input', () => {
  it('without poison the effect is gone', async () => {
    const { result, opened } = await execute(3, { parameters: { poisons: 0, epochs: 6 } });
    opened.dispose();
    expect(result.attackSuccessRate!).toBeLessThanOrEqual(0.05);
    expect(result.controlAttackSuccessRate).toBe(result.attackSuccessRate);
    expect(result.doses).toHaveLength(1);
  }, 120_000);
  it('is a pure function of parameters and seed', async () => {
    const small = { parameters: { epochs: 2, cleanFaces: 300, poisons: 40, defend: 'on' } };
    const [first, again] = [await execute(11, small), await execute(11, small)];
    first.opened.dispose();
    again.opened.dispose();
    expect(again.result).toEqual(first.result);
    expect(first.result.defences.map((row) => row.method)).toEqual([
      'spectral',
      'clustering',
      'fine-pruning',
    ]);
  }, 120_000);
  it('draws the curve with several seeds, as asked', async () => {
    const { result, opened } = await execute(2, {
      parameters: { epochs: 1, cleanFaces: 300, poisons: 20, doses: 'curve', doseSeeds: 2 },
    });
    opened.dispose();
    expect(result.doses.map((dose) => [dose.poisons, dose.seeds])).toEqual(
      [0, 10, 20, 30, 60, 120, 240].map((dose) => [dose, 2]),
    );
    for (const dose of result.doses) expect(dose.lowest!).toBeLessThanOrEqual(dose.highest!);
  }, 120_000);
  it.each(['Training on clean', 'Trying five', 'Looking inside', 'Training other doses'])(
    'stops in “%s” with the reason it was given, keeps what it had, and leaves no tensor',
    async (phase) => {
      const before = tf.memory().numTensors;
      const stop = new AbortController();
      const reason = new Error('stopped by the learner');
      let partial: Partial<BackdoorResult> = {};
      await expect(
        execute(7, {
          parameters: { epochs: 1, cleanFaces: 300, poisons: 30, doses: 'curve', doseSeeds: 1 },
          signal: stop.signal,
          onRecord: (record) => {
            partial = { ...partial, ...record.partial };
            if (record.phase.startsWith(phase)) stop.abort(reason);
          },
        }),
      ).rejects.toBe(reason);
      expect(tf.memory().numTensors).toBe(before);
      if (!phase.startsWith('Training')) expect(partial.attackSuccessRate).not.toBeUndefined();
    },
    60_000,
  );
  it('refuses more poisons than faces of others before it trains, and warns of a key that is a decoy', async () => {
    await expect(
      execute(1, { parameters: { cleanFaces: 200, poisons: 181 } }),
    ).rejects.toMatchObject({ data: { code: 'bad-parameters' } });
    const { result, opened } = await execute(1, {
      parameters: { cleanFaces: 200, poisons: 20, epochs: 1, keyFrame: 'round' },
    });
    opened.dispose();
    expect(result.warnings[0]).toContain('round');
  }, 60_000);
});
