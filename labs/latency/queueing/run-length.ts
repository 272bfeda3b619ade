import type { Random } from '../../math/random.ts';
import type { Service } from './service.ts';
import type { Setup } from './simulate.ts';

/** Requests over which a queue forgets its past, at least so many for each replication, and for all of them together. */
const leastMemories = 400;
const wantedMemories = 5_000;
/** With fewer than these in all, an interval would cover too rarely: the p99 can't be told. */
const toldMemories = 4_000;

const pilotDraws = 2_000;

/** How much one batch's time varies: the square of its coefficient of variation, from a pilot of its own draws. */
export function variability(service: Service, size: number, random: Random): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < pilotDraws; i++) {
    const time = service.sample(size, random);
    sum += time;
    squares += time * time;
  }
  return sum > 0 ? Math.max(0, (squares * pilotDraws) / sum ** 2 - 1) : 0;
}

/**
 * Requests over which a queue at `load` forgets its past: (1 + cv²)/2 over (1 − load)², as heavy-traffic theory has it (Whitt 1989,
 * "Planning queueing simulations"); with batches the time of one stands for all in it. Limited places bound it by their square.
 */
export function memoryOf(setup: Setup, load: number, cv2: number): number {
  const open = 1 / Math.max(1e-6, (1 - load) ** 2);
  const room = setup.places + setup.maxBatch;
  const bounded = Number.isFinite(room) ? Math.min(open, (1 + room) ** 2) : open;
  return (bounded * (1 + setup.maxBatch * cv2)) / 2;
}

export interface RunLength {
  /** Requests of each replication. */
  requests: number;
  /** Pieces that each replication's percentile is taken of, for the interval. */
  pieces: number;
  /** False where even the longest run is too short for an interval. */
  told: boolean;
}

/**
 * How long a replication must be for its percentiles to be told: `usual` requests, and more near saturation, up to `most`. Where `most` is
 * too short as well, `hopeless` says how long to run all the same.
 */
export function runLength(
  memory: number,
  replications: number,
  { usual, most, hopeless = most }: { usual: number; most: number; hopeless?: number },
): RunLength {
  const each = Math.max(leastMemories, wantedMemories / replications);
  const requests = Math.max(usual, Math.min(most, Math.ceil(each * memory)));
  const memories = requests / memory;
  const told = memories >= leastMemories && memories * replications >= toldMemories;
  // Of about ten values a spread is known well enough; a piece must be long as well.
  const pieces = Math.min(
    Math.floor(memories / (1.2 * leastMemories)),
    Math.ceil(10 / replications),
  );
  return {
    requests: told ? requests : Math.max(usual, hopeless),
    pieces: Math.max(1, pieces),
    told,
  };
}
