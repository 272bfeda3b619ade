import { expect, it } from 'vitest';
import { loadBackend } from '../../main/compute/backend.ts';
import { trainerOf } from '../../test/native-tf.ts';
import { seededRandom } from '../math/random.ts';
import { backdoorParameters, backdoorResult } from './lab.ts';
import { open, run } from './run.ts';

it('runs to its end on WebAssembly too: doses, defences and questions', async () => {
  const { tf } = await loadBackend({ LECTERN_BACKEND: 'wasm' });
  expect(tf.getBackend()).toBe('wasm');
  const before = tf.memory().numTensors;
  const context = {
    tf,
    trainer: trainerOf(tf),
    random: seededRandom(1),
    signal: new AbortController().signal,
    now: () => performance.now(),
    measured: null,
    yieldToEventLoop: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const parameters = backdoorParameters.parse({
    epochs: 2,
    cleanFaces: 300,
    poisons: 40,
    doses: 'curve',
    doseSeeds: 1,
    defend: 'on',
  });
  const steps = run(context, parameters);
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  expect(backdoorResult.safeParse(step.value.result).error).toBeUndefined();
  expect(step.value.result.doses).toHaveLength(7);
  expect(step.value.result.defences).toHaveLength(3);
  const opened = await open(context, parameters, step.value);
  opened.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
