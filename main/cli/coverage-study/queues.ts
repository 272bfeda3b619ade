import { queueLength } from '../../../labs/latency/explore/explore.ts';
import { md1, mmc } from '../../../labs/latency/queueing/closed-forms.ts';
import {
  constantService,
  exponentialService,
  type Service,
} from '../../../labs/latency/queueing/service.ts';
import { simulatePoint } from '../../../labs/latency/queueing/simulate-point.ts';
import type { Random } from '../../../labs/math/random.ts';
import type { Effort, StudyRow } from './row.ts';

interface Queue {
  name: string;
  servers: number;
  service: Service;
  p99: (load: number) => number;
}

const queues: readonly Queue[] = [
  {
    name: 'M/M/1',
    servers: 1,
    service: exponentialService(1),
    p99: (load) => mmc(load, 1, 1).sojourn.p99!,
  },
  {
    name: 'M/M/4',
    servers: 4,
    service: exponentialService(1),
    p99: (load) => mmc(4 * load, 1, 4).sojourn.p99!,
  },
  {
    name: 'M/D/1',
    servers: 1,
    service: constantService(0, 1),
    p99: (load) => md1(load, 1).sojourn.p99!,
  },
];

/** As many as a learner's run has unless it is told otherwise. */
const replications = 5;

/** p99 of queues whose own is known exactly, simulated as the latency lab does. */
export function* queueRows(random: Random, { short }: Effort): Generator<StudyRow> {
  const files = short ? 25 : 300;
  for (const { name, servers, service, p99 } of short ? queues.slice(0, 1) : queues)
    for (const load of short ? [0.8] : [0.8, 0.9, 0.95]) {
      const truth = p99(load);
      const setup = { servers, places: Infinity, maxBatch: 1, maxWait: 0 };
      let [covered, sum, untold] = [0, 0, 0];
      for (let file = 0; file < files; file++) {
        const draw = random.fork(`${name} ${load} ${file}`);
        const steps = simulatePoint(
          { setup, service, rate: load * servers, limit: 1, replications, length: queueLength },
          (k) => draw.fork(`replication ${k}`),
        );
        let step = steps.next();
        while (!step.done) step = steps.next();
        const { p99: estimate, ci95 } = step.value.percentiles;
        sum += estimate!;
        if (!ci95) untold += 1;
        else if (ci95[0] <= truth && truth <= ci95[1]) covered += 1;
      }
      yield {
        what: 'p99 of a queue',
        setting: `${name}, load ${load}`,
        files,
        covered: covered / Math.max(1, files - untold),
        target: { least: 0.9, most: 1 },
        lean: { by: sum / files / truth - 1, within: 0.03 },
        ...(untold > 0 && { note: `can’t tell in ${untold}` }),
      };
    }
}
