import type { Random } from '../../math/random.ts';
import { interval95, mean, percentilesInPlace, standardError } from '../../math/statistics.ts';
import type { Service } from './service.ts';

/** A serving set-up. Times in one unit throughout (the lab uses ms); rates per that unit. */
export interface Setup {
  /** Replicas that share one queue. */
  servers: number;
  /** Requests that may wait; Infinity for no limit. One that comes when all places are taken gets in only if a replica takes it at once. */
  places: number;
  maxBatch: number;
  /** How long a free replica holds a batch open, counted from the arrival of its first request; may be Infinity. */
  maxWait: number;
}

/** What one simulation of a stream of requests gave. Null where no request was counted. */
export interface Tally {
  /** Requests counted (those after the warm-up that were served). */
  answered: number;
  /** Share of the counted arrivals that found the queue full. */
  turnedAway: number | null;
  wait: Spread;
  sojourn: Spread;
  /** Busy time over the replicas' time, from the first counted arrival to the last completion; so are the next two. */
  utilization: number | null;
  throughput: number | null;
  /** Requests a unit of time that were answered within the limit. */
  goodput: number | null;
  meanBatch: number | null;
}

export interface Spread {
  mean: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

/** Called at each dispatch with the place of its first request among those let in. */
export type OnBatch = (start: number, end: number, first: number, size: number) => void;

/** Called with the sojourns of all counted requests in the order of their arrival; they are overwritten afterwards. */
export type OnCounted = (sojourns: Float64Array) => void;

/** Room for the times of one stream. Made once, used again by every replication: a request allocates nothing. */
export interface Workspace {
  arrivals: Float64Array;
  waits: Float64Array;
  sojourns: Float64Array;
}

export function workspace(requests: number): Workspace {
  return {
    arrivals: new Float64Array(requests),
    waits: new Float64Array(requests),
    sojourns: new Float64Array(requests),
  };
}

/** Throws a RangeError that says what is wrong with a set-up. */
export function checkSetup({ servers, places, maxBatch, maxWait }: Setup): void {
  if (!Number.isInteger(servers) || servers < 1)
    throw new RangeError(`servers must be a whole number of at least 1; got ${servers}.`);
  if (!Number.isInteger(maxBatch) || maxBatch < 1)
    throw new RangeError(`maxBatch must be a whole number of at least 1; got ${maxBatch}.`);
  if (!(places === Infinity || (Number.isInteger(places) && places >= 0)))
    throw new RangeError(
      `places must be a whole number of at least 0, or Infinity; got ${places}.`,
    );
  if (!(maxWait >= 0))
    throw new RangeError(`maxWait must be a number of at least 0; got ${maxWait}.`);
}

/** The highest rate of arrivals that the replicas can serve when every batch is full: c·B / s(B). */
export function capacity(setup: Setup, service: Service): number {
  return (setup.servers * setup.maxBatch) / service.mean(setup.maxBatch);
}

/** Whether the queue stays finite: always where its places are limited, else where arrivals come slower than `capacity`. */
export function isStable(setup: Setup, service: Service, rate: number): boolean {
  return setup.places !== Infinity || rate < capacity(setup, service) * (1 - 1e-12);
}

interface Counts {
  /** Served requests are 0 … admitted − 1; the first counted is `first`. */
  admitted: number;
  first: number;
  offered: number;
  refused: number;
  busy: number;
  batches: number;
  from: number;
  until: number;
}

/**
 * One replica, no batching, no limit: each wait follows from the last (Lindley 1952), W' = max(0, W + S − A).
 * Draws the arrivals itself.
 */
function lindley(
  n: number,
  rate: number,
  service: Service,
  random: Random,
  warmup: number,
  { arrivals, waits, sojourns }: Workspace,
): Counts {
  const gap = 1 / rate;
  let arrival = 0;
  let busy = 0;
  let from = 0;
  let last = 0;
  for (let i = 0; i < n; i++) {
    const step = gap * random.exponential();
    arrival += step;
    // The first finds nobody: `last` is still 0.
    const wait = last > step ? last - step : 0;
    const time = service.sample(1, random);
    last = wait + time;
    arrivals[i] = arrival;
    waits[i] = wait;
    sojourns[i] = last;
    if (i === warmup) {
      from = arrival;
      busy = 0;
    }
    busy += time;
  }
  return {
    admitted: n,
    first: warmup,
    offered: n - warmup,
    refused: 0,
    busy,
    batches: n - warmup,
    from,
    until: arrival + last,
  };
}

/**
 * Any set-up. Arrivals come from `next()`, which gives the next arrival time. The dispatch rule: with i the first request in line
 * and f the time the earliest replica is free, a batch starts at max(f, min(arrival of i + B − 1, arrival of i + T)) and takes all
 * that have arrived by then, at most B. Arrivals at one time stand in line before anything is dispatched at that time.
 * When no more arrivals come, a batch that would wait for ever starts at the last arrival.
 */
function events(
  setup: Setup,
  n: number,
  next: () => number,
  service: Service,
  random: Random,
  warmup: number,
  room: Workspace,
  onBatch?: OnBatch,
  onRefused?: (arrival: number) => void,
): Counts {
  const { servers, places, maxBatch, maxWait } = setup;
  const { arrivals, waits, sojourns } = room;
  const free = new Float64Array(servers).fill(-Infinity);
  const counts: Counts = {
    admitted: 0,
    first: 0,
    offered: Math.max(0, n - warmup),
    refused: 0,
    busy: 0,
    batches: 0,
    from: 0,
    until: 0,
  };
  let head = 0;
  let tail = 0;
  let server = 0;
  let time = 0;

  const start = (): number => {
    const deadline =
      head + maxBatch <= tail
        ? Math.min(arrivals[head + maxBatch - 1]!, arrivals[head]! + maxWait)
        : arrivals[head]! + maxWait;
    return free[server]! > deadline ? free[server]! : deadline;
  };
  const dispatch = (at: number): void => {
    const size = tail - head < maxBatch ? tail - head : maxBatch;
    const end = at + service.sample(size, random);
    onBatch?.(at, end, head, size);
    if (head >= counts.first) {
      counts.busy += end - at;
      counts.batches += 1;
    }
    for (let i = head; i < head + size; i++) {
      waits[i] = at - arrivals[i]!;
      sojourns[i] = end - arrivals[i]!;
    }
    head += size;
    if (end > counts.until) counts.until = end;
    free[server] = end;
    for (let k = 0; k < servers; k++) if (free[k]! < free[server]!) server = k;
  };

  for (let i = 0; i < n; i++) {
    time = next();
    if (i <= warmup) {
      // Until the warm-up is over nothing is counted; `first` moves on with the requests let in.
      counts.first = i === warmup ? tail : n;
      if (i === warmup) {
        counts.from = time;
        counts.refused = 0;
      }
    }
    while (head < tail) {
      const at = start();
      if (at >= time) break;
      dispatch(at);
    }
    if (tail - head >= places) {
      // Full: whatever starts at this very moment makes room first.
      while (head < tail && start() <= time) dispatch(start());
      if (tail - head >= places) {
        arrivals[tail++] = time;
        if (start() <= time) dispatch(start());
        else {
          tail -= 1;
          counts.refused += 1;
          onRefused?.(time);
        }
        continue;
      }
    }
    arrivals[tail++] = time;
  }
  while (head < tail) {
    const at = start();
    dispatch(at === Infinity ? Math.max(free[server]!, time) : at);
  }
  counts.admitted = tail;
  return counts;
}

function tally(
  setup: Setup,
  counts: Counts,
  room: Workspace,
  limit: number,
  onCounted?: OnCounted,
): Tally {
  const n = Math.max(0, counts.admitted - counts.first);
  const waits = room.waits.subarray(counts.first, counts.first + n);
  const sojourns = room.sojourns.subarray(counts.first, counts.first + n);
  onCounted?.(sojourns);
  let good = 0;
  for (let i = 0; i < n; i++) if (sojourns[i]! <= limit) good += 1;
  const window = counts.until - counts.from;
  const per = (amount: number) => (n > 0 && window > 0 ? amount / window : null);
  const busy = per(counts.busy);
  return {
    answered: n,
    turnedAway: counts.offered > 0 ? counts.refused / counts.offered : null,
    wait: spread(waits),
    sojourn: spread(sojourns),
    utilization: busy === null ? null : busy / setup.servers,
    throughput: per(n),
    goodput: per(good),
    meanBatch: counts.batches > 0 ? n / counts.batches : null,
  };
}

/** Mean and nearest-rank percentiles; reorders the sample. */
function spread(sample: Float64Array): Spread {
  const average = mean(sample);
  const [p50, p95, p99] = percentilesInPlace(sample, sample.length, [0.5, 0.95, 0.99]);
  return { mean: average, p50: p50!, p95: p95!, p99: p99! };
}

export interface PoissonStream {
  /** Arrivals a unit of time. */
  rate: number;
  requests: number;
  /** Share of the first arrivals that is not counted, 0 to 1. */
  warmup: number;
  /** Sojourns up to this count towards goodput. */
  limit: number;
}

/**
 * One simulation of Poisson arrivals. `room` must hold at least `stream.requests`. `onRefused` hears when a request found no place, also
 * during the warm-up.
 */
export function simulateOnce(
  setup: Setup,
  service: Service,
  stream: PoissonStream,
  random: Random,
  room: Workspace,
  onCounted?: OnCounted,
  onRefused?: (arrival: number) => void,
): Tally {
  checkSetup(setup);
  const { rate, requests, limit } = stream;
  if (!(rate > 0 && Number.isFinite(rate)))
    throw new RangeError(`rate must be a number above 0; got ${rate}.`);
  if (!Number.isInteger(requests) || requests < 0)
    throw new RangeError(`requests must be a whole number of at least 0; got ${requests}.`);
  if (!(stream.warmup >= 0 && stream.warmup < 1))
    throw new RangeError(`warmup must be from 0 to below 1; got ${stream.warmup}.`);
  const warmup = Math.floor(stream.warmup * requests);
  if (setup.servers === 1 && setup.maxBatch === 1 && setup.places === Infinity) {
    const counts = lindley(requests, rate, service, random, warmup, room);
    return tally(setup, counts, room, limit, onCounted);
  }
  let time = 0;
  const next = () => (time += random.exponential() / rate);
  const counts = events(setup, requests, next, service, random, warmup, room, undefined, onRefused);
  return tally(setup, counts, room, limit, onCounted);
}

/** A simulation of given arrival times (ascending), every request counted. */
export function simulateTrace(
  setup: Setup,
  service: Service,
  arrivals: readonly number[],
  limit: number,
  random: Random,
  onBatch?: OnBatch,
): Tally & { sojourns: number[] } {
  checkSetup(setup);
  for (let i = 0; i < arrivals.length; i++) {
    if (!Number.isFinite(arrivals[i]) || (i > 0 && arrivals[i]! < arrivals[i - 1]!))
      throw new RangeError(`Arrival times must be numbers that do not fall; see number ${i}.`);
  }
  const room = workspace(arrivals.length);
  let i = 0;
  const counts = events(
    setup,
    arrivals.length,
    () => arrivals[i++]!,
    service,
    random,
    0,
    room,
    onBatch,
  );
  const sojourns = Array.from(room.sojourns.subarray(0, counts.admitted));
  return { ...tally(setup, counts, room, limit), sojourns };
}

/** A number over independent replications. */
export interface Estimate {
  mean: number | null;
  ci95: [number, number] | null;
  standardError: number | null;
}

/**
 * Brings replications together: the mean of each number and its interval (Student's t). For percentiles see `pooled.ts`: the mean of the
 * replications' own is near enough only where each is long. Averaging the percentiles of different servers or hours is the mistake that
 * the lab warns of.
 */
export function estimate(
  tallies: readonly Tally[],
  pick: (tally: Tally) => number | null,
): Estimate {
  const values = tallies.map(pick);
  if (values.length === 0 || values.some((value) => value === null))
    return { mean: null, ci95: null, standardError: null };
  const known = values as number[];
  return { mean: mean(known), ci95: interval95(known), standardError: standardError(known) };
}

/** `replications` independent simulations, each with a stream of its own. */
export function replicate(
  setup: Setup,
  service: Service,
  stream: PoissonStream,
  replications: number,
  random: Random,
): Tally[] {
  const room = workspace(stream.requests);
  return Array.from({ length: replications }, (_, k) =>
    simulateOnce(setup, service, stream, random.fork(`replication ${k}`), room),
  );
}
