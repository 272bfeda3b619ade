import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { render, pictureSize } from '../../../labs/backdoor/data.ts';
import { backdoorParameters } from '../../../labs/backdoor/lab.ts';
import {
  batchRows,
  buildModel,
  featureUnits,
  filters,
  rate,
  train,
} from '../../../labs/backdoor/model.ts';
import { createThrottle } from '../../../labs/kit/throttle.ts';
import { drawTraining, trainingFaces } from '../../../labs/backdoor/sets.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { loadBackend } from '../../../main/compute/backend.ts';
import { answerRounds } from '../answer-rounds.ts';
import { createTrainer } from '../../../main/compute/train/trainer.ts';

// Draws faces and trains the default model as the backdoor lab does, a round at a time, and writes the very same data and net down for the peer.

const folder = process.argv[2]!;
const parameters = backdoorParameters.parse({});
const random = seededRandom(7);

const faces = trainingFaces(random, parameters);
const pixels = new Float32Array(pictureSize);
/** Faces a second. */
function draw(): number {
  const start = performance.now();
  for (const face of faces) render(face, pixels);
  return faces.length / ((performance.now() - start) / 1000);
}

const { tf, info } = await loadBackend();
const trainer = createTrainer({ tf, now: () => performance.now() });
const throttle = createThrottle({
  now: () => performance.now(),
  yieldToEventLoop: () => Promise.resolve(),
  signal: new AbortController().signal,
});
const set = await drawTraining(random, parameters, parameters.poisons, throttle);
await writeFile(join(folder, 'x.f32'), set.pixels);
await writeFile(join(folder, 'y.i32'), set.labels);
await writeFile(
  join(folder, 'net.json'),
  JSON.stringify({
    rows: set.labels.length,
    epochs: parameters.epochs,
    batch: batchRows,
    rate,
    filters,
    features: featureUnits,
  }),
);

/** One training; its seconds and the mean loss of its last epoch. */
function trainOnce(): { seconds: number; loss: number } {
  const model = buildModel(tf, random.fork('weights'));
  const losses: number[] = [];
  const start = performance.now();
  for (const step of train({ tf, trainer }, model, set, parameters.epochs, random.fork('order')))
    if (step) losses.push(step.loss);
  const seconds = (performance.now() - start) / 1000;
  model.dispose();
  const last = losses.slice(-Math.ceil(losses.length / parameters.epochs));
  return { seconds, loss: last.reduce((sum, value) => sum + value, 0) / last.length };
}

const round = () => ({ drawn: draw(), ...trainOnce() });
// The first one is the warm-up.
round();
await answerRounds(
  { backend: info.backend, rows: set.labels.length, epochs: parameters.epochs },
  round,
);
