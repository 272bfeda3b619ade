import { expect, test } from 'vitest';
import { adamSchedule } from './adam.ts';

test('rate and ε with the correction in them make the steps of the paper', () => {
  const [rate, epsilon, beta1, beta2] = [0.01, 1e-7, 0.9, 0.999];
  const { rates, epsilons } = adamSchedule(rate, 0, 5);
  let [mean, square] = [0, 0];
  for (const [k, gradient] of [0.5, -2, 1e-6, 30, -0.1].entries()) {
    mean = beta1 * mean + (1 - beta1) * gradient;
    square = beta2 * square + (1 - beta2) * gradient ** 2;
    const [m, v] = [mean / (1 - beta1 ** (k + 1)), square / (1 - beta2 ** (k + 1))];
    const paper = (rate * m) / (Math.sqrt(v) + epsilon);
    expect((rates[k]! * mean) / (Math.sqrt(square) + epsilons[k]!) / paper).toBeCloseTo(1, 6);
  }
});

test('goes on where it was: chunks in a row are one schedule', () => {
  const whole = adamSchedule(0.01, 0, 30);
  const second = adamSchedule(0.01, 12, 18);
  expect(second.rates).toEqual(whole.rates.slice(12));
  expect(second.epsilons).toEqual(whole.epsilons.slice(12));
});
