import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One step of training by plain Node on the tfjs-node of the folder given: prints its backend, the
 * loss before and after, the library's place.
 */
const program = `
const util = require('node:util');
util.isNullOrUndefined ??= (value) => value == null;
const tf = require(process.argv[1]);
const w = tf.variable(tf.zeros([4, 1]));
const x = tf.tensor2d([[1, 2, 3, 4], [2, 3, 4, 5], [0, 1, 0, 1]]);
const y = tf.tensor2d([[10], [14], [2]]);
const loss = () => tf.losses.meanSquaredError(y, tf.matMul(x, w));
const before = loss().dataSync()[0];
tf.train.sgd(0.01).minimize(loss);
const maps = require('node:fs').readFileSync('/proc/self/maps', 'utf8');
const paths = maps.split('\\n').map((line) => line.split(/\\s+/).slice(5).join(' '));
const libraries = [...new Set(paths.filter((path) => /tensorflow|tfjs_binding/.test(path)))];
console.log(JSON.stringify({ backend: tf.getBackend(), before, after: loss().dataSync()[0], libraries }));
`;

/**
 * Loads the unpacked tfjs-node of a packed app in plain Node and trains one step. Its JavaScript relations lie in the archive, which
 * plain Node can't read: they come from `extracted`. Throws where the backend is another, the loss does not fall, or a library
 * was loaded from elsewhere.
 */
export async function trainOneStep(
  unpacked: string,
  extracted: string,
  empty: string,
): Promise<string> {
  const tfjsNode = join(unpacked, 'node_modules/@tensorflow/tfjs-node');
  const child = spawn(process.execPath, ['-e', program, tfjsNode], {
    cwd: empty,
    env: {
      PATH: process.env['PATH'],
      HOME: empty,
      NODE_PATH: join(extracted, 'node_modules'),
      TF_CPP_MIN_LOG_LEVEL: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`It ended with ${code}: ${err.slice(0, 600)}`);
  const told = JSON.parse(out.trim().split('\n').at(-1)!) as {
    backend: string;
    before: number;
    after: number;
    libraries: string[];
  };
  if (told.backend !== 'tensorflow') throw new Error(`The backend is ${told.backend}.`);
  if (!(told.after < told.before))
    throw new Error(`The loss went from ${told.before} to ${told.after}.`);
  const elsewhere = told.libraries.filter((path) => !path.startsWith(realpathSync(tfjsNode)));
  if (told.libraries.length < 3 || elsewhere.length > 0)
    throw new Error(`Libraries loaded: ${told.libraries.join(', ')}`);
  return `loss ${told.before.toFixed(1)} to ${told.after.toFixed(1)}, ${told.libraries.length} native files, all from the package`;
}
