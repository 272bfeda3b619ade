import { seededRandom } from '../../../labs/math/random.ts';
import { constantService, type Service } from '../../../labs/latency/queueing/service.ts';
import { simulateOnce, workspace, type Setup } from '../../../labs/latency/queueing/simulate.ts';

// A process of its own: what other code taught the JIT compiler about these functions would change the figure.

/** As many as a replication of the lab has. */
const requests = 30_000;
const warmup = { ms: 600 };
const rounds = 9;
const roundMs = 250;

const plain: Setup = { servers: 1, places: Infinity, maxBatch: 1, maxWait: 0 };
const batching: Setup = { servers: 2, places: Infinity, maxBatch: 16, maxWait: 2 };
const cases: Record<string, { setup: Setup; service: Service; rate: number }> = {
  plain: { setup: plain, service: constantService(0.8, 0.2), rate: 0.8 },
  // About 80 % of what two replicas can do with full batches.
  batching: { setup: batching, service: constantService(0.8, 0.2), rate: 6.4 },
};

/** Requests a second of each round, after a warm-up that is thrown away. Percentiles are part of every simulation. */
function measure({ setup, service, rate }: (typeof cases)[string]): number[] {
  const room = workspace(requests);
  const random = seededRandom(7);
  let kept = 0;
  const round = (ms: number) => {
    const start = performance.now();
    let done = 0;
    let now = start;
    while (now - start < ms) {
      kept += simulateOnce(setup, service, { rate, requests, warmup: 0.1, limit: 20 }, random, room)
        .sojourn.p99!;
      done += requests;
      now = performance.now();
    }
    return (done / (now - start)) * 1000;
  };
  round(warmup.ms);
  const all = Array.from({ length: rounds }, () => round(roundMs));
  if (!(kept > 0)) throw new Error('the simulation gave no percentiles');
  return all;
}

console.log(
  JSON.stringify(
    Object.fromEntries(Object.entries(cases).map(([name, one]) => [name, measure(one)])),
  ),
);
