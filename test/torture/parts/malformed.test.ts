import { expect, test } from 'vitest';
import { seededRandom } from '../../../labs/math/random.ts';
import { computeMethods } from '../../../main/contract/compute.ts';
import { hostMethods } from '../../../main/contract/methods.ts';
import { malformed } from './malformed.ts';
import { computeSamples, hostSamples } from './samples.ts';

const samples = hostSamples({
  run: 'run-00000001',
  other: 'run-00000002',
  deleted: 'run-00000003',
  card: {
    format: 'lectern-run',
    id: 'run-00000001',
    series: {
      loss: [
        [1, 2],
        [3, 4],
      ],
    },
  },
});
const take = (seed: number, count: number) => {
  const row = malformed(seededRandom(seed), hostMethods, samples, true);
  return Array.from({ length: count }, () => row.next().value);
};

test('there is a right sample of every method to be broken', () => {
  expect(Object.keys(samples.valid).sort()).toEqual(Object.keys(hostMethods).sort());
  expect(Object.keys(computeSamples.valid).sort()).toEqual(Object.keys(computeMethods).sort());
  for (const [method, params] of Object.entries(samples.valid))
    expect(
      hostMethods[method as keyof typeof hostMethods].params.safeParse(params).success,
      method,
    ).toBe(true);
  for (const [method, params] of Object.entries(computeSamples.valid))
    expect(
      computeMethods[method as keyof typeof computeMethods].params.safeParse(params).success,
      method,
    ).toBe(true);
});

test('the same seed gives the same messages, another gives others', () => {
  expect(take(3, 40)).toEqual(take(3, 40));
  expect(take(3, 40)).not.toEqual(take(4, 40));
});

test('of a wrong form is only what no method takes, and every method gets some', () => {
  const wrong = take(5, 800).filter(({ kind }) => kind === 'wrong form');
  const broken = wrong.map(
    ({ text }) => JSON.parse(text) as { method: keyof typeof hostMethods; params: unknown },
  );
  for (const { method, params } of broken)
    expect(
      hostMethods[method].params.safeParse(params).success,
      `${method} ${JSON.stringify(params)?.slice(0, 200)}`,
    ).toBe(false);
  expect(new Set(broken.map(({ method }) => method)).size).toBe(Object.keys(hostMethods).length);
});
