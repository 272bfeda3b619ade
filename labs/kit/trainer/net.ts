/** One layer of a net. */
export type Layer =
  | { kind: 'dense'; inputs: number; units: number; relu: boolean }
  /** Square filters of `size` × `size`, "same" padding, the same stride both ways. */
  | { kind: 'conv'; size: number; inputs: number; filters: number; stride: number; relu: boolean }
  /** Maxima of whole windows of `size` × `size`, side by side. Stands right after a convolution. */
  | { kind: 'pool'; size: number }
  /** Makes a row of `units` numbers of each picture. */
  | { kind: 'flatten'; units: number };

/** What is trained, by Adam, on the cross-entropy of log-odds. Tensors are row-major. */
export interface Net {
  /** Shape of one row: [features], or [height, width, channels]. */
  input: number[];
  layers: Layer[];
  /**
   * `sigmoid`: y holds 0 or 1 for each row and output. `softmax`: y holds each row's class. A step's
   * loss is the mean over its rows; several outputs of `sigmoid` are several losses, which are added.
   */
  loss: 'sigmoid' | 'softmax';
  outputs: number;
  /** Rows of a step; the last step of an epoch has what is left. Null: all rows, in their own order. */
  batch: number | null;
  /**
   * What rows weigh in the loss. `rows`: one weight for each row, and a step's loss is divided by
   * the sum of its rows' weights, or by 1 where that is less. `each`: one for each row and output,
   * and the loss is divided by the number of rows.
   */
  weights?: 'rows' | 'each';
  /**
   * The first layer's weights have a mask of 0 and 1, and this times the sum of their squares is
   * added to what is minimised. The losses that are reported are without it.
   */
  ridge?: number;
  /**
   * So many nets of the same form side by side, of dense layers only: x and y are then
   * [stack, rows, …], and the loss that is reported is the mean over the nets.
   */
  stack?: number;
}

/** Shapes of a net's weights, kernel and bias of each layer in turn; with `stack` in front where there are several nets. */
export function weightShapes({ layers, stack }: Net): number[][] {
  return layers.flatMap((layer) => {
    if (layer.kind === 'conv')
      return [[layer.size, layer.size, layer.inputs, layer.filters], [layer.filters]];
    if (layer.kind !== 'dense') return [];
    const kernel = [layer.inputs, layer.units];
    return stack
      ? [
          [stack, ...kernel],
          [stack, 1, layer.units],
        ]
      : [kernel, [layer.units]];
  });
}

/** Losses that one step reports. */
export const lossesPerStep = ({ loss, outputs }: Net): number => (loss === 'softmax' ? 1 : outputs);

/** Numbers in a tensor of this shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Throws a `RangeError` for a net that no trainer can train. */
export function checkNet({ layers, stack, weights, ridge, loss, batch }: Net): void {
  layers.forEach((layer, at) => {
    if (layer.kind === 'pool' && layers[at - 1]?.kind !== 'conv')
      throw new RangeError('A pool stands right after a convolution.');
    if (stack && layer.kind !== 'dense')
      throw new RangeError('Nets that are stacked have dense layers only.');
  });
  if (layers.at(-1)?.kind !== 'dense') throw new RangeError('The last layer of a net is dense.');
  if (ridge !== undefined && (layers[0]!.kind !== 'dense' || stack))
    throw new RangeError('A ridge is for the dense first layer of a single net.');
  if (weights && stack) throw new RangeError('Rows of stacked nets have no weights.');
  if (weights === 'each' && loss === 'softmax')
    throw new RangeError('Classes share a row, so they share its weight.');
  if (batch !== null && !(batch >= 1)) throw new RangeError('A batch has at least one row.');
}
