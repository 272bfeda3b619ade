import { int32 } from './graph.ts';
import type { Patched } from './patches.ts';
import type { BuiltLayer, Step } from './step.ts';

/**
 * A first convolution with 2 × 2 pooling as products with patches (`patches.ts`). The four places of each window are four products,
 * so that pooling is three maxima of whole arrays.
 */
export function patchedLayer(
  step: Step,
  { conv, high, wide, columns }: Patched,
  patches: readonly string[],
): BuiltLayer {
  const { frame } = step;
  const kernel = frame.reshape(step.weight(0), columns, conv.filters);
  const inputs = patches.map((one) => frame.reshape(one, -1, columns));
  const sums = inputs.map((one) => frame.product(one, kernel));
  const upper = frame.op('Maximum', [sums[0]!, sums[1]!]);
  const lower = frame.op('Maximum', [sums[2]!, sums[3]!]);
  const output = step.activate(frame.op('Maximum', [upper, lower]), step.weight(1), conv.relu);

  /** What of a gradient goes to the first of two, and what to the second: of equal ones the first takes it, as in TensorFlow's own pooling. */
  const divided = (all: string, first: string, second: string): [string, string] => {
    const toSecond = frame.op('ReluGrad', [all, frame.op('Sub', [second, first])]);
    return [frame.op('Sub', [all, toSecond]), toSecond];
  };

  return {
    output: frame.reshape(output, -1, high, wide, conv.filters),
    backward(above) {
      const flat = frame.reshape(above, -1, conv.filters);
      const gradient = conv.relu ? step.throughRelu(flat, output) : flat;
      step.updateBias(1, gradient);
      const [toUpper, toLower] = divided(gradient, upper, lower);
      const parts = [
        ...divided(toUpper, sums[0]!, sums[1]!),
        ...divided(toLower, sums[2]!, sums[3]!),
      ];
      // Turned round: the product is faster with few rows and many columns than the other way.
      const turned = frame.op(
        'AddN',
        parts.map((part, k) => frame.product(part, inputs[k]!, 'first')),
        { N: { int: 4 } },
      );
      const ofKernel = frame.op('Transpose', [turned, frame.ints(1, 0)], { Tperm: int32 });
      step.update(0, frame.reshape(ofKernel, conv.size, conv.size, conv.inputs, conv.filters));
      return null;
    },
  };
}
