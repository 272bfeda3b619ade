import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clickData } from '../../../labs/latency/data.ts';
import { modelNames, type ModelName } from '../../../labs/latency/names.ts';
import { latencyParameters } from '../../../labs/latency/parameters.ts';
import { buildModel, foldTensors, hiddenUnits, train } from '../../../labs/latency/model.ts';
import type { Net } from '../../../labs/kit/trainer/net.ts';
import { trainNet } from '../../../labs/kit/trainer/trainer.ts';
import { stepsOf } from '../../../labs/kit/training.ts';
import type { Sequential } from '../../../labs/lab.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { loadBackend } from '../../../main/compute/backend.ts';
import { answerRounds } from '../answer-rounds.ts';
import { createTrainer } from '../../../main/compute/train/trainer.ts';
import type { Way } from '../../../main/compute/train/ways.ts';

// Trains as the lab does, or as a graph, a round at a time, and writes the very same data and nets down for the peer: `x.f32`, `y.f32`, `nets.json` in the folder named.

const folder = process.argv[2]!;
const way = process.argv[3] as Way;
const { tf, info } = await loadBackend();
const random = seededRandom(7);
const { train: fold } = clickData(random.fork('data'));
const { epochs } = latencyParameters.parse({});

await writeFile(join(folder, 'x.f32'), fold.x);
await writeFile(join(folder, 'y.f32'), fold.y);
await writeFile(
  join(folder, 'nets.json'),
  JSON.stringify({
    rows: fold.rows,
    features: fold.features,
    epochs,
    batch: 256,
    rate: 1e-3,
    nets: modelNames.map((name) => ({ name, hidden: hiddenUnits[name] })),
  }),
);

const data = foldTensors(tf, fold);
const used = new Set<string>();
const trainer = createTrainer({ tf, now: () => performance.now(), onWay: (own) => used.add(own) });

/** The same net as the lab's, as a trainer takes it. */
function netOf(name: ModelName): Net {
  const widths = [fold.features, ...hiddenUnits[name], 1];
  return {
    input: [fold.features],
    layers: widths.slice(1).map((units, i) => ({
      kind: 'dense',
      inputs: widths[i]!,
      units,
      relu: i < widths.length - 2,
    })),
    loss: 'sigmoid',
    outputs: 1,
    batch: 256,
  };
}

/** The losses of all steps: by the lab's own loop, or as a graph. */
function losses(name: ModelName, model: Sequential): number[] {
  const own = random.fork(`training ${name}`);
  if (way === 'loop') return Array.from(train(tf, model, data, epochs, own), ({ loss }) => loss);
  const order = own.fork('order');
  const training = trainNet(
    trainer,
    netOf(name),
    { rows: fold.rows, x: fold.x, y: fold.y },
    {
      start: model.getWeights().map((weight) => weight.dataSync<'float32'>()),
      epochs,
      rate: 1e-3,
      order: () => order.permutation(fold.rows),
    },
  );
  return Array.from(stepsOf(training, epochs)).flatMap((step) => step?.loss ?? []);
}

/** Trains each model once. */
function round(): Record<string, { seconds: number; loss: number }> {
  return Object.fromEntries(
    modelNames.map((name) => {
      const model = buildModel(tf, name, random);
      const start = performance.now();
      const found = losses(name, model);
      const seconds = (performance.now() - start) / 1000;
      model.dispose();
      const last = found.slice(-Math.ceil(found.length / epochs));
      return [name, { seconds, loss: last.reduce((sum, value) => sum + value, 0) / last.length }];
    }),
  );
}

// The first one is the warm-up.
round();
if (way === 'graph' && used.has('loop')) throw new Error('the graph could not be used');
await answerRounds({ backend: info.backend, epochs, rows: fold.rows }, round);
