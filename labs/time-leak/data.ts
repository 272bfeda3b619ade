import type { Random } from '../math/random.ts';

/** What is the same in every world: a shop’s users, days, and how often a user visits. What the columns stand for is in `product.ts`. */
export const world = { users: 1_500, days: 120, eventsPerUserDay: 0.04, cutDay: 84 } as const;

export interface WorldOptions {
  /** 1: the effect of the discount turns round and purchases become fewer; 0: neither changes; in between, part of it. */
  drift: number;
  /** Mean days until a label is known. */
  labelDelayDays: number;
}

/** Events in order of time, one place in every column for each: visits to the shop. */
export interface Events {
  rows: number;
  user: Int32Array;
  /** When it happened, in days from the start. */
  day: Float64Array;
  basket: Float32Array;
  discount: Float32Array;
  /** What is to be predicted: 1 where the visit ended with a purchase, else 0. */
  label: Uint8Array;
  /** When the payments told the label: never before the event. */
  available: Float64Array;
  /** Support tickets opened because of the outcome: nobody has them at the moment of the prediction. */
  tickets: Uint8Array;
}

const moodSd = 1.2;
const moodDays = 40;
const sigmoid = (v: number) => 1 / (1 + Math.exp(-v));

/**
 * Log-odds of the label without the user's mood: purchases become fewer and the effect of the discount
 * turns from +1 to −1, as far as `drift` says.
 */
export function driftingLogit(
  day: number,
  basket: number,
  discount: number,
  drift: number,
): number {
  const part = day / world.days;
  return (
    -1.3 - 0.8 * drift * part + basket + (1 - drift + drift * Math.cos(Math.PI * part)) * discount
  );
}

/**
 * One world of events. Each user has a mood z, a wish to buy, that wanders (Ornstein–Uhlenbeck, standard deviation 1.2, time constant 40
 * days, started at its stationary distribution); basket and discount are N(0, 1), in standard deviations from what is usual. Events are a
 * Poisson process for each user. A label is known Exp(mean delay) after its event; tickets ~ Poisson(0.3 + 1.2·label).
 */
export function drawEvents(random: Random, { drift, labelDelayDays }: WorldOptions): Events {
  const { users, days, eventsPerUserDay } = world;
  const when = random.fork('events');
  const whose: number[] = [];
  const at: number[] = [];
  for (let user = 0; user < users; user++) {
    for (
      let day = when.exponential() / eventsPerUserDay;
      day < days;
      day += when.exponential() / eventsPerUserDay
    ) {
      whose.push(user);
      at.push(day);
    }
  }
  const order = Uint32Array.from(at, (_, i) => i).sort((a, b) => at[a]! - at[b]! || a - b);
  const rows = order.length;
  const events: Events = {
    rows,
    user: Int32Array.from(order, (i) => whose[i]!),
    day: Float64Array.from(order, (i) => at[i]!),
    basket: new Float32Array(rows),
    discount: new Float32Array(rows),
    label: new Uint8Array(rows),
    available: new Float64Array(rows),
    tickets: new Uint8Array(rows),
  };
  const [moods, inputs, outcomes, delays, opened] = [
    'moods',
    'inputs',
    'outcomes',
    'delays',
    'tickets',
  ].map((name) => random.fork(name)) as [Random, Random, Random, Random, Random];
  const mood = Float64Array.from({ length: users }, () => moodSd * moods.normal());
  const lastDay = new Float64Array(users);
  for (let i = 0; i < rows; i++) {
    const user = events.user[i]!;
    const day = events.day[i]!;
    const kept = Math.exp(-(day - lastDay[user]!) / moodDays);
    mood[user] = mood[user]! * kept + moodSd * Math.sqrt(1 - kept * kept) * moods.normal();
    lastDay[user] = day;
    events.basket[i] = inputs.normal();
    events.discount[i] = inputs.normal();
    events.label[i] =
      outcomes.uniform() <
      sigmoid(driftingLogit(day, events.basket[i]!, events.discount[i]!, drift) + mood[user]!)
        ? 1
        : 0;
    events.available[i] = day + labelDelayDays * delays.exponential();
    events.tickets[i] = poisson(opened, 0.3 + 1.2 * events.label[i]!);
  }
  return events;
}

/** A Poisson number with a small mean, by counting exponential gaps. */
function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let sum = random.exponential(); sum < mean; sum += random.exponential()) count += 1;
  return count;
}
