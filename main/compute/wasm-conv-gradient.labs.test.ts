import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tensor4D, Tf } from '../../labs/lab.ts';
import { loadBackend } from './backend.ts';

let tf: Tf;
beforeAll(async () => void ({ tf } = await loadBackend({ LECTERN_BACKEND: 'wasm' })));

type Pad =
  | 'same'
  | 'valid'
  | number
  | [[number, number], [number, number], [number, number], [number, number]];
interface Convolution {
  input: [number, number, number, number];
  filter: [number, number, number, number];
  strides: number | [number, number];
  pad: Pad;
}

const numbers = (shape: number[], k: number) =>
  tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) =>
      Math.sin(i * 12.9898 + k),
    ),
    shape,
  );
const buffers = () => [
  tf.memory().numTensors,
  tf.memory().numDataBuffers,
  tf.backend().numDataIds(),
];

/** Both gradients of a convolution, with a gradient of the output that differs from place to place. */
async function gradients(
  backend: string,
  { input, filter, strides, pad }: Convolution,
): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const given = [numbers(input, 1), numbers(filter, 2)];
  const made = tf.tidy(() =>
    tf.grads((x, w) => {
      const y = tf.conv2d(x as Tensor4D, w as Tensor4D, strides, pad as never);
      return y.mul(numbers(y.shape, 3)).sum();
    })(given),
  );
  const values = made.map((tensor) => tensor.dataSync<'float32'>());
  tf.dispose([given, made]);
  return values;
}

function expectClose(
  found: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-4,
): void {
  expect(found.length).toBe(expected.length);
  let worst = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(found[i]! - expected[i]!) / Math.max(1, Math.abs(expected[i]!));
    // NaN compares false with everything: it must not pass.
    if (!(difference <= worst)) worst = difference;
  }
  expect(worst).toBeLessThan(tolerance);
}

async function expectSameAsCpu(convolution: Convolution): Promise<void> {
  const expected = await gradients('cpu', convolution);
  await tf.setBackend('wasm');
  const before = buffers();
  const found = await gradients('wasm', convolution);
  expect(buffers()).toEqual(before);
  expectClose(found[0]!, expected[0]!);
  expectClose(found[1]!, expected[1]!);
}

