import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { splitTask } from './split.ts';
import { splitOwn } from './split-own.ts';

type Row = readonly [user: number, time: number];

/** The reference, row by row: each looks through all others. */
function reference(rows: readonly Row[], cut: number, gap: number) {
  const places = rows.map((_, i) => i);
  const tested = (user: number) => rows.some(([other, time]) => other === user && time >= cut);
  return {
    train: places.filter((i) => rows[i]![1] < cut - gap && !tested(rows[i]![0])),
    test: places.filter((i) => rows[i]![1] >= cut),
  };
}

const of = (property: string, rows: readonly Row[], cut: number, gap: number): CodeTest => ({
  property,
  args: [rows.map(([user, time]) => ({ user, time })), cut, gap],
  expected: reference(rows, cut, gap),
});

const world = (random: Random): Row[] =>
  Array.from({ length: 80 }, () => [random.integer(40), random.integer(30)]);

/** The exercise with its tests. */
export const splitExercise: CodeExercise = {
  ...splitTask,
  own: splitOwn,
  properties: {
    cut: 'The row at the cut itself belongs to the test.',
    gap: 'A row inside the gap is in neither part, the one at its early end among them.',
    entities: 'No user stands on both sides: the test keeps them.',
    'gap-users':
      'A user with a row in the gap, and none in the test, keeps the earlier rows in training.',
    'user-zero': 'User 0 is a user like any other.',
    places:
      'The parts hold the rows’ places in the list, ascending, in whatever order the times come.',
    'no-gap': 'With a gap of 0 all earlier rows of other users are for training.',
    empty: 'Without rows both parts are empty.',
    world: 'It is right for many users.',
  },
  tests: (random) => [
    {
      ...of(
        'entities',
        [
          [1, 1],
          [2, 5],
          [3, 9],
          [1, 2],
        ],
        6,
        2,
      ),
      visible: true,
    },
    {
      ...of(
        'cut',
        [
          [1, 1],
          [2, 6],
        ],
        6,
        0,
      ),
      visible: true,
    },
    {
      ...of(
        'gap',
        [
          [1, 3],
          [2, 4],
          [3, 5],
          [4, 8],
        ],
        6,
        2,
      ),
      visible: true,
    },
    of(
      'entities',
      [
        [1, 1],
        [1, 9],
        [2, 2],
        [3, 9],
      ],
      6,
      1,
    ),
    of(
      'cut',
      [
        [1, 5.5],
        [2, 6],
        [3, 6.5],
      ],
      6,
      0,
    ),
    of(
      'gap',
      [
        [1, 3.9],
        [2, 4],
        [3, 5.9],
      ],
      6,
      2,
    ),
    of(
      'gap-users',
      [
        [1, 1],
        [1, 5],
        [2, 9],
      ],
      6,
      2,
    ),
    of(
      'user-zero',
      [
        [0, 1],
        [1, 1],
        [0, 9],
      ],
      6,
      1,
    ),
    of(
      'places',
      [
        [4, 9],
        [3, 1],
        [2, 8],
        [1, 0],
      ],
      6,
      1,
    ),
    of(
      'no-gap',
      [
        [1, 5],
        [2, 5.99],
        [3, 6],
      ],
      6,
      0,
    ),
    of('empty', [], 6, 1),
    of('world', world(random), 20, 4),
  ],
};
