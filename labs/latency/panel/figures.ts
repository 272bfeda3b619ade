import { linearAxis, logAxis, type Axis } from '../../../renderer/charts/axis.ts';
import { crossing, type Series, type XY } from '../../../renderer/charts/series.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { batchSizes, modelNames, type ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { LatencyResult, ModelRow, SimulationRow } from '../result.ts';
import type { Reach } from './sentences.ts';

/** A model keeps its colour and dash in every figure. */
export const seriesIndex: Record<ModelName, number> = { small: 1, medium: 2, large: 3 };

/** One line for each model: p99 over arrivals, with its interval. */
export function queueSeries(rows: readonly SimulationRow[], running: boolean): Series[] {
  const present = modelNames.filter((name) =>
    rows.some((row) => row.model === name && !row.chosen && row.p99Ms !== null),
  );
  return present.map((name) => {
    const curve = curveOf(rows, name);
    return {
      id: name,
      name,
      index: seriesIndex[name],
      role: 'series',
      growing: running && name === present.at(-1),
      points: curve.map((row): XY => [row.arrivalsPerSecond, row.p99Ms]),
      band: curve.flatMap((row) =>
        row.ci95.p99Ms
          ? [[row.arrivalsPerSecond, Math.max(row.ci95.p99Ms[0], 1e-3), row.ci95.p99Ms[1]] as const]
          : [],
      ),
    };
  });
}

/** The points of a model's curve that have numbers, in the order of their arrivals. */
export const curveOf = (rows: readonly SimulationRow[], name: ModelName) =>
  rows
    .filter((row) => row.model === name && !row.chosen && row.stable)
    .sort((a, b) => a.arrivalsPerSecond - b.arrivalsPerSecond);

/** How much each model carries before its p99 crosses the limit; none for a model that is over it from the start. */
export function reachesOf(series: readonly Series[], limitMs: number): Reach[] {
  return series
    .filter((s) => s.role === 'series')
    .flatMap((s): Reach[] => {
      const model = s.id as ModelName;
      const at = crossing(s.points, limitMs);
      if (at !== null) return [{ model, perSecond: at, atLeast: false }];
      const last = s.points.findLast(([, y]) => y !== null);
      return last && s.points.every(([, y]) => y === null || y <= limitMs)
        ? [{ model, perSecond: last[0], atLeast: true }]
        : [];
    });
}

/** The rate a model can answer at most at this set-up, from its timings alone, requests a second; null before they are in. */
export function capacityOf(
  model: ModelRow,
  setting: Pick<LatencyParameters, 'replicas' | 'maxBatch'>,
): number | null {
  const size = setting.maxBatch;
  const exact = model.measured.find((row) => row.batch === size)?.meanMs;
  const time = exact ?? model.service.alphaMs + model.service.betaMs * size;
  return time > 0 ? (1000 * setting.replicas * size) / time : null;
}

/** Of quite even service times the p99 at a load of .8 is 11.4 times as long (M/D/1): the question's own load stays in the picture. */
const busyTimes = 14;
/** A line that ends farther than so many capacities of the model in view would leave that one no room. */
const mostCapacities = 4;

/**
 * Linear axes with the model in view from an empty queue to beyond its capacity, where its p99 leaves through the limit. They stay
 * where they are while a run goes on: they depend on the timings, the controls and the prediction, not on how much has been simulated.
 */
export function queueAxes(
  result: LatencyResult,
  setting: LatencyParameters,
  selected: ModelName,
  prediction: { x?: number; y?: number } | null,
): { x: Axis; y: Axis } {
  const model = result.models.find(({ name }) => name === selected);
  const own = (model && capacityOf(model, setting)) ?? null;
  const farthest = Math.max(...result.models.flatMap((one) => capacityOf(one, setting) ?? []));
  const reach = own === null ? farthest : Math.min(farthest, own * mostCapacities);
  const known = Number.isFinite(reach)
    ? Math.max(reach, (own ?? 0) * 1.1)
    : Math.max(1000, setting.arrivalsPerSecond * 1.2, (prediction?.x ?? 0) * 1.2);
  // Follow the learner's own load and guess, but not so far that the lines become a wall at the left.
  const wanted = Math.max(
    known,
    Math.min(setting.arrivalsPerSecond * 1.05, known * 3),
    Math.min((prediction?.x ?? 0) * 1.05, known * 2),
  );
  const alone = model?.measured.find((row) => row.batch === 1)?.meanMs ?? 0;
  const high = Math.max(
    setting.limitMs * 1.8,
    Math.min(prediction?.y ?? 0, setting.limitMs * 5),
    alone * busyTimes,
  );
  return {
    x: linearAxis('requests a second', wanted),
    y: linearAxis('99th percentile of latency, ms', high > 0 ? high : 20),
  };
}

