/** Seconds every trip takes, however little it carries. */
export const fixedSeconds = 0.8;
/** Seconds more for each leaf on board. */
export const perLeafSeconds = 0.2;

/**
 * A trip with `leaves` on it: how long each of them is under way, and how many arrive per second when trip follows trip.
 * The same law as a model's service time, s(b) = α + β·b.
 */
export function trip(leaves: number): { latencySeconds: number; leavesPerSecond: number } {
  const latencySeconds = tenths(fixedSeconds + perLeafSeconds * leaves);
  return { latencySeconds, leavesPerSecond: leaves / latencySeconds };
}

export interface Belt {
  /** Seconds the first leaf of a trip waits until the last one is there. */
  fillSeconds: number;
  tripSeconds: number;
  /** Of the first leaf of the first trip, which waits longest: filling, then travelling. */
  latencySeconds: number;
  leavesPerSecond: number;
  /** Leaves a second that arrive and are not taken: 0 where the belt keeps up. */
  leftBehind: number;
}

/**
 * A belt whose trips leave when `leaves` are there and the one before is back. Leaves come evenly, `perSecond` of them; Infinity means
 * that there are always enough.
 */
export function belt(leaves: number, perSecond: number): Belt {
  const { latencySeconds: tripSeconds, leavesPerSecond: most } = trip(leaves);
  const fillSeconds = Number.isFinite(perSecond) ? tenths((leaves - 1) / perSecond) : 0;
  return {
    fillSeconds,
    tripSeconds,
    latencySeconds: tenths(fillSeconds + tripSeconds),
    leavesPerSecond: Math.min(most, perSecond),
    leftBehind: Number.isFinite(perSecond) ? Math.max(0, perSecond - most) : 0,
  };
}

/** When each trip that is back within `seconds` leaves and arrives, counted from the first leaf's coming. */
export function tripsWithin(
  leaves: number,
  perSecond: number,
  seconds: number,
): { from: number; to: number }[] {
  const { tripSeconds } = belt(leaves, perSecond);
  const trips: { from: number; to: number }[] = [];
  for (let n = 0; ; n += 1) {
    const full = Number.isFinite(perSecond) ? (leaves * (n + 1) - 1) / perSecond : 0;
    const from = tenths(Math.max(full, trips.at(-1)?.to ?? 0));
    const to = tenths(from + tripSeconds);
    if (to > seconds) return trips;
    trips.push({ from, to });
  }
}

/** So that 0.8 + 6 × 0.2 is 2 and not 2.0000000000000004. */
const tenths = (seconds: number) => Math.round(10 * seconds) / 10;