const explicit = (top: number, bottom: number, left: number, right: number): Pad => [
  [0, 0],
  [top, bottom],
  [left, right],
  [0, 0],
];
const table: [string, Convolution][] = [
  ['3x3, same', { input: [2, 8, 8, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'same' }],
  ['3x3, valid', { input: [2, 8, 8, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'valid' }],
  ['odd size', { input: [3, 7, 9, 2], filter: [3, 3, 2, 5], strides: 1, pad: 'same' }],
  ['even filter', { input: [2, 7, 6, 2], filter: [2, 4, 2, 3], strides: 1, pad: 'same' }],
  ['1x1 filter', { input: [2, 5, 5, 4], filter: [1, 1, 4, 3], strides: 1, pad: 'valid' }],
  ['1x1 filter, stride 2', { input: [2, 6, 5, 4], filter: [1, 1, 4, 3], strides: 2, pad: 'same' }],
  [
    'one channel, one picture',
    { input: [1, 6, 6, 1], filter: [3, 3, 1, 1], strides: 1, pad: 'same' },
  ],
  ['stride 2, same, even', { input: [2, 8, 8, 3], filter: [3, 3, 3, 4], strides: 2, pad: 'same' }],
  ['stride 2, same, odd', { input: [2, 9, 7, 3], filter: [3, 3, 3, 4], strides: 2, pad: 'same' }],
  [
    'stride 2, valid, a row left over',
    { input: [2, 8, 8, 3], filter: [3, 3, 3, 4], strides: 2, pad: 'valid' },
  ],
  ['stride 3, same', { input: [2, 10, 11, 2], filter: [3, 3, 2, 3], strides: 3, pad: 'same' }],
  [
    'stride 3, valid, two rows left over',
    { input: [2, 11, 10, 2], filter: [3, 3, 2, 3], strides: 3, pad: 'valid' },
  ],
  ['unequal strides', { input: [2, 9, 10, 2], filter: [3, 3, 2, 3], strides: [2, 3], pad: 'same' }],
  [
    'unequal strides, one is 1',
    { input: [2, 9, 10, 2], filter: [3, 2, 2, 3], strides: [1, 3], pad: 'valid' },
  ],
  [
    'stride beyond the filter',
    { input: [2, 11, 11, 2], filter: [2, 2, 2, 3], strides: 3, pad: 'valid' },
  ],
  [
    'stride beyond the filter, same',
    { input: [2, 10, 10, 2], filter: [2, 1, 2, 3], strides: 3, pad: 'same' },
  ],
  [
    '5x5 filter, stride 3',
    { input: [2, 12, 13, 2], filter: [5, 5, 2, 3], strides: 3, pad: 'same' },
  ],
  [
    'filter as large as the picture',
    { input: [2, 5, 4, 2], filter: [5, 4, 2, 3], strides: 1, pad: 'valid' },
  ],
  [
    'filter larger than the picture',
    { input: [2, 3, 2, 2], filter: [5, 5, 2, 3], strides: 1, pad: 'same' },
  ],
  [
    'filter larger than the picture, stride 2',
    { input: [2, 3, 4, 2], filter: [5, 5, 2, 3], strides: 2, pad: 'same' },
  ],
  ['padding 2', { input: [2, 6, 6, 2], filter: [3, 3, 2, 3], strides: 1, pad: 2 }],
  ['padding beyond the filter', { input: [2, 5, 5, 2], filter: [2, 2, 2, 3], strides: 1, pad: 3 }],
  [
    'explicit padding',
    { input: [2, 6, 7, 2], filter: [3, 3, 2, 3], strides: 1, pad: explicit(0, 2, 1, 0) },
  ],
  [
    'explicit padding, stride 2',
    { input: [2, 6, 7, 2], filter: [3, 3, 2, 3], strides: 2, pad: explicit(1, 0, 0, 3) },
  ],
  ['many channels', { input: [2, 6, 6, 17], filter: [3, 3, 17, 19], strides: 1, pad: 'same' }],
  ['a batch of 32', { input: [32, 6, 6, 3], filter: [3, 3, 3, 8], strides: 1, pad: 'same' }],
];

test.each(table)(
  'the gradients of a convolution on WebAssembly are those of the CPU: %s',
  (_, convolution) => expectSameAsCpu(convolution),
);

test('and for any small shape', async () => {
  const size = fc.integer({ min: 1, max: 9 });
  const few = fc.integer({ min: 1, max: 4 });
  const side = fc.integer({ min: 0, max: 3 });
  const pad = fc.oneof(
    fc.constantFrom<Pad>('same', 'valid'),
    fc.tuple(side, side, side, side).map((sides) => explicit(...sides)),
  );
  const convolution = fc
    .record({
      batch: few,
      h: size,
      w: size,
      kh: few,
      kw: few,
      c: few,
      d: few,
      strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      pad,
    })
    .filter(({ h, w, kh, kw, pad: p }) => p === 'same' || (kh <= h && kw <= w))
    .map(({ batch, h, w, kh, kw, c, d, strides, pad: p }): Convolution => ({
      input: [batch, h, w, c],
      filter: [kh, kw, c, d],
      strides,
      pad: p,
    }));
  await fc.assert(fc.asyncProperty(convolution, expectSameAsCpu), { numRuns: 150 });
});

describe('what it can’t do, it says', () => {
  const run = (attrs: object) => {
    const kernel = tf.getKernel('Conv2DBackpropFilter', 'wasm')!;
    const inputs = { x: numbers([1, 5, 5, 2], 0), dy: numbers([1, 5, 5, 3], 1) };
    return () =>
      kernel.kernelFunc({
        inputs,
        backend: tf.backend(),
        attrs: { strides: 1, pad: 'same', dataFormat: 'NHWC', filterShape: [3, 3, 2, 3], ...attrs },
      } as never);
  };
  beforeAll(() => void tf.setBackend('wasm'));
  test.each([2, [1, 2], [3, 1]])('dilation %j', (dilations) =>
    expect(run({ dilations })).toThrow(/dilation .* is not supported, only dilation 1/),
  );
  test.each([1, [1, 1]])('but dilation %j is fine', (dilations) =>
    expect(run({ dilations })).not.toThrow(),
  );
  test('channels first', () => expect(run({ dataFormat: 'NCHW' })).toThrow(/channels last/));
  test('the gradient of a dilated convolution', () => {
    const gradient = tf.grad((w) =>
      tf.conv2d(numbers([1, 7, 7, 2], 0) as Tensor4D, w as Tensor4D, 1, 'same', 'NHWC', 2).sum(),
    );
    expect(() => gradient(numbers([3, 3, 2, 3], 1))).toThrow(/dilation rates greater than 1/);
  });
});

test('a thousand gradients need no more memory than ten', async () => {
  await tf.setBackend('wasm');
  const x = numbers([4, 12, 12, 3], 0) as Tensor4D;
  const w = numbers([3, 3, 3, 4], 1);
  const heap = () =>
    (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;
  const once = () => tf.dispose(tf.grad((v) => tf.conv2d(x, v as Tensor4D, 2, 'valid').sum())(w));
  for (let i = 0; i < 10; i++) once();
  const before = [...buffers(), heap()];
  for (let i = 0; i < 1000; i++) once();
  expect([...buffers(), heap()]).toEqual(before);
});

/** Two convolutions, pooling and a dense layer, by the operations themselves. */
const net = (x: Tensor4D, [c1, c2, w, b]: Tensor4D[]) => {
  const first = tf.maxPool(tf.relu(tf.conv2d(x, c1!, 1, 'same')), 2, 2, 'valid');
  const second = tf.maxPool(tf.relu(tf.conv2d(first, c2!, 1, 'valid')), 2, 1, 'same');
  return tf.softmax(tf.add(tf.matMul(second.reshape([x.shape[0], -1]), w as never), b!));
};

test('the gradient of convolutions, pooling and a dense layer, down to the picture', async () => {
  const all: ArrayLike<number>[][] = [];
  for (const backend of ['cpu', 'wasm']) {
    await tf.setBackend(backend);
    const given = [
      numbers([3, 8, 8, 2], 0),
      numbers([3, 3, 2, 4], 1),
      numbers([3, 3, 4, 3], 2),
      numbers([2 * 2 * 3, 5], 3),
      numbers([5], 4),
    ];
    const made = tf.tidy(() =>
      tf.grads((x, ...weights) =>
        net(x as Tensor4D, weights as Tensor4D[])
          .log()
          .mul(numbers([3, 5], 5))
          .sum(),
      )(given),
    );
    all.push(made.map((tensor) => tensor.dataSync()));
    tf.dispose([given, made]);
  }
  expect(all[0]).toHaveLength(5);
  all[0]!.forEach((expected, i) => expectClose(all[1]![i]!, expected));
});

/** Trains a small net of Keras-like layers: what a lab would write. Pictures hold a bright row or a bright column. */
async function train(
  backend: string,
  steps: number,
): Promise<{ losses: number[]; weights: ArrayLike<number>[]; leaked: number }> {
  await tf.setBackend(backend);
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape: [10, 10, 1],
        filters: 4,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
      }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({
        filters: 6,
        kernelSize: 3,
        strides: 2,
        padding: 'same',
        activation: 'relu',
      }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 8, activation: 'relu' }),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  });
  const start = model
    .getWeights()
    .map((weight, i) => tf.tidy(() => numbers(weight.shape, i).mul(weight.rank > 1 ? 0.4 : 0.05)));
  model.setWeights(start);
  const optimizer = tf.train.adam(0.01);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const pictures = Float32Array.from({ length: 16 * 100 }, (_, i) => {
    const [picture, row, column] = [Math.floor(i / 100), Math.floor(i / 10) % 10, i % 10];
    return (picture % 2 ? row : column) === picture % 7 ? 1 : 0.1 * Math.sin(i * 12.9898);
  });
  const x = tf.tensor4d(pictures, [16, 10, 10, 1]);
  const y = tf.tensor2d(
    Float32Array.from({ length: 32 }, (_, i) => (Math.floor(i / 2) % 2 === i % 2 ? 1 : 0)),
    [16, 2],
  );
  const losses: number[] = [];
  let after = 0;
  for (let step = 0; step < steps; step++) {
    losses.push((await model.trainOnBatch(x, y)) as number);
    // The first step makes the optimizer's own variables, which stay.
    if (step === 0) after = tf.memory().numTensors;
  }
  const leaked = tf.memory().numTensors - after;
  const weights = model.getWeights().map((weight) => weight.dataSync());
  tf.dispose([start, x, y]);
  optimizer.dispose();
  model.dispose();
  return { losses, weights, leaked };
}

test('a small convolutional net takes the same three Adam steps on WebAssembly as on the CPU', async () => {
  const [cpu, wasm] = [await train('cpu', 3), await train('wasm', 3)];
  expectClose(wasm.losses, cpu.losses);
  cpu.weights.forEach((expected, i) => expectClose(wasm.weights[i]!, expected));
  expect(wasm.leaked).toBe(0);
});

test('and learns: the loss falls to a tenth', async () => {
  const { losses, leaked } = await train('wasm', 80);
  expect(losses.at(-1)!).toBeLessThan(losses[0]! / 10);
  expect(leaked).toBe(0);
});
