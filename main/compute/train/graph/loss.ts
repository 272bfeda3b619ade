import type { Net } from '../../../../labs/kit/trainer/net.ts';
import type { Frame } from './frame.ts';
import { float, int32 } from './graph.ts';

/** What a loss is made of in one step. */
interface LossInputs {
  /** Log-odds, rows × outputs. */
  outputs: string;
  y: string;
  /** Weights of these rows; null where all weigh the same. */
  weights: string | null;
}

/** The losses of one step, and the gradient of their sum by the log-odds. */
export function lossOf(
  frame: Frame,
  net: Net,
  { outputs, y, weights }: LossInputs,
): { losses: string; gradient: string } {
  const rows = rowsOf(frame, outputs, net.stack ? 1 : 0);
  const { each, byOutputs } = crossEntropy(frame, net, outputs, y);
  if (weights === null) {
    const nets = net.stack ? frame.op('Mul', [rows, frame.number(net.stack)]) : rows;
    const sum = frame.sum(each, net.stack ? [0, 1] : [0]);
    return {
      losses: frame.op('RealDiv', [sum, nets]),
      gradient: frame.op('RealDiv', [byOutputs, rows]),
    };
  }
  const share =
    net.weights === 'rows'
      ? frame.reshape(frame.op('RealDiv', [weights, atLeastOne(frame, weights)]), -1, 1)
      : frame.op('RealDiv', [weights, rows]);
  return {
    losses: frame.sum(frame.op('Mul', [each, share]), [0]),
    gradient: frame.op('Mul', [byOutputs, share]),
  };
}

/** The cross-entropy of each row and output, and its derivative by the log-odds. */
function crossEntropy(frame: Frame, { loss }: Net, outputs: string, y: string) {
  if (loss === 'softmax') {
    const both = frame.op('SparseSoftmaxCrossEntropyWithLogits', [outputs, y], {
      Tlabels: int32,
    });
    return { each: frame.reshape(both, -1, 1), byOutputs: `${both}:1` };
  }
  // Of log-odds z and a label y: softplus(z) − y·z.
  const each = frame.op('Sub', [frame.op('Softplus', [outputs]), frame.op('Mul', [y, outputs])]);
  return { each, byOutputs: frame.op('Sub', [frame.op('Sigmoid', [outputs]), y]) };
}

const atLeastOne = (frame: Frame, weights: string) =>
  frame.op('Maximum', [frame.sum(weights, [0]), frame.number(1)]);

/** How many rows there are, as a float. */
function rowsOf(frame: Frame, value: string, axis: number): string {
  const count = frame.graph.add(
    'StridedSlice',
    [frame.shapeOf(value), frame.ints(axis), frame.ints(axis + 1), frame.ints(1)],
    { T: int32, Index: int32, shrink_axis_mask: { int: 1 } },
  );
  return frame.graph.add('Cast', [count], { SrcT: int32, DstT: float });
}
