import type { Layer } from '../../../../labs/kit/trainer/net.ts';
import { int32 } from './graph.ts';
import type { BuiltLayer, Step } from './step.ts';

/** From so many weights on, TensorFlow 1.15 multiplies much faster where no operand is transposed within the product. */
const large = 1 << 17;

/** A dense layer whose kernel and bias are at `place` and after it. */
export function denseLayer(
  step: Step,
  layer: Extract<Layer, { kind: 'dense' }>,
  place: number,
  input: string,
): BuiltLayer {
  const { frame, net, mask } = step;
  const kernel = step.weight(place);
  const apart = !net.stack && layer.inputs * layer.units >= large;
  const sums = frame.product(input, kernel);
  const output = step.activate(sums, step.weight(place + 1), layer.relu);

  // A turn that is fed, not constant: TensorFlow would put a constant one back into the product.
  const turned = (value: string) =>
    frame.op('Transpose', [value, frame.outside('turn', int32)], { Tperm: int32 });

  const gradientOfKernel = (gradient: string) => {
    const found = apart
      ? frame.product(turned(input), gradient)
      : frame.product(input, gradient, 'first');
    if (place > 0 || mask === null) return found;
    const ridge = frame.op('Mul', [kernel, frame.number(2 * net.ridge!)]);
    return frame.op('Mul', [frame.op('Add', [found, ridge]), mask]);
  };

  return {
    output,
    backward(above) {
      const gradient = layer.relu ? step.throughRelu(above, output) : above;
      step.updateBias(place + 1, gradient);
      const ofKernel = gradientOfKernel(gradient);
      if (place === 0) {
        step.update(place, ofKernel);
        return null;
      }
      if (!apart) {
        const below = frame.product(gradient, kernel, 'second');
        step.update(place, ofKernel, [below]);
        return below;
      }
      const below = frame.product(kernel, turned(gradient));
      step.update(place, ofKernel, [below]);
      return turned(below);
    },
  };
}