/** The limit as a line of a figure; none before it is known. */
export const limitLine = (limitMs: number) =>
  limitMs > 0
    ? { value: limitMs, name: `limit ${formatFixed(limitMs)} ms`, over: 'over the limit' }
    : undefined;

/** How many times its bare service time a request takes on average, waiting included; null where that has no meaning. */
export function slowerThanAlone(
  result: LatencyResult,
  name: ModelName,
  row: SimulationRow | null,
): number | null {
  const alone = result.models
    .find((model) => model.name === name)
    ?.measured.find((entry) => entry.batch === 1)?.meanMs;
  return row?.meanMs != null && alone !== undefined && alone > 0 && row.maxBatch === 1
    ? row.meanMs / alone
    : null;
}

/** The loss of each model while it trains, from the run's `loss.<model>` series. */
export function lossSeries(
  series: Record<string, readonly (readonly [number, number])[]>,
  running: boolean,
): Series[] {
  const present = modelNames.filter((name) => (series[`loss.${name}`]?.length ?? 0) > 0);
  return present.map((name) => ({
    id: name,
    name,
    index: seriesIndex[name],
    role: 'series',
    growing: running && name === present.at(-1),
    points: series[`loss.${name}`]!.map(([x, y]): XY => [x, y]),
  }));
}

/** Median time by batch size with the line fitted through it. */
export function batchFigure(models: readonly ModelRow[]): {
  series: Series[];
  dots: { id: string; x: number; y: number; index: number }[];
  x: Axis;
  y: Axis;
} {
  const highest = Math.max(0, ...models.flatMap((model) => model.measured.map((row) => row.p50Ms)));
  return {
    series: models.map((model) => ({
      id: model.name,
      name: model.name,
      index: seriesIndex[model.name],
      role: 'series',
      points: batchSizes.map((b): XY => [b, model.service.alphaMs + model.service.betaMs * b]),
    })),
    dots: models.flatMap((model) =>
      model.measured.map((row) => ({
        id: `${model.name}-${row.batch}`,
        x: row.batch,
        y: row.p50Ms,
        index: seriesIndex[model.name],
      })),
    ),
    x: {
      label: 'requests in the batch',
      scale: 'linear',
      domain: [0, 66],
      ticks: [1, 8, 16, 32, 48, 64],
    },
    y: linearAxis('median time of a call, ms', highest > 0 ? highest : 1),
  };
}

/** The axis of the histograms: log, from the fastest bin to beyond the slowest p99. */
export function timeAxis(models: readonly ModelRow[], prediction: number | null): Axis {
  const from = Math.min(...models.map((model) => model.histogram.fromMs).filter((ms) => ms > 0));
  const to = Math.max(
    ...models.map((model) =>
      Math.max(
        model.measured.find((row) => row.batch === 1)?.p99Ms ?? 0,
        model.histogram.fromMs + model.histogram.binMs * model.histogram.counts.length,
      ),
    ),
  );
  // The usual range stays in the picture, so that the axis does not move from model to model.
  const low = Math.min(Number.isFinite(from) ? from : 0.1, from >= 1 ? 1 : 0.1);
  const high = Math.max(Number.isFinite(to) ? to : 0, 10);
  return logAxis(
    'time of one call, ms (log scale)',
    prediction ? Math.min(low, Math.max(prediction, low / 20)) : low,
    prediction ? Math.max(high, Math.min(prediction, high * 20)) : high,
  );
}
