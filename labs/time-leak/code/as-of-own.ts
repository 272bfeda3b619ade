import { differWords, listOf, type OwnTask } from '../../kit/code/own-run.ts';
import { showValue } from '../../kit/code/show-value.ts';
import { world } from '../data.ts';
import { referenceValues } from './as-of-reference.ts';
import { briefDay, eventsOf, eventsOfUser, usersShown } from './own-events.ts';

const marks = ['0', '1', 'null'];
/** Which mark stands for a value; null where it is none of them. */
function markOf(value: unknown): number | null {
  if (value === null) return 2;
  return value === 0 || value === 1 ? value : null;
}

/** The last label known of each user in the figure, at each of their rows: what the lab's feature “labels known by then” rests on. */
export const asOfOwn: OwnTask = {
  data(run) {
    const users = usersShown(run);
    if (users.length === 0)
      return `Run ${run.number} shows no user whose rows can be told apart. Run it with another seed.`;
    const events = eventsOf(run);
    const places = users.map((user) => eventsOfUser(events, user));
    const all = places.flat();
    const rows = all.map((i) => ({ user: events.user[i]!, time: briefDay(events.day[i]!) }));
    const history = all.map((i, k) => ({
      ...rows[k]!,
      available: briefDay(events.available[i]!),
      value: events.label[i]!,
    }));
    const expected = referenceValues(rows, history);
    return {
      calls: [[rows, history]],
      read([returned]) {
        const got = listOf(returned) ?? [];
        const differing = expected.flatMap((value, i) => {
          const { user, time } = rows[i]!;
          return Object.is(got[i], value)
            ? []
            : [
                `of user ${user} on day ${time} yours says ${showValue(got[i], 30)}, Lectern’s ${showValue(value)}`,
              ];
        });
        let at = 0;
        return {
          agrees: differing.length === 0 && got.length === expected.length,
          says: differWords(differing, rows.length, 'rows'),
          figure: {
            kind: 'lanes',
            title: 'What was known of each user, row by row',
            subtitle: `run ${run.number}: the users of the lab’s figure; upper dots yours, lower ones Lectern’s`,
            x: 'day',
            from: 0,
            to: world.days,
            lines: [],
            marks: marks.map((mark) => `last known label ${mark}`),
            lanes: users.map((user, lane) => ({
              name: `user ${user}`,
              dots: places[lane]!.map(() => {
                const i = at++;
                return {
                  x: rows[i]!.time,
                  yours: markOf(got[i]),
                  reference: markOf(expected[i])!,
                };
              }),
            })),
          },
        };
      },
    };
  },
};
