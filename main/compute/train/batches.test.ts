import { expect, test } from 'vitest';
import { seededRandom } from '../../../labs/math/random.ts';
import { batches, inARow, stepsPerEpoch } from './batches.ts';
import { nets } from './fixtures/nets.ts';

const net = nets['a dense net, sigmoid']!;
const planned = (seed: number) => {
  const random = seededRandom(seed);
  return { start: [], epochs: 2, rate: 1, order: () => random.permutation(21) };
};

test('each epoch has every row once, in an order of its own, and its last step has what is left', () => {
  const next = batches(net, 21, planned(1));
  const steps = Array.from({ length: 2 * stepsPerEpoch(net, 21) }, next);
  expect(steps.map((rows) => rows.length)).toEqual([8, 8, 5, 8, 8, 5]);
  const epochs = [steps.slice(0, 3), steps.slice(3)].map((own) => own.flatMap((rows) => [...rows]));
  for (const rows of epochs)
    expect([...rows].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, i) => i));
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('steps in a row, also over the border of an epoch, are the same steps', () => {
  const one = batches(net, 21, planned(2));
  const steps = Array.from({ length: 4 }, one);
  const { order, edges } = inARow(4, batches(net, 21, planned(2)));
  expect([...edges]).toEqual([0, 8, 16, 21, 29]);
  expect(steps.map((_, k) => order.subarray(edges[k], edges[k + 1]))).toEqual(steps);
});
