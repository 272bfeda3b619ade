import { listOf, type OwnTask } from '../../kit/code/own-run.ts';
import { world, type Events } from '../data.ts';
import type { TimeLeakParameters } from '../lab.ts';
import { briefDay, eventsOf, eventsOfUser, usersShown } from './own-events.ts';
import { referenceSplit } from './split-reference.ts';

const marks = ['train', 'test', 'left out'];
const lanesOfEach = 3;

/** The places of one part that the learner's answer names; null where it names none. */
function part(value: unknown, name: 'train' | 'test'): Set<unknown> | null {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return null;
  const list = listOf((value as Record<string, unknown>)[name]);
  return list && new Set(list);
}

/** Which part each of `n` rows is in: a place in `marks`; null where the answer has not two parts, or a row in both. */
function partsOf(value: unknown, n: number): (number | null)[] {
  const [train, test] = [part(value, 'train'), part(value, 'test')];
  return Array.from({ length: n }, (_, i) => {
    if (!train || !test || (train.has(i) && test.has(i))) return null;
    if (train.has(i)) return 0;
    return test.has(i) ? 1 : 2;
  });
}

/** Users that the split may train on: none of their rows is in the test. Few rows, so that they can be told apart. */
function earlyUsers(events: Events): number[] {
  const last = new Map<number, { rows: number; day: number }>();
  for (let i = 0; i < events.rows; i++) {
    const user = events.user[i]!;
    last.set(user, { rows: (last.get(user)?.rows ?? 0) + 1, day: events.day[i]! });
  }
  return [...last]
    .filter(([, { rows, day }]) => rows >= 3 && rows <= 6 && day < world.cutDay)
    .sort(([, a], [, b]) => b.day - a.day)
    .map(([user]) => user);
}

/** All rows of the run's first world, split at its own cut and gap; a few users are drawn. */
export const splitOwn: OwnTask = {
  data(run) {
    const { gapDays } = run.parameters as TimeLeakParameters;
    const events = eventsOf(run);
    const shown = usersShown(run);
    if (shown.length === 0)
      return `Run ${run.number} shows no user whose rows can be told apart. Run it with another seed.`;
    const users = [...shown.slice(0, lanesOfEach), ...earlyUsers(events).slice(0, lanesOfEach)];
    const { cutDay } = world;
    const rows = Array.from(events.day, (day, i) => ({
      user: events.user[i]!,
      time: briefDay(day),
    }));
    const expected = partsOf(referenceSplit(rows, cutDay, gapDays), rows.length);
    return {
      calls: [[rows, cutDay, gapDays]],
      read([returned]) {
        const got = partsOf(returned, rows.length);
        const off = expected.flatMap((mark, i) => (got[i] === mark ? [] : [i]));
        const count = (of: readonly (number | null)[], mark: number) =>
          of.filter((one) => one === mark).length.toLocaleString('en-US');
        const words = (of: readonly (number | null)[]) =>
          `${count(of, 0)} rows to train on, ${count(of, 1)} to test`;
        const all = rows.length.toLocaleString('en-US');
        return {
          agrees: off.length === 0,
          says:
            off.length === 0
              ? `Yours splits all ${all} rows of the run as Lectern’s does: ${words(expected)}.`
              : `Yours and Lectern’s differ at ${off.length.toLocaleString('en-US')} of ${all} rows. Yours: ${words(got)}. Lectern’s: ${words(expected)}.`,
          figure: {
            kind: 'lanes',
            title: 'Where each row goes',
            subtitle: `run ${run.number}: six of its users; upper dots yours, lower ones Lectern’s`,
            x: 'day',
            from: 0,
            to: world.days,
            lines: [
              { x: cutDay - gapDays, name: 'gap' },
              { x: cutDay, name: 'cut' },
            ].slice(gapDays === 0 ? 1 : 0),
            marks,
            lanes: users.map((user) => ({
              name: `user ${user}`,
              dots: eventsOfUser(events, user).map((i) => ({
                x: rows[i]!.time,
                yours: got[i]!,
                reference: expected[i]!,
              })),
            })),
          },
        };
      },
    };
  },
};
