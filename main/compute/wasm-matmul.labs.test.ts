import { beforeAll, describe, expect, test } from 'vitest';
import type { Tf } from '../../labs/lab.ts';
import { loadBackend } from './backend.ts';

let tf: Tf;
beforeAll(async () => void ({ tf } = await loadBackend({ LECTERN_BACKEND: 'wasm' })));

const numbers = (n: number, k: number) =>
  Float32Array.from({ length: n }, (_, i) => Math.sin(i * 1.7 + k));

/** The product by its definition, of matrices stored row by row. */
function byHand(
  a: Float32Array,
  b: Float32Array,
  [m, k, n]: [number, number, number],
  ta: boolean,
  tb: boolean,
): number[] {
  const out: number[] = [];
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++)
        sum += (ta ? a[l * m + i]! : a[i * k + l]!) * (tb ? b[j * k + l]! : b[l * n + j]!);
      out.push(sum);
    }
  return out;
}

describe.each([
  [false, false],
  [true, false],
  [false, true],
  [true, true],
])('a product on WebAssembly, transposed %s and %s', (ta, tb) => {
  test.each([[[3, 4, 5]], [[1, 7, 1]], [[16, 9, 33]]] as [[number, number, number]][])(
    'of %o is what the definition says, and leaves nothing behind',
    (shape) => {
      const [m, k, n] = shape;
      const [x, y] = [numbers(m * k, 0), numbers(k * n, 1)];
      const a = tf.tensor2d(x, ta ? [k, m] : [m, k]);
      const b = tf.tensor2d(y, tb ? [n, k] : [k, n]);
      const before = [tf.memory().numTensors, tf.memory().numDataBuffers];
      const product = tf.matMul(a, b, ta, tb);
      expect(product.shape).toEqual([m, n]);
      const expected = byHand(x, y, shape, ta, tb);
      product.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4));
      product.dispose();
      expect([tf.memory().numTensors, tf.memory().numDataBuffers]).toEqual(before);
      // The inputs are still whole.
      expect([...a.dataSync()]).toEqual([...x]);
      tf.dispose([a, b]);
    },
  );

  test('in batches too', () => {
    const [x, y] = [numbers(2 * 12, 2), numbers(2 * 20, 3)];
    const product = tf.matMul(
      tf.tensor3d(x, ta ? [2, 4, 3] : [2, 3, 4]),
      tf.tensor3d(y, tb ? [2, 5, 4] : [2, 4, 5]),
      ta,
      tb,
    );
    const expected = [0, 1].flatMap((i) =>
      byHand(x.slice(i * 12, i * 12 + 12), y.slice(i * 20, i * 20 + 20), [3, 4, 5], ta, tb),
    );
    product.dataSync().forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4));
  });
});

test('the gradient of a dense layer is right', () => {
  const x = tf.tensor2d(numbers(12, 0), [3, 4]);
  const w = tf.tensor2d(numbers(8, 1), [4, 2]);
  const gradient = tf.grad(
    (v) =>
      tf
        .matMul(x, v as never)
        .square()
        .sum() as never,
  )(w);
  const expected = tf.matMul(x, tf.matMul(x, w), true).mul(2);
  const wanted = expected.dataSync();
  gradient.dataSync().forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 4));
});
