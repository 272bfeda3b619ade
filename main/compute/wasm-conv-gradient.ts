import type { Tf } from '../../labs/lab.ts';
import type { TensorInfo, WasmBackend } from './wasm-matmul.ts';

type Shape4 = [number, number, number, number];
type Pad =
  | 'same'
  | 'valid'
  | number
  | [[number, number], [number, number], [number, number], [number, number]];

interface Attributes {
  strides: number | [number, number];
  pad: Pad;
  dataFormat?: string;
  dimRoundingMode?: 'floor' | 'round' | 'ceil';
  /** No caller in TensorFlow.js hands this over today; what does must not be answered with a wrong gradient. */
  dilations?: number | [number, number];
}
interface FilterGradient {
  inputs: { x: TensorInfo; dy: TensorInfo };
  attrs: Attributes & { filterShape: Shape4 };
  backend: WasmBackend;
}
interface InputGradient {
  inputs: { dy: TensorInfo; filter: TensorInfo };
  attrs: Attributes & { inputShape: Shape4 };
  backend: WasmBackend;
}

/**
 * Makes convolutional nets trainable on the WebAssembly backend, which comes with a fast convolution, without a gradient for its
 * filter and with a slow one for its input. Both gradients are convolutions themselves (Dumoulin and Visin 2016, "A guide to
 * convolution arithmetic for deep learning", section 4), so both are made of the fast one. Batches of pictures with channels last,
 * dilation 1, any stride and padding. Call once, when 'wasm' is the backend.
 */
export function addConvolutionGradients(tf: Tf): void {
  const call = (name: string) => {
    const kernel = tf.getKernel(name, 'wasm');
    return (
      kernel &&
      ((inputs: object, attrs: object, backend: WasmBackend) =>
        kernel.kernelFunc({ inputs, attrs, backend } as never) as unknown as TensorInfo)
    );
  };
  const [convolve, transpose, slice, reverse, builtIn] = [
    call('Conv2D'),
    call('Transpose'),
    call('Slice'),
    call('Reverse'),
    call('Conv2DBackpropInput'),
  ];
  if (!convolve || !transpose || !slice || !reverse || !builtIn) return;

  const geometry = (
    input: Shape4,
    filter: Shape4,
    { strides, pad, dataFormat = 'NHWC', dimRoundingMode, dilations = 1 }: Attributes,
  ) => {
    if (dataFormat !== 'NHWC')
      throw new Error(
        `On WebAssembly the gradient of a convolution needs channels last (NHWC), not ${dataFormat}.`,
      );
    if ([dilations].flat().some((d) => d !== 1))
      throw new Error(
        `The gradient of a convolution with dilation ${String(dilations)} is not supported, only dilation 1.`,
      );
    return tf.backend_util.computeConv2DInfo(input, filter, strides, 1, pad, dimRoundingMode);
  };
  const plain = (
    dilations: [number, number],
    vertical: [number, number],
    horizontal: [number, number],
  ) => ({ strides: 1, dilations, pad: [[0, 0], vertical, horizontal, [0, 0]], dataFormat: 'NHWC' });

  /** Runs `work`, then frees whatever went through its `made`, also where it throws. */
  const freeing = (
    backend: WasmBackend,
    work: (made: (info: TensorInfo) => TensorInfo) => TensorInfo,
  ): TensorInfo => {
    const all: TensorInfo[] = [];
    try {
      return work((info) => {
        all.push(info);
        return info;
      });
    } finally {
      for (const { dataId } of all) backend.disposeData(dataId);
    }
  };

  /**
   * dW[i, j, c, d] = Σ over batch n and output place (p, q) of x[n, p·stride + i − top, q·stride + j − left, c] · dy[n, p, q, d]:
   * a convolution of x, with channels as its batch and the batch as its channels, with dy as its filter, dilated by the stride.
   */
  const filterGradient = ({ inputs: { x, dy }, attrs, backend }: FilterGradient): TensorInfo => {
    const [height, width, inChannels, outChannels] = attrs.filterShape;
    const { padInfo, strideHeight, strideWidth, outHeight, outWidth, inHeight, inWidth } = geometry(
      x.shape as Shape4,
      attrs.filterShape,
      attrs,
    );
    // How far the filter reaches past the end. Where it stops short of the end, the result has rows too many, which are cut off.
    const below = (outHeight - 1) * strideHeight + height - inHeight - padInfo.top;
    const right = (outWidth - 1) * strideWidth + width - inWidth - padInfo.left;
    return freeing(backend, (made) => {
      const pictures = made(transpose({ x }, { perm: [3, 1, 2, 0] }, backend));
      const filter = made(transpose({ x: dy }, { perm: [1, 2, 0, 3] }, backend));
      const pads = plain(
        [strideHeight, strideWidth],
        [padInfo.top, Math.max(0, below)],
        [padInfo.left, Math.max(0, right)],
      );
      let whole = made(convolve({ x: pictures, filter }, pads, backend));
      if (below < 0 || right < 0)
        whole = made(
          slice(
            { x: whole },
            { begin: [0, 0, 0, 0], size: [inChannels, height, width, outChannels] },
            backend,
          ),
        );
      return transpose({ x: whole }, { perm: [1, 2, 0, 3] }, backend);
    });
  };

  /** With stride 1: the convolution of dy with the filter turned by 180°, its two kinds of channel exchanged. */
  const inputGradient = ({ inputs: { dy, filter }, attrs, backend }: InputGradient): TensorInfo => {
    const [height, width] = filter.shape as Shape4;
    const { padInfo, strideHeight, strideWidth, outHeight, outWidth, inHeight, inWidth } = geometry(
      attrs.inputShape,
      filter.shape as Shape4,
      attrs,
    );
    const above = height - 1 - padInfo.top;
    const left = width - 1 - padInfo.left;
    const below = inHeight - outHeight + padInfo.top;
    const right = inWidth - outWidth + padInfo.left;
    // With a stride most of a spread-out dy would be zeros, and the kernel that comes with the backend skips them.
    if (strideHeight > 1 || strideWidth > 1 || Math.min(above, left, below, right) < 0)
      return builtIn({ dy, filter }, attrs, backend);
    return freeing(backend, (made) => {
      const turned = made(reverse({ x: filter }, { dims: [0, 1] }, backend));
      const exchanged = made(transpose({ x: turned }, { perm: [0, 1, 3, 2] }, backend));
      return convolve(
        { x: dy, filter: exchanged },
        plain([1, 1], [above, below], [left, right]),
        backend,
      );
    });
  };

  if (!tf.getKernel('Conv2DBackpropFilter', 'wasm')) {
    tf.registerKernel({
      kernelName: 'Conv2DBackpropFilter',
      backendName: 'wasm',
      kernelFunc: (given) => filterGradient(given as unknown as FilterGradient) as never,
    });
  }
  tf.unregisterKernel('Conv2DBackpropInput', 'wasm');
  tf.registerKernel({
    kernelName: 'Conv2DBackpropInput',
    backendName: 'wasm',
    kernelFunc: (given) => inputGradient(given as unknown as InputGradient) as never,
  });
}
