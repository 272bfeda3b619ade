import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { percentile } from '../../math/statistics.ts';
import { percentileTask } from './percentile.ts';
import { percentileOwn } from './percentile-own.ts';

const of = (property: string, times: readonly number[], p: number): CodeTest => ({
  property,
  args: [times, p],
  expected: percentile(times, p),
});

/** Times as a service has them: skewed, and some of two digits beside some of three. */
const times = (random: Random, n: number) =>
  Array.from({ length: n }, () => Math.round(500 * random.exponential()) / 10);

/** The exercise with its tests. */
export const percentileExercise: CodeExercise = {
  ...percentileTask,
  own: percentileOwn,
  properties: {
    rank: 'It is the time of rank ⌈p·n⌉: the smallest that a share p of all do not exceed.',
    numbers: 'Times are put in order as numbers: 9 stands before 10.',
    given: 'It is always one of the times: nothing is interpolated.',
    ends: 'At p = 1 it is the largest time, and at a very small p the smallest.',
    exact: 'A rank that is whole but for rounding stays: 0.07 of 100 times is rank 7.',
    empty: 'Of no times there is none: null.',
  },
  tests(random) {
    const many = times(random.fork('many'), 200);
    const mixed = random.permutation(40);
    const hundred = Array.from(random.fork('hundred').permutation(100), (i) => 10 * i);
    return [
      { ...of('rank', [30, 10, 20], 0.5), visible: true },
      { ...of('numbers', [9, 100, 10, 1], 0.5), visible: true },
      { ...of('given', [10, 20, 30, 40], 0.5), visible: true },
      ...[0.5, 0.9, 0.95, 0.99].map((p) => of('rank', many, p)),
      of('rank', times(random.fork('few'), 7), 0.3),
      of(
        'numbers',
        Array.from(mixed, (i) => i + 80),
        0.5,
      ),
      ...[0.25, 0.75].map((p) => of('given', times(random, 7), p)),
      of('ends', times(random, 9), 1),
      of('ends', times(random, 9), 0.001),
      of('ends', [42], 0.5),
      ...[0.07, 0.14, 0.28, 0.55].map((p) => of('exact', hundred, p)),
      of('empty', [], 0.5),
    ];
  },
};
