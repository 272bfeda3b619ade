import { difference } from '../../kit/code/difference.ts';
import { drawable, type OwnTask } from '../../kit/code/own-run.ts';
import { gapsReference, type Person } from './gaps-reference.ts';
import { peopleOf } from './own-people.ts';

const threshold = 0.5;
const property = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The two gaps of the learner's own model, over all test applicants of the run. */
export const gapsOwn: OwnTask = {
  data(run) {
    const population = peopleOf(run);
    if (!population)
      return `Run ${run.number} keeps no model that its applicants could be scored with. Run it again.`;
    const { test, scores } = population;
    const approved = Array.from(scores, (score) => (score >= threshold ? 1 : 0));
    const [repays, group] = [Array.from(test.repay), Array.from(test.group)];
    const expected = gapsReference(
      approved.map((one, i) => [one, repays[i], group[i]] as unknown as Person),
    );
    const people = approved.length.toLocaleString('en-US');
    return {
      calls: [[approved, repays, group]],
      read([returned]) {
        const fault = difference(expected, returned);
        return {
          agrees: fault === null,
          says: fault ?? `Yours says what Lectern’s says of all ${people} applicants.`,
          figure: {
            kind: 'pairs',
            title: 'Minority less majority, as shares',
            subtitle: `run ${run.number}: ${people} test applicants, the model without the group column, threshold ${threshold}`,
            rows: [
              {
                name: 'parity',
                yours: drawable(property(returned, 'parity')),
                reference: expected.parity,
              },
              {
                name: 'opportunity',
                yours: drawable(property(returned, 'opportunity')),
                reference: expected.opportunity,
              },
            ],
          },
        };
      },
    };
  },
};
