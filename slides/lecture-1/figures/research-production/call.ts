/** Seconds that every call of the model takes, however few requests it answers. */
export const fixedSeconds = 0.8;
/** Seconds more for each request in the call. */
export const perRequestSeconds = 0.2;

/**
 * A call with `requests` in it: how long each of them is being answered, and how many answers come per second when call follows call.
 * The same law as a model's service time, s(b) = α + β·b.
 */
export function call(requests: number): { latencySeconds: number; answersPerSecond: number } {
  const latencySeconds = tenths(fixedSeconds + perRequestSeconds * requests);
  return { latencySeconds, answersPerSecond: requests / latencySeconds };
}

export interface Batches {
  /** Seconds that the first request of a batch waits until the last one is there. */
  fillSeconds: number;
  callSeconds: number;
  /** Of the first request of the first batch, which waits longest: until the batch is full, then for the answer. */
  latencySeconds: number;
  answersPerSecond: number;
  /** Requests a second that come and are not answered: 0 where the model keeps up. */
  leftBehind: number;
}

/**
 * A model that is called when `size` requests are there and the call before is over. Requests come evenly, `perSecond` of them; Infinity
 * means that there are always enough.
 */
export function batches(size: number, perSecond: number): Batches {
  const { latencySeconds: callSeconds, answersPerSecond: most } = call(size);
  const fillSeconds = Number.isFinite(perSecond) ? tenths((size - 1) / perSecond) : 0;
  return {
    fillSeconds,
    callSeconds,
    latencySeconds: tenths(fillSeconds + callSeconds),
    answersPerSecond: Math.min(most, perSecond),
    leftBehind: Number.isFinite(perSecond) ? Math.max(0, perSecond - most) : 0,
  };
}

/** When each call that is over within `seconds` begins and ends, counted from the first request's coming. */
export function callsWithin(
  size: number,
  perSecond: number,
  seconds: number,
): { from: number; to: number }[] {
  const { callSeconds } = batches(size, perSecond);
  const calls: { from: number; to: number }[] = [];
  for (let n = 0; ; n += 1) {
    const full = Number.isFinite(perSecond) ? (size * (n + 1) - 1) / perSecond : 0;
    const from = tenths(Math.max(full, calls.at(-1)?.to ?? 0));
    const to = tenths(from + callSeconds);
    if (to > seconds) return calls;
    calls.push({ from, to });
  }
}

/** So that 0.8 + 6 × 0.2 is 2 and not 2.0000000000000004. */
const tenths = (seconds: number) => Math.round(10 * seconds) / 10;
