import { sizeOf, weightShapes, type Layer, type Net } from '../../../labs/kit/trainer/net.ts';
import type { TrainingPlan, TrainingRows } from '../../../labs/kit/trainer/trainer.ts';
import { seededRandom } from '../../../labs/math/random.ts';

/** Rows of the example: the small net's batch takes them all. */
const rows = 4;
const features = 4;

/**
 * The small net of a net's kind: with the same kinds of layers, loss, weighting, ridge and stack, so that its graph is made of the
 * same operations. What a library lacks or does wrongly for the net, it lacks or does wrongly here. Nets of one kind have the same.
 */
export function smallNetLike({ layers, loss, outputs, batch, weights, ridge, stack }: Net): Net {
  const first = layers[0]!;
  const units = loss === 'softmax' || outputs > 1 ? 3 : 1;
  const [input, own] =
    first.kind === 'conv' ? withPictures(first.stride, units) : [[features], denseOnly(units)];
  return {
    input,
    layers: own,
    loss,
    outputs: units,
    batch: batch === null ? null : rows,
    ...(weights && { weights }),
    ...(ridge !== undefined && { ridge: 0.01 }),
    ...(stack && { stack: 2 }),
  };
}

const denseOnly = (units: number): Layer[] => [
  { kind: 'dense', inputs: features, units: 5, relu: true },
  { kind: 'dense', inputs: 5, units, relu: false },
];

/** Pictures so large that 8 × 8 places are left after the first convolution, whatever its stride. */
const withPictures = (stride: number, units: number): [number[], Layer[]] => [
  [8 * stride, 8 * stride, 2],
  [
    { kind: 'conv', size: 3, inputs: 2, filters: 3, stride, relu: true },
    { kind: 'pool', size: 2 },
    { kind: 'conv', size: 3, inputs: 3, filters: 4, stride: 1, relu: true },
    { kind: 'pool', size: 2 },
    { kind: 'flatten', units: 16 },
    { kind: 'dense', inputs: 16, units: 5, relu: true },
    { kind: 'dense', inputs: 5, units, relu: false },
  ],
];

/** Nets like those that the labs train: pictures, nets side by side, and several models with a ridge. */
const labNets: readonly Net[] = [
  { input: [16, 16, 2], layers: withPictures(2, 3)[1], loss: 'softmax', outputs: 3, batch: rows },
  { input: [features], layers: denseOnly(1), loss: 'sigmoid', outputs: 1, batch: rows, stack: 2 },
  {
    input: [features],
    layers: denseOnly(3),
    loss: 'sigmoid',
    outputs: 3,
    batch: null,
    weights: 'each',
    ridge: 0.01,
  },
];

/** The kinds that the labs train, for whoever wants to know of them before there is a net. */
export const kindsOfLabs: readonly Net[] = labNets.map(smallNetLike);

/** Made-up rows for a small net, and a plan of one step. */
export function exampleFor(net: Net, rate: number): { rows: TrainingRows; plan: TrainingPlan } {
  const random = seededRandom(1);
  const drawn = (count: number) => Float32Array.from({ length: count }, () => random.normal());
  const copies = net.stack ?? 1;
  const x = drawn(copies * rows * sizeOf(net.input));
  const y =
    net.loss === 'softmax'
      ? Int32Array.from({ length: rows }, (_, i) => i % net.outputs)
      : Float32Array.from({ length: copies * rows * net.outputs }, (_, i) => i % 2);
  const shapes = weightShapes(net);
  return {
    rows: { rows, x, y },
    plan: {
      start: shapes.map((shape) => drawn(sizeOf(shape)).map((value) => value / 2)),
      epochs: 1,
      rate,
      ...(net.batch !== null && { order: () => Int32Array.from({ length: rows }, (_, i) => i) }),
      ...(net.weights && {
        weights: Float32Array.from(
          { length: net.weights === 'rows' ? rows : rows * net.outputs },
          (_, i) => i % 3,
        ),
      }),
      ...(net.ridge !== undefined && {
        mask: Float32Array.from({ length: sizeOf(shapes[0]!) }, (_, i) => (i % 4 === 0 ? 0 : 1)),
      }),
    },
  };
}
