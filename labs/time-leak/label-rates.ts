import { asofJoin, byTime } from '../math/asof.ts';

type Numbers = ArrayLike<number>;

/** Labels of users with the time of the event and the time at which the label was known, one place in each list for every event. */
export interface LabelEvents {
  user: Numbers;
  day: Numbers;
  label: Numbers;
  available: Numbers;
}

/** For each event how many labels of the same user a feature is made of, and their sum. */
export interface Tally {
  sum: Float64Array;
  count: Float64Array;
}

const empty = (n: number): Tally => ({ sum: new Float64Array(n), count: new Float64Array(n) });

/** The share of positive labels, drawn towards 1/4 where there are few: (Σy + 1)/(n + 4). */
export const smoothedRate = (sum: number, count: number): number => (sum + 1) / (count + 4);

/**
 * Labels that are known at each event: of earlier events (day < now) and known by now (available ≤
 * now). Strictly earlier, because the event itself writes its label: with `≤` and no delay a row
 * would read its own.
 */
export function knownLabels(events: LabelEvents): Tally {
  const { user, day, label, available } = events;
  const n = day.length;
  const rows = byTime(day) ?? places(n);
  // Among labels known at one moment those of earlier events come first: then the ones of this very moment can be left out.
  const labels = places(n).sort(
    (a, b) => available[a]! - available[b]! || day[a]! - day[b]! || a - b,
  );
  const tally = empty(n);
  const sums = new Map<number, { sum: number; count: number }>();
  let next = 0;
  for (const i of rows) {
    const now = day[i]!;
    for (; next < n; next++) {
      const j = labels[next]!;
      if (!(available[j]! < now || (available[j] === now && day[j]! < now))) break;
      const own = sums.get(user[j]!) ?? { sum: 0, count: 0 };
      own.sum += label[j]!;
      own.count += 1;
      sums.set(user[j]!, own);
    }
    const known = sums.get(user[i]!);
    if (known) {
      tally.sum[i] = known.sum;
      tally.count[i] = known.count;
    }
  }
  return tally;
}

/** All labels of the user in the whole table: each row's own among them, and those of later events. */
export function allLabels({ user, label }: LabelEvents): Tally {
  const totals = new Map<number, { sum: number; count: number }>();
  for (let i = 0; i < user.length; i++) {
    const own = totals.get(user[i]!) ?? { sum: 0, count: 0 };
    own.sum += label[i]!;
    own.count += 1;
    totals.set(user[i]!, own);
  }
  const of = (i: number) => totals.get(user[i]!)!;
  return {
    sum: Float64Array.from({ length: user.length }, (_, i) => of(i).sum),
    count: Float64Array.from({ length: user.length }, (_, i) => of(i).count),
  };
}

/** All labels of the user but the row's own. Those of later events are still among them. */
export function otherLabels(events: LabelEvents): Tally {
  const all = allLabels(events);
  return {
    sum: all.sum.map((sum, i) => sum - events.label[i]!),
    count: all.count.map((count) => count - 1),
  };
}

/**
 * What an event-time as-of join finds: the user's running count as of the last earlier event, by the time of the event. A label that came
 * in later was back-filled into its event's row, so this reads it too early.
 */
export function labelsByEventTime(events: LabelEvents): Tally {
  return joinRunning(events, events.day);
}

/**
 * What an availability-time as-of join finds: the running count in the order in which labels came
 * in. The same as `knownLabels` where no label comes at once.
 */
export function labelsByAvailability(events: LabelEvents): Tally {
  return joinRunning(events, events.available);
}

function joinRunning({ user, day, label }: LabelEvents, time: Numbers): Tally {
  const n = day.length;
  const order = byTime(time) ?? places(n);
  const running = new Map<number, { sum: number; count: number }>();
  const right = {
    time: new Float64Array(n),
    key: new Int32Array(n),
    sum: new Float64Array(n),
    count: new Float64Array(n),
  };
  order.forEach((j, place) => {
    const own = running.get(user[j]!) ?? { sum: 0, count: 0 };
    own.sum += label[j]!;
    own.count += 1;
    running.set(user[j]!, own);
    right.time[place] = time[j]!;
    right.key[place] = user[j]!;
    right.sum[place] = own.sum;
    right.count[place] = own.count;
  });
  const tally = empty(n);
  asofJoin({ time: day, key: user }, right, { allowExact: false }).forEach((place, i) => {
    if (place < 0) return;
    tally.sum[i] = right.sum[place]!;
    tally.count[i] = right.count[place]!;
  });
  return tally;
}

const places = (n: number) => Uint32Array.from({ length: n }, (_, i) => i);
