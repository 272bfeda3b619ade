import type { CodeExercise, CodeTest } from '../../kit/code/exercise.ts';
import type { Random } from '../../math/random.ts';
import { asOfTask } from './as-of.ts';
import { referenceValues, type Past, type Row } from './as-of-reference.ts';
import { asOfOwn } from './as-of-own.ts';

const past = (user: number, time: number, available: number, value: number): Past => ({
  user,
  time,
  available,
  value,
});
const row = (user: number, time: number): Row => ({ user, time });
const of = (property: string, rows: readonly Row[], history: readonly Past[]): CodeTest => ({
  property,
  args: [rows.map((one) => ({ ...one })), history.map((one) => ({ ...one }))],
  expected: referenceValues(rows, history),
});

/** Labels that come days late, in no order; few times, so that some are equal. */
function world(random: Random): [Row[], Past[]] {
  const history = Array.from({ length: 60 }, () => {
    const time = random.integer(20);
    return past(random.integer(5), time, time + random.integer(8), random.integer(100));
  });
  return [Array.from({ length: 25 }, () => row(random.integer(6), random.integer(24))), history];
}

/** The exercise with its tests. */
export const asOfExercise: CodeExercise = {
  ...asOfTask,
  own: asOfOwn,
  properties: {
    available: 'A record that was not available yet is not used, however early its time is.',
    latest: 'Of the usable records the one with the latest time counts, whichever came in last.',
    exact: 'A record that becomes available at the row’s own time counts.',
    ties: 'Of two records with one timestamp the last in the list counts.',
    users: 'No row gets another user’s value.',
    order: 'Rows and history may come in any order; the answers stand in the rows’ order.',
    none: 'Where nothing is known the answer is null.',
    zero: 'A value of 0 is a value.',
    world: 'It is right for many users whose labels come late.',
  },
  tests: (random) => [
    { ...of('available', [row(1, 10)], [past(1, 2, 3, 7), past(1, 8, 12, 9)]), visible: true },
    { ...of('ties', [row(1, 9)], [past(1, 4, 5, 1), past(1, 4, 5, 2)]), visible: true },
    { ...of('none', [row(2, 5)], [past(1, 1, 1, 3)]), visible: true },
    of('available', [row(1, 6), row(1, 5)], [past(1, 1, 6, 4), past(1, 0, 2, 3)]),
    of('latest', [row(1, 9)], [past(1, 5, 6, 1), past(1, 2, 8, 2)]),
    of('latest', [row(1, 9)], [past(1, 2, 8, 2), past(1, 5, 6, 1)]),
    of('exact', [row(3, 7)], [past(3, 1, 7, 5)]),
    of('ties', [row(1, 9)], [past(1, 4, 8, 1), past(1, 4, 5, 2), past(1, 3, 3, 9)]),
    of(
      'users',
      [row(1, 9), row(2, 9), row(0, 9)],
      [past(1, 1, 1, 11), past(2, 5, 5, 22), past(0, 2, 2, 33)],
    ),
    of('order', [row(1, 9), row(1, 3)], [past(1, 6, 6, 2), past(1, 1, 1, 1), past(1, 4, 4, 3)]),
    of('none', [row(1, 0)], [past(1, 1, 1, 3)]),
    of('none', [], [past(1, 1, 1, 3)]),
    of('none', [row(1, 4), row(2, 4)], []),
    of('zero', [row(1, 9)], [past(1, 1, 1, 5), past(1, 3, 3, 0)]),
    of('world', ...world(random)),
  ],
};
