import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { batchesTask } from './batches.ts';
import { batchesOwn } from './batches-own.ts';
import { referenceAnswers } from './batches-reference.ts';

const of = (property: string, ...args: Parameters<typeof referenceAnswers>): CodeTest => ({
  property,
  args,
  expected: referenceAnswers(...args),
});

const stream = (random: Random, n: number, gap: number) => {
  let now = 0;
  return Array.from({ length: n }, () => (now += Math.round(gap * random.exponential() * 8) / 8));
};

/** The exercise with its tests. */
export const batchesExercise: CodeExercise = {
  ...batchesTask,
  own: batchesOwn,
  properties: {
    full: 'A batch that is full leaves at once: it does not wait until T has passed.',
    due: 'A batch that is not full leaves when its first request has waited T.',
    busy: 'Nothing leaves while the replica still works.',
    overdue:
      'When the replica gets free and the first request has waited T, all who wait leave at once, at most B.',
    moment: 'Whoever arrives in the very moment the batch leaves gets in.',
    single: 'With B = 1 requests are answered one after the other.',
    stream: 'It is right for a long stream of requests.',
    empty: 'Without requests there are no answers: an empty list.',
  },
  tests: (random) => [
    { ...of('full', [0, 1, 50], 2, 5, 10, 1), visible: true },
    { ...of('busy', [0, 2, 3, 4], 2, 10, 20, 1), visible: true },
    { ...of('overdue', [0, 3, 4, 30], 8, 1, 10, 2), visible: true },
    of('full', [0, 1, 2, 3], 2, 100, 1, 0),
    of('due', [10], 4, 6, 2, 1),
    of('due', [10, 13, 40], 4, 6, 2, 1),
    of('busy', [0, 1, 2, 3, 4, 5], 1, 0, 7, 1),
    of('overdue', [0, 1, 2, 3, 4, 5, 6, 7, 8], 4, 2, 50, 1),
    of('moment', [0, 5], 4, 5, 2, 1),
    of('moment', [0, 12, 40], 8, 0, 11, 1),
    of('single', stream(random.fork('single'), 12, 4), 1, 3, 3, 1),
    of('stream', stream(random.fork('light'), 60, 6), 4, 8, 5, 1),
    of('stream', stream(random.fork('heavy'), 60, 2), 8, 4, 12, 1),
    of('empty', [], 4, 5, 1, 1),
  ],
};
