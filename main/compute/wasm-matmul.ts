import type { Tf } from '../../labs/lab.ts';

/** A tensor as a kernel sees it: a handle on data that the backend keeps. */
export interface TensorInfo {
  dataId: object;
  shape: number[];
  dtype: 'float32';
}
export interface WasmBackend {
  disposeData(dataId: object): unknown;
}
interface MatMul {
  inputs: { a: TensorInfo; b: TensorInfo };
  attrs: { transposeA: boolean; transposeB: boolean };
  backend: WasmBackend;
}

/**
 * Makes matrix products with a transposed operand fast on the WebAssembly backend. As it comes, only the plain product has a
 * fast path; a transposed one, which every dense layer's gradient needs, runs more than a hundred times slower. So: transpose
 * first, then take the plain product. Call once, when 'wasm' is the backend.
 */
export function speedUpTransposedProducts(tf: Tf): void {
  const product = tf.getKernel('BatchMatMul', 'wasm');
  const transpose = tf.getKernel('Transpose', 'wasm');
  if (!product || !transpose) return;
  tf.unregisterKernel('BatchMatMul', 'wasm');
  tf.registerKernel({
    ...product,
    kernelFunc(given) {
      const { inputs, attrs, backend } = given as unknown as MatMul;
      const made: TensorInfo[] = [];
      const turned = (x: TensorInfo): TensorInfo => {
        const perm = x.shape.map((_, axis) => axis);
        perm.push(...perm.splice(-2).reverse());
        const info = transpose.kernelFunc({
          inputs: { x },
          attrs: { perm },
          backend,
        } as never) as unknown as TensorInfo;
        made.push(info);
        return info;
      };
      const a = attrs.transposeA ? turned(inputs.a) : inputs.a;
      const b = attrs.transposeB ? turned(inputs.b) : inputs.b;
      const result = product.kernelFunc({
        inputs: { a, b },
        attrs: { transposeA: false, transposeB: false },
        backend,
      } as never);
      for (const { dataId } of made) backend.disposeData(dataId);
      return result;
    },
  });
}
