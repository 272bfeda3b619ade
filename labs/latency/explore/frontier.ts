import { seededRandom, type Random } from '../../math/random.ts';
import { setupOf, type FittedModel, type Setting } from './explore.ts';
import { frontierBatches, frontierLoads, type ModelName } from '../names.ts';
import type { FrontierRow, LatencyMeasured } from '../result.ts';
import { reachOf, type BatchReach } from '../reach.ts';
import { pooledService, withSlowCalls, type Service } from '../queueing/service.ts';
import { simulatePoint, type PointEstimate } from '../queueing/simulate-point.ts';
import { capacity } from '../queueing/simulate.ts';

/** More where a batch is large: what scatters is the number of batches, and a request in a batch costs the simulator little. */
function requestsFor(maxBatch: number): number {
  if (maxBatch > 16) return 24_000;
  return maxBatch > 4 ? 12_000 : 8_000;
}
/** As far as a replication grows near saturation. Beyond, a line goes on without its band. */
const mostRequests = 60_000;

type Kind = FrontierRow['kind'];

/**
 * One model's frontier: p99 against requests answered a second, one line for each largest batch, and the learner's own setting with
 * the wait and without. Yields the part that is done, 0 to 1, after each replication. With `only`, the learner's own points alone.
 * A pure function of its arguments; the streams depend on model, line and point only, so that a control changes the answer, not the luck.
 */
export function* simulateFrontier(
  measured: LatencyMeasured,
  model: FittedModel,
  setting: Setting,
  random: Random,
  only?: 'own',
): Generator<number, FrontierRow[], void> {
  const service = frontierService(measured, model, setting);
  const points = [...(only ? [] : linePoints(service, setting)), ...ownPoints(setting)];
  const rows: FrontierRow[] = [];
  for (const [place, { kind, setting: own, stream }] of points.entries()) {
    const usual = requestsFor(own.maxBatch);
    const steps = simulatePoint(
      {
        setup: setupOf(own),
        service,
        rate: own.arrivalsPerSecond / 1000,
        limit: setting.limitMs,
        replications: setting.replications,
        length: { usual, most: mostRequests, hopeless: usual },
      },
      (k) => random.fork(`frontier ${model.name} ${stream} ${k}`),
    );
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (place + step.value) / points.length;
    rows.push(rowOf(model.name, kind, own, step.value));
  }
  return rows;
}

/** `simulateFrontier` for several models, to the end: what a recorded run of this seed holds. */
export function frontierOf(
  measured: LatencyMeasured,
  models: readonly FittedModel[],
  setting: Setting,
  seed: number,
): FrontierRow[] {
  const random = seededRandom(seed);
  return models.flatMap((model) => {
    const steps = simulateFrontier(measured, model, setting, random);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  });
}

/** The service times that the lines are simulated with, slow calls included. */
export function frontierService(
  measured: LatencyMeasured,
  model: FittedModel,
  setting: Pick<Setting, 'slowShare' | 'slowFactor'>,
): Service {
  const timed = measured.service.filter((entry) => entry.model === model.name);
  return withSlowCalls(
    pooledService(model.service, timed),
    setting.slowShare / 100,
    setting.slowFactor,
  );
}

interface Wanted {
  kind: Kind;
  setting: Setting;
  /** Names the stream of random numbers. */
  stream: string;
}

function linePoints(service: Service, setting: Setting): Wanted[] {
  return frontierBatches.flatMap((maxBatch) => {
    const full = capacity({ ...setupOf(setting), maxBatch }, service) * 1000;
    return frontierLoads.map((load): Wanted => ({
      kind: 'line',
      setting: { ...setting, maxBatch, arrivalsPerSecond: load * full },
      stream: `${maxBatch} ${load}`,
    }));
  });
}

/** Both share their arrivals: what differs between them is the wait. Without a wait to compare there is one. */
function ownPoints(setting: Setting): Wanted[] {
  const chosen: Wanted = { kind: 'chosen', setting, stream: 'own' };
  return setting.maxWaitMs > 0 && setting.maxBatch > 1
    ? [chosen, { kind: 'noWait', setting: { ...setting, maxWaitMs: 0 }, stream: 'own' }]
    : [chosen];
}

function rowOf(
  model: ModelName,
  kind: Kind,
  setting: Setting,
  { stable, sojourn, percentiles, of }: PointEstimate,
): FrontierRow {
  const perSecond = (value: number | null) => (value === null ? null : value * 1000);
  return {
    model,
    kind,
    replicas: setting.replicas,
    maxBatch: setting.maxBatch,
    maxWaitMs: setting.maxWaitMs,
    limitMs: setting.limitMs,
    arrivalsPerSecond: setting.arrivalsPerSecond,
    stable,
    throughput: perSecond(of((t) => t.throughput)),
    goodput: perSecond(of((t) => t.goodput)),
    utilization: of((t) => t.utilization),
    meanBatch: of((t) => t.meanBatch),
    meanMs: sojourn.mean,
    p99Ms: percentiles.p99,
    ci95: { meanMs: sojourn.ci95, p99Ms: percentiles.ci95 },
  };
}

/** The reach of each largest batch that has one. */
export function reachesOf(
  rows: readonly FrontierRow[],
  model: ModelName,
  limitMs: number,
): BatchReach[] {
  return frontierBatches.flatMap((maxBatch) => reachOf(rows, model, maxBatch, limitMs) ?? []);
}
