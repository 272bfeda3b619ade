import type { Layer } from '../../../../labs/kit/trainer/net.ts';
import { int64, type Attributes } from './graph.ts';
import type { BuiltLayer, Step } from './step.ts';

const each = (step: number) => ({ ints: [1, step, step, 1] });
const same = (stride: number): Attributes => ({
  strides: each(stride),
  padding: { text: 'SAME' },
});
const windows = (size: number): Attributes => ({
  ksize: each(size),
  strides: each(size),
  padding: { text: 'VALID' },
  Targmax: int64,
});

/**
 * A convolution, with the pooling after it where `pool` gives the size of its windows. Pooling comes before bias and ReLU: max(z) + b
 * is max(z + b) to the bit and ReLU keeps the order, so both are done to a quarter of the numbers.
 */
export function convolutionLayer(
  step: Step,
  layer: Extract<Layer, { kind: 'conv' }>,
  place: number,
  input: string,
  pool: number | null,
): BuiltLayer {
  const { frame } = step;
  const kernel = step.weight(place);
  const sums = frame.op('Conv2D', [input, kernel], same(layer.stride));
  const pooled = pool ? frame.op('MaxPoolWithArgmax', [sums], windows(pool)) : sums;
  const output = step.activate(pooled, step.weight(place + 1), layer.relu);
  return {
    output,
    backward(above) {
      const gradient = layer.relu ? step.throughRelu(above, output) : above;
      step.updateBias(place + 1, gradient);
      const bySums = pool
        ? frame.op('MaxPoolGradWithArgmax', [sums, gradient, `${pooled}:1`], windows(pool))
        : gradient;
      const shape = frame.ints(layer.size, layer.size, layer.inputs, layer.filters);
      const ofKernel = frame.op('Conv2DBackpropFilter', [input, shape, bySums], same(layer.stride));
      if (place === 0) {
        step.update(place, ofKernel);
        return null;
      }
      const below = frame.op(
        'Conv2DBackpropInput',
        [frame.shapeOf(input), kernel, bySums],
        same(layer.stride),
      );
      step.update(place, ofKernel, [below]);
      return below;
    },
  };
}

/** Makes a row of numbers of each picture. */
export function flattenLayer(step: Step, units: number, input: string): BuiltLayer {
  const { frame } = step;
  return {
    output: frame.reshape(input, -1, units),
    backward: (gradient) => frame.reshapeLike(gradient, input),
  };
}
