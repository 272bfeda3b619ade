import type { Random } from '../../math/random.ts';
import { planOf, type Point } from './simulate-point.ts';
import { isStable, simulateOnce, workspace } from './simulate.ts';

/** One request on its way, in the simulation's unit of time. */
interface Passage {
  arrival: number;
  /** When a replica took it. */
  start: number;
  end: number;
}

/** A stretch of one simulation, request by request. */
export interface Passages {
  /** In the order of their arrival; the first of them may have come before `from` and still be there. */
  requests: Passage[];
  /** When somebody found no place. */
  refused: number[];
  from: number;
  until: number;
}

/**
 * The first `many` requests that a point's simulation counts, with those that were still there when the first of them came. `random` is
 * the stream of one replication: drawn again, it gives that replication's own times. Where the queue is not stable nothing was counted:
 * then they are the first of a queue that begins empty. Null where nobody was served.
 */
export function passagesOf(point: Point, random: Random, many: number): Passages | null {
  const { setup, service, rate, limit } = point;
  const before = isStable(setup, service, rate)
    ? planOf(point, random.fork('pilot')).warmupRequests
    : 0;
  const requests = before + many;
  const room = workspace(requests);
  const refused: number[] = [];
  const served: Passage[] = [];
  let from = 0;
  simulateOnce(
    setup,
    service,
    // Half a request more, so that no rounding takes one away.
    { rate, requests, warmup: before === 0 ? 0 : (before + 0.5) / requests, limit },
    random,
    room,
    (sojourns) => {
      const first = sojourns.byteOffset / Float64Array.BYTES_PER_ELEMENT;
      from = room.arrivals[first] ?? 0;
      for (let i = 0; i < first + sojourns.length; i++) {
        const arrival = room.arrivals[i]!;
        const end = arrival + room.sojourns[i]!;
        if (i >= first || end > from)
          served.push({ arrival, start: arrival + room.waits[i]!, end });
      }
    },
    (arrival) => refused.push(arrival),
  );
  const last = served.at(-1);
  if (!last) return null;
  return { requests: served, refused: refused.filter((at) => at >= from), from, until: last.end };
}

/** Who is where at one moment. */
interface Moment {
  /** In the order in which they came. */
  waiting: Passage[];
  /** One list for each replica that is busy: more than one request where it answers a batch. */
  serving: Passage[][];
  /** Requests that found no place so far. */
  refused: number;
}

export function momentAt({ requests, refused }: Passages, at: number): Moment {
  const serving = new Map<string, Passage[]>();
  const waiting: Passage[] = [];
  for (const one of requests) {
    if (one.arrival > at || one.end <= at) continue;
    if (one.start > at) waiting.push(one);
    else {
      const call = `${one.start} ${one.end}`;
      serving.set(call, [...(serving.get(call) ?? []), one]);
    }
  }
  return {
    waiting,
    serving: [...serving.values()],
    refused: refused.filter((time) => time <= at).length,
  };
}

/** How many wait, each time that changes: a staircase from `from` to `until`. */
export function waitingSteps({ requests, from, until }: Passages): [at: number, many: number][] {
  const changes = requests
    .flatMap(({ arrival, start }): [number, number][] =>
      start > arrival
        ? [
            [Math.max(from, arrival), 1],
            [Math.max(from, start), -1],
          ]
        : [],
    )
    // At one moment, who leaves the line leaves before who joins it.
    .sort(([a, up], [b, down]) => a - b || up - down);
  const steps: [number, number][] = [[from, 0]];
  let many = 0;
  for (const [at, change] of changes) {
    many += change;
    if (steps.at(-1)![0] === at) steps.at(-1)![1] = many;
    else steps.push([at, many]);
  }
  return [...steps, [until, many]];
}
