import { seededRandom } from '../../math/random.ts';
import type { OwnRun } from '../../kit/code/own-run.ts';
import { drawEvents, type Events } from '../data.ts';
import type { TimeLeakParameters, TimeLeakResult } from '../lab.ts';

/** The events of a run's first world, drawn again from its seed: the same ones, to the last digit. */
export const eventsOf = ({ seed, parameters }: OwnRun): Events =>
  drawEvents(
    seededRandom(seed).fork('world 0').fork('data'),
    parameters as Pick<TimeLeakParameters, 'drift' | 'labelDelayDays'>,
  );

/** As many users as the lab's figure has lanes. */
const lanes = 6;

/** The users that the lab's figure shows, in its order. */
export const usersShown = ({ result }: OwnRun): number[] =>
  [...new Set(((result as TimeLeakResult | null)?.sample ?? []).map(({ user }) => user))].slice(
    0,
    lanes,
  );

/** Places of a user's events, in order of time. */
export const eventsOfUser = ({ user }: Events, wanted: number): number[] =>
  Array.from(user.keys()).filter((i) => user[i] === wanted);

/** Days as they are shown. */
export const briefDay = (day: number): number => Math.round(100 * day) / 100;
