import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clickData } from '../../../labs/latency/data.ts';
import { modelNames } from '../../../labs/latency/names.ts';
import { latencyParameters } from '../../../labs/latency/parameters.ts';
import { buildModel, foldTensors, hiddenUnits, train } from '../../../labs/latency/model.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { loadBackend } from '../../../main/compute/backend.ts';

// Trains as the lab does and writes the very same data and nets down for the peer: `x.f32`, `y.f32`, `nets.json` in the folder named.

const folder = process.argv[2]!;
const rounds = Number(process.argv[3]);
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
    rounds,
    nets: modelNames.map((name) => ({ name, hidden: hiddenUnits[name] })),
  }),
);

const data = foldTensors(tf, fold);
const nets: Record<string, { seconds: number[]; loss: number }> = {};
for (const name of modelNames) {
  const seconds: number[] = [];
  let loss = NaN;
  // The first round is the warm-up.
  for (let round = 0; round <= rounds; round++) {
    const model = buildModel(tf, name, random);
    const losses: number[] = [];
    const start = performance.now();
    for (const step of train(tf, model, data, epochs, random.fork(`training ${name}`)))
      losses.push(step.loss);
    if (round > 0) seconds.push((performance.now() - start) / 1000);
    const last = losses.slice(-Math.ceil(losses.length / epochs));
    loss = last.reduce((sum, value) => sum + value, 0) / last.length;
    model.dispose();
  }
  nets[name] = { seconds, loss };
}
tf.dispose(data);
console.log(JSON.stringify({ backend: info.backend, epochs, rows: fold.rows, nets }));
