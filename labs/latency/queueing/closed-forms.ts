/**
 * Textbook queueing formulas. Units: any, as long as rates are per the same unit that times are in. Where more work arrives
 * than can be done there is no steady state: `stable` is false and every number that would need one is null.
 */

export interface Percentiles<T = number | null> {
  p50: T;
  p95: T;
  p99: T;
}

/** Long-run numbers of a queue without limit. */
export interface SteadyState {
  stable: boolean;
  /** Offered work per server, λ·E[S]/c; at least 1 where not stable. */
  utilization: number;
  probWait: number | null;
  meanWait: number | null;
  meanSojourn: number | null;
  meanQueueLength: number | null;
  meanInSystem: number | null;
  throughput: number | null;
}

const undefinedState = (utilization: number): SteadyState => ({
  stable: false,
  utilization,
  probWait: null,
  meanWait: null,
  meanSojourn: null,
  meanQueueLength: null,
  meanInSystem: null,
  throughput: null,
});
const undefinedPercentiles = (): Percentiles => ({ p50: null, p95: null, p99: null });

function positive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value)))
    throw new RangeError(`${name} must be a number above 0; got ${value}.`);
}
function count(name: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`${name} must be a whole number of at least ${least}; got ${value}.`);
}

/** Chance that all `servers` are busy when nobody may wait (Erlang 1917), by the stable recursion. `load` = λ·E[S] ≥ 0. */
export function erlangB(servers: number, load: number): number {
  count('servers', servers, 0);
  if (!(load >= 0 && Number.isFinite(load)))
    throw new RangeError(`load must be a number of at least 0; got ${load}.`);
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/** Chance that an arrival must wait in M/M/c (Erlang C); null where load ≥ servers. */
export function erlangC(servers: number, load: number): number | null {
  count('servers', servers);
  const rho = load / servers;
  if (rho >= 1) return null;
  const blocked = erlangB(servers, load);
  return blocked / (1 - rho * (1 - blocked));
}

function fromWait(
  rate: number,
  utilization: number,
  probWait: number,
  meanWait: number,
  meanService: number,
): SteadyState {
  const meanSojourn = meanWait + meanService;
  // Little's law gives the two lengths.
  return {
    stable: true,
    utilization,
    probWait,
    meanWait,
    meanSojourn,
    meanQueueLength: rate * meanWait,
    meanInSystem: rate * meanSojourn,
    throughput: rate,
  };
}

export interface Mmc extends SteadyState {
  wait: Percentiles;
  sojourn: Percentiles;
  /** P(sojourn ≤ t); null where not stable. */
  sojournWithin(t: number): number | null;
}

/**
 * M/M/c: Poisson arrivals at `rate`, exponential service at `mu` per server. The wait is 0 with chance 1 − C and exponential with
 * rate cμ − λ otherwise (Erlang C); the sojourn adds an independent exponential service.
 */
export function mmc(rate: number, mu: number, servers: number): Mmc {
  positive('rate', rate);
  positive('mu', mu);
  count('servers', servers);
  const utilization = rate / (servers * mu);
  const probWait = erlangC(servers, rate / mu);
  if (probWait === null || utilization >= 1) {
    return {
      ...undefinedState(utilization),
      wait: undefinedPercentiles(),
      sojourn: undefinedPercentiles(),
      sojournWithin: () => null,
    };
  }
  const theta = servers * mu - rate;
  const beyond = (t: number) =>
    t <= 0 ? 1 : (1 - probWait) * Math.exp(-mu * t) + probWait * sumBeyond(mu, theta, t);
  const wait = (p: number) => Math.max(0, Math.log(probWait / (1 - p)) / theta);
  return {
    ...fromWait(rate, utilization, probWait, probWait / theta, 1 / mu),
    wait: { p50: wait(0.5), p95: wait(0.95), p99: wait(0.99) },
    sojourn: {
      p50: solve(beyond, 0.5, 1 / mu),
      p95: solve(beyond, 0.05, 1 / mu),
      p99: solve(beyond, 0.01, 1 / mu),
    },
    sojournWithin: (t) => 1 - beyond(t),
  };
}

/** P(X + Y > t) of exponentials with rates a and b, without cancelling where they are nearly equal. */
function sumBeyond(a: number, b: number, t: number): number {
  const slow = Math.min(a, b);
  const gap = Math.abs(a - b);
  const ratio = gap * t < 1e-12 ? t : -Math.expm1(-gap * t) / gap;
  // With a the slower: e^{−at}·(1 + a·ratio). With b the slower: e^{−bt}·(e^{−(a−b)t} + a·ratio),
  // the same with the roles kept apart.
  return Math.exp(-slow * t) * ((a <= b ? 1 : Math.exp(-gap * t)) + a * ratio);
}

/** The t where a falling function reaches `target`: brackets it, then bisects to the last bit. */
function solve(falling: (t: number) => number, target: number, scale: number): number {
  let low = 0;
  let high = scale;
  while (falling(high) > target) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 120; i++) {
    const middle = (low + high) / 2;
    if (falling(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export interface Mm1k {
  probBlock: number;
  acceptedRate: number;
  throughput: number;
  utilization: number;
  meanInSystem: number;
  /** Of the requests that got in. */
  meanSojourn: number;
  meanWait: number;
}

/** M/M/1/K: at most `capacity` requests in the system, the one in service included. A birth–death chain, so always stable. */
export function mm1k(rate: number, mu: number, capacity: number): Mm1k {
  positive('rate', rate);
  positive('mu', mu);
  count('capacity', capacity);
  const rho = rate / mu;
  // The weights are scaled by the largest so that a long queue under heavy load does not overflow.
  const logs = Array.from({ length: capacity + 1 }, (_, n) => n * Math.log(rho));
  const top = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const probBlock = weights[capacity]! / total;
  const acceptedRate = rate * (1 - probBlock);
  const meanInSystem = weights.reduce((sum, w, n) => sum + n * w, 0) / total;
  const meanSojourn = meanInSystem / acceptedRate;
  return {
    probBlock,
    acceptedRate,
    throughput: acceptedRate,
    utilization: acceptedRate / mu,
    meanInSystem,
    meanSojourn,
    meanWait: meanSojourn - 1 / mu,
  };
}

export interface Mg1 extends SteadyState {
  /** Needs the third moment of the service time; null without it. */
  varWait: number | null;
}

/**
 * M/G/1 by Pollaczek and Khinchine: E[W] = λE[S²] / (2(1 − ρ)); with the third moment also
 * Var W = E[W]² + λE[S³] / (3(1 − ρ)). The moments are raw: E[S], E[S²], E[S³].
 */
export function mg1(
  rate: number,
  meanService: number,
  secondMoment: number,
  thirdMoment: number | null = null,
): Mg1 {
  positive('rate', rate);
  positive('meanService', meanService);
  if (!(secondMoment >= meanService ** 2 * (1 - 1e-9)))
    throw new RangeError('A second moment is never below the square of the mean.');
  const rho = rate * meanService;
  if (rho >= 1) return { ...undefinedState(rho), varWait: null };
  const meanWait = (rate * secondMoment) / (2 * (1 - rho));
  const varWait =
    thirdMoment === null ? null : meanWait ** 2 + (rate * thirdMoment) / (3 * (1 - rho));
  return { ...fromWait(rate, rho, rho, meanWait, meanService), varWait };
}

/** Parameters and raw moments of a lognormal with this mean and coefficient of variation. */
export function lognormalOf(
  mean: number,
  cv: number,
): { mu: number; sigma: number; second: number; third: number } {
  positive('mean', mean);
  if (!(cv >= 0 && Number.isFinite(cv)))
    throw new RangeError(`cv must be a number of at least 0; got ${cv}.`);
  const square = 1 + cv ** 2;
  return {
    mu: Math.log(mean) - Math.log(square) / 2,
    sigma: Math.sqrt(Math.log(square)),
    second: mean ** 2 * square,
    third: mean ** 3 * square ** 3,
  };
}

export interface Md1 extends SteadyState {
  /** Null where not stable, or so near to full load that the sum would be too long. */
  wait: Percentiles;
  sojourn: Percentiles;
}

const longestSum = 4_000;

/**
 * M/D/1: constant service time. The mean is Pollaczek–Khinchine's. The distribution of the wait is Franx's sum (2001), whose terms
 * are all positive; Erlang's own alternating sum loses every digit beyond about fifteen service times.
 */
export function md1(rate: number, service: number): Md1 {
  const state = mg1(rate, service, service ** 2);
  const rho = rate * service;
  if (!state.stable)
    return { ...state, wait: undefinedPercentiles(), sojourn: undefinedPercentiles() };
  const atMost = cumulativeInSystem(rho);
  const within = (x: number): number => {
    const k = Math.floor(x) + 1;
    const u = rho * (k - x);
    let term = Math.exp(-u);
    let sum = 0;
    for (let j = 0; j < k && term > 1e-30; j++) {
      sum += term * atMost(k - j);
      term *= u / (j + 1);
    }
    return sum;
  };
  const wait = (p: number): number | null => {
    if (p <= 1 - rho) return 0;
    // The tail falls at least as fast as M/M/1's, so this many services are always enough.
    if (Math.log(rho / (1 - p)) / (1 - rho) > longestSum) return null;
    return solve((x) => 1 - within(x), 1 - p, 1) * service;
  };
  const waits = { p50: wait(0.5), p95: wait(0.95), p99: wait(0.99) };
  const plus = (w: number | null) => (w === null ? null : w + service);
  return {
    ...state,
    wait: waits,
    sojourn: { p50: plus(waits.p50), p95: plus(waits.p95), p99: plus(waits.p99) },
  };
}

/** P(at most n in the system) of M/D/1, by balancing the chain that departures see; every term is positive. */
function cumulativeInSystem(rho: number): (n: number) => number {
  const reach = 60;
  const arrivals = [Math.exp(-rho)];
  for (let k = 1; k <= reach; k++) arrivals.push((arrivals[k - 1]! * rho) / k);
  // moreThan[j] = P(more than j arrivals during one service), summed from the small end; with rho < 1 nothing is left beyond 60.
  const moreThan = new Array<number>(reach).fill(0);
  for (let j = reach - 1, sum = 0; j >= 0; j--) moreThan[j] = sum += arrivals[j + 1]!;
  const p = [1 - rho];
  const sums = [1 - rho];
  return (n) => {
    while (p.length <= n) {
      const j = p.length - 1;
      let up = p[0]! * (moreThan[j] ?? 0);
      for (let i = Math.max(1, j + 2 - reach); i <= j; i++) up += p[i]! * moreThan[j + 1 - i]!;
      p.push(up / arrivals[0]!);
      sums.push(sums[j]! + p[j + 1]!);
    }
    return sums[n]!;
  };
}
