import type { Tf } from '../lab.ts';
import type { Sequential, Tensor2D } from '../tensors.ts';
import { side } from './data.ts';
import { classes, likeliest } from './model.ts';

const channels = 3;
/** What the line makes of the picture as it is: sure, and not so sure that nothing moves it. In log-odds. */
const wanted = 2;
const nowhere = 1e9;

/**
 * A straight line in place of the net, near one picture: how much the log-odds of its answer change with each pixel in grey, from the
 * gradient, scaled so that the whole picture comes to 2. `picture` and `weights`: side × side numbers, row by row.
 */
export function straightLine(
  tf: Tf,
  model: Sequential,
  pixels: Float32Array,
): { picture: Float32Array; weights: Float32Array } {
  const gradient = tf.tidy(() => {
    const input = tf.tensor4d(pixels, [1, side, side, channels]);
    const outputs = model.apply(input) as Tensor2D;
    const { said } = likeliest(tf.softmax(outputs).dataSync<'float32'>());
    const answer = tf.oneHot(tf.tensor1d([said[0]!], 'int32'), classes);
    const logOdds = tf.grad((x) => {
      const own = model.apply(x) as Tensor2D;
      const others = tf.logSumExp(own.sub(answer.mul(nowhere)));
      return own.mul(answer).sum().sub(others);
    });
    return logOdds(input).dataSync<'float32'>();
  });
  const of = (list: Float32Array, pixel: number) =>
    list.subarray(channels * pixel, channels * (pixel + 1)).reduce((sum, value) => sum + value, 0);
  const picture = Float32Array.from({ length: side * side }, (_, i) => of(pixels, i) / channels);
  const slopes = picture.map((_, i) => of(gradient, i));
  const whole = slopes.reduce((sum, slope, i) => sum + slope * picture[i]!, 0);
  const scale = whole === 0 ? 1 : wanted / Math.abs(whole);
  return { picture, weights: slopes.map((slope) => slope * scale) };
}
