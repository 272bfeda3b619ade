import { seededRandom, type Random } from '../../math/random.ts';
import type { ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { ClosedFormRow, LatencyMeasured, ModelRow, SimulationRow } from '../result.ts';
import { md1, mg1, mmc } from '../queueing/closed-forms.ts';
import { measuredService, withSlowCalls, type Service } from '../queueing/service.ts';
import { simulatePoint, type PointEstimate } from '../queueing/simulate-point.ts';
import { capacity, type Setup } from '../queueing/simulate.ts';

/** The parameters that the simulation reads: the ones that a panel may move without a new run. */
export type Setting = Pick<
  LatencyParameters,
  | 'arrivalsPerSecond'
  | 'replicas'
  | 'queueCapacity'
  | 'maxBatch'
  | 'maxWaitMs'
  | 'limitMs'
  | 'slowShare'
  | 'slowFactor'
  | 'replications'
>;

/** What is needed of a model: its name and the line fitted to its times. */
export type FittedModel = Pick<ModelRow, 'name' | 'service'>;

/** Points of the curve, as shares of the set-up's own capacity. */
export const sweepLoads = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const;
/** Requests of a replication: usually, and at most near saturation. */
export const queueLength = { usual: 30_000, most: 500_000 };

export interface Simulated {
  rows: SimulationRow[];
  closedForms: ClosedFormRow[];
}

/**
 * Simulates every model at `setting`: the curve over loads and the learner's own point, with the textbook formulas beside it.
 * A pure function, fit for a worker: with the seed of a recorded run, its measured times and its models' fits it gives that run's numbers.
 */
export function simulateSetting(
  measured: LatencyMeasured,
  models: readonly FittedModel[],
  setting: Setting,
  seed: number,
): Simulated {
  const random = seededRandom(seed);
  const all: Simulated = { rows: [], closedForms: [] };
  for (const model of models) {
    const steps = simulateModel(measured, model, setting, random);
    let step = steps.next();
    while (!step.done) step = steps.next();
    all.rows.push(...step.value.rows);
    all.closedForms.push(...step.value.closedForms);
  }
  return all;
}

/**
 * One model's part of `simulateSetting`, yielding the part that is done (0 to 1) after each
 * replication so that a run can yield to the event loop. With 'chosen', the learner's own point without the curve; with 'draft', all of it
 * at the usual length and without intervals.
 */
export function* simulateModel(
  measured: LatencyMeasured,
  model: FittedModel,
  setting: Setting,
  random: Random,
  how?: 'chosen' | 'draft',
): Generator<number, Simulated, void> {
  const service = serviceOf(measured, model, setting);
  const setup = setupOf(setting);
  const full = capacity(setup, service) * 1000;
  const sweep =
    how === 'chosen' ? [] : sweepLoads.map((load) => ({ rate: load * full, chosen: false }));
  const points = [...sweep, { rate: setting.arrivalsPerSecond, chosen: true }];
  const rows: SimulationRow[] = [];
  for (const [place, { rate, chosen }] of points.entries()) {
    const steps = simulatePoint(
      {
        setup,
        service,
        rate: rate / 1000,
        limit: setting.limitMs,
        replications: setting.replications,
        length:
          how === 'draft' ? { usual: queueLength.usual, most: queueLength.usual } : queueLength,
      },
      // The streams depend on the model and the point only: moving a control changes the answer, not the luck.
      (k) => random.fork(`simulate ${model.name} ${chosen ? 'chosen' : place} ${k}`),
    );
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (place + step.value) / points.length;
    rows.push(rowOf(model.name, setting, rate, chosen, step.value));
  }
  return { rows, closedForms: formulas(model.name, measured, setting) };
}

export const setupOf = (setting: Setting): Setup => ({
  servers: setting.replicas,
  places: setting.queueCapacity === 0 ? Infinity : setting.queueCapacity,
  maxBatch: setting.maxBatch,
  maxWait: setting.maxWaitMs,
});

/** The times that a replica takes at this setting, drawn from those that were measured. */
export function serviceOf(
  measured: LatencyMeasured,
  model: FittedModel,
  setting: Setting,
): Service {
  return withSlowCalls(
    measuredService(
      model.service,
      measured.service.filter((entry) => entry.model === model.name),
    ),
    setting.slowShare / 100,
    setting.slowFactor,
  );
}

/** The highest arrivals a second that this model can keep up with at this setting, every batch full. */
export function capacityPerSecond(
  measured: LatencyMeasured,
  model: FittedModel,
  setting: Setting,
): number {
  return capacity(setupOf(setting), serviceOf(measured, model, setting)) * 1000;
}

function rowOf(
  model: ModelName,
  setting: Setting,
  rate: number,
  chosen: boolean,
  { stable, sojourn, percentiles, of }: PointEstimate,
): SimulationRow {
  const perSecond = (value: number | null) => (value === null ? null : value * 1000);
  return {
    model,
    replicas: setting.replicas,
    maxBatch: setting.maxBatch,
    maxWaitMs: setting.maxWaitMs,
    queueCapacity: setting.queueCapacity,
    arrivalsPerSecond: rate,
    chosen,
    stable,
    utilization: of((t) => t.utilization),
    meanMs: sojourn.mean,
    p50Ms: percentiles.p50,
    p95Ms: percentiles.p95,
    p99Ms: percentiles.p99,
    throughput: perSecond(of((t) => t.throughput)),
    goodput: perSecond(of((t) => t.goodput)),
    turnedAway: of((t) => t.turnedAway),
    ci95: { meanMs: sojourn.ci95, p99Ms: percentiles.ci95 },
  };
}

/**
 * The formulas that apply at this setting, with the measured mean (and, for M/G/1, spread) of calls with one row. None of them knows
 * batches or a full queue, and the last two know one replica only; where a formula does not apply there is no row.
 */
function formulas(model: ModelName, measured: LatencyMeasured, setting: Setting): ClosedFormRow[] {
  if (setting.maxBatch > 1 || setting.queueCapacity > 0) return [];
  const times = measured.service
    .filter((entry) => entry.model === model && entry.batch === 1)
    .flatMap((entry) => entry.timesMs);
  if (times.length === 0) return [];
  const longer = (power: number) =>
    1 + (setting.slowShare / 100) * (setting.slowFactor ** power - 1);
  const moment = (power: number) =>
    (longer(power) * times.reduce((sum, time) => sum + time ** power, 0)) / times.length;
  const rate = setting.arrivalsPerSecond / 1000;
  const row = (
    formula: ClosedFormRow['formula'],
    state: { stable: boolean; meanSojourn: number | null },
    sojourn: { p50: number | null; p95: number | null; p99: number | null } | null,
  ): ClosedFormRow => ({
    model,
    formula,
    stable: state.stable,
    meanMs: state.meanSojourn,
    p50Ms: sojourn?.p50 ?? null,
    p95Ms: sojourn?.p95 ?? null,
    p99Ms: sojourn?.p99 ?? null,
  });
  const exponential = mmc(rate, 1 / moment(1), setting.replicas);
  const rows = [row('M/M/c', exponential, exponential.sojourn)];
  if (setting.replicas === 1) {
    const constant = md1(rate, moment(1));
    rows.push(
      row('M/D/1', constant, constant.sojourn),
      row('M/G/1', mg1(rate, moment(1), moment(2)), null),
    );
  }
  return rows;
}
