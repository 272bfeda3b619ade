import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { gapsTask } from './gaps.ts';
import { gapsOwn } from './gaps-own.ts';
import { gapsReference, type Person } from './gaps-reference.ts';

const of = (property: string, people: readonly Person[]): CodeTest => ({
  property,
  args: [0, 1, 2].map((column) => people.map((person) => person[column]!)),
  expected: gapsReference(people),
});

const bit = (random: Random, share: number): 0 | 1 => (random.uniform() < share ? 1 : 0);
/** A town whose two measures differ, and differ in sign. */
const town = (random: Random): Person[] =>
  Array.from({ length: 120 }, () => {
    const group = bit(random, 0.3);
    const repays = bit(random, group ? 0.3 : 0.7);
    return [bit(random, repays ? 0.6 + 0.3 * group : 0.3), repays, group];
  });

/** The exercise with its tests. */
export const gapsExercise: CodeExercise = {
  ...gapsTask,
  own: gapsOwn,
  properties: {
    parity: 'Parity compares the approved among all of a group.',
    opportunity: 'Opportunity compares the approved among those of a group who would repay.',
    sign: 'Both are group 1 less group 0, with their sign.',
    'no-repayers':
      'Where nobody of a group would repay, opportunity is null and parity is a number.',
    'no-group': 'Where a group has nobody, both are null.',
    zero: 'A gap of 0 is 0, not null.',
    nobody: 'Where nobody is approved both gaps are 0.',
    town: 'It is right for many people.',
  },
  tests: (random) => [
    {
      ...of('opportunity', [
        [1, 1, 0],
        [0, 1, 0],
        [1, 1, 1],
        [1, 0, 1],
      ]),
      visible: true,
    },
    {
      ...of('sign', [
        [1, 1, 0],
        [1, 0, 0],
        [0, 1, 1],
        [1, 0, 1],
      ]),
      visible: true,
    },
    {
      ...of('no-repayers', [
        [1, 1, 0],
        [0, 0, 0],
        [1, 0, 1],
      ]),
      visible: true,
    },
    of('parity', [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
      [1, 0, 1],
      [1, 1, 1],
    ]),
    of('opportunity', [
      [1, 1, 0],
      [1, 0, 0],
      [0, 1, 1],
      [1, 1, 1],
      [1, 0, 1],
    ]),
    of('sign', [
      [1, 1, 0],
      [0, 1, 1],
      [0, 0, 1],
    ]),
    of('no-repayers', [
      [1, 0, 0],
      [0, 0, 0],
      [1, 1, 1],
    ]),
    of('no-group', [
      [1, 1, 0],
      [0, 1, 0],
    ]),
    of('no-group', [[1, 1, 1]]),
    of('no-group', []),
    of('zero', [
      [1, 1, 0],
      [0, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]),
    of('nobody', [
      [0, 1, 0],
      [0, 0, 0],
      [0, 1, 1],
    ]),
    of('town', town(random)),
  ],
};
