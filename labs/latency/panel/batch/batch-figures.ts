import { linearAxis, logAxis, type Axis } from '../../../../renderer/charts/axis.ts';
import type { Mark } from '../../../../renderer/charts/line-shapes.tsx';
import { readAt, type Series, type XY } from '../../../../renderer/charts/series.ts';
import {
  formatDuration,
  formatFixed,
  formatSignificant,
} from '../../../../renderer/kit/number/format.ts';
import { lineOf, type BatchReach } from '../../reach.ts';
import { frontierBatches, type ModelName } from '../../names.ts';
import type { LatencyParameters } from '../../parameters.ts';
import type { FrontierRow, ModelRow } from '../../result.ts';
import { batchName } from './batch-words.ts';
import { capacityOf } from '../figures.ts';

/** A largest batch keeps its colour and dash: 64, the most, is the solid one, no batching the grey one. */
export const batchIndex: Record<number, number> = { 1: 0, 4: 3, 16: 2, 64: 1 };

/** One line for each largest batch: p99 over requests answered, with its interval. */
export function frontierSeries(rows: readonly FrontierRow[], model: ModelName): Series[] {
  return frontierBatches.flatMap((maxBatch): Series[] => {
    const line = lineOf(rows, model, maxBatch);
    if (line.length === 0) return [];
    return [
      {
        id: `batch-${maxBatch}`,
        name: batchName(maxBatch),
        index: batchIndex[maxBatch]!,
        role: 'series',
        points: line.map((row): XY => [row.throughput, row.p99Ms]),
        band: line.flatMap((row) =>
          row.ci95.p99Ms
            ? [[row.throughput, Math.max(row.ci95.p99Ms[0], 1e-3), row.ci95.p99Ms[1]] as const]
            : [],
        ),
      },
    ];
  });
}

/** Axes that hold every line, the limit and, within reason, the prediction. They do not follow the learner's own arrivals. */
export function frontierAxes(
  rows: readonly FrontierRow[],
  model: ModelRow | null,
  setting: LatencyParameters,
  prediction: { x?: number } | null,
): { x: Axis; y: Axis } {
  const lines = frontierBatches.flatMap((maxBatch) =>
    lineOf(rows, model?.name ?? 'large', maxBatch),
  );
  const reach =
    lines.length > 0
      ? Math.max(...lines.map((row) => row.throughput))
      : (model && capacityOf(model, { replicas: setting.replicas, maxBatch: 64 })) || 1_000;
  const low =
    lines.length > 0
      ? Math.min(...lines.map((row) => row.p99Ms))
      : Math.min(1, setting.limitMs / 20 || 1);
  const tallest = lines.length > 0 ? Math.max(...lines.map((row) => row.p99Ms)) : 0;
  const high = Math.max(setting.limitMs * 2.5, Math.min(tallest, setting.limitMs * 5), low * 20);
  return {
    x: linearAxis(
      'requests answered per second',
      Math.max(reach, Math.min((prediction?.x ?? 0) * 1.05, reach * 2)),
    ),
    y: logAxis(
      '99th percentile of latency, ms',
      Math.min(low, setting.limitMs / 2 || low),
      high,
      'exact',
    ),
  };
}

/** The rate within the limit on each line, and where the learner stands. */
export function frontierMarks(
  reaches: readonly BatchReach[],
  chosen: FrontierRow | null,
  series: readonly Series[],
  limitMs: number,
): Mark[] {
  const marks = reaches.map(({ maxBatch, perSecond, atLeast }): Mark => {
    const line = series.find((s) => s.id === `batch-${maxBatch}`);
    // A line that stays within the limit has its mark at its end, below the limit.
    const end = line?.points.find(([x]) => x === perSecond)?.[1] ?? limitMs;
    return {
      id: `reach-${maxBatch}`,
      x: perSecond,
      y: end,
      kind: 'dot',
      index: line?.index ?? batchIndex[maxBatch]!,
      label: `${atLeast ? '> ' : ''}${formatSignificant(perSecond, 2)}`,
      labelSide: 'below',
    };
  });
  if (chosen?.throughput == null || chosen.p99Ms === null) return marks;
  const nearest = frontierBatches.findLast((maxBatch) => maxBatch <= chosen.maxBatch) ?? 1;
  const line = series.find((s) => s.id === `batch-${nearest}`);
  const index = line?.index ?? batchIndex[nearest]!;
  // At a line's end its name already stands at the right.
  const end = line?.points.at(-1)?.[0] ?? Infinity;
  const atEnd = Math.abs(end - chosen.throughput) <= 0.05 * end;
  return [
    ...marks,
    {
      id: 'chosen',
      x: chosen.throughput,
      y: chosen.p99Ms,
      kind: 'ring',
      index,
      label: `${formatFixed(chosen.arrivalsPerSecond)} /s: ${formatDuration(chosen.p99Ms, 2)}`,
      labelSide: atEnd ? 'below' : 'right',
    },
  ];
}

/**
 * Where the annotation finds room: over the lines at the right where they run low, else under them.
 * Parts of the plot from the left and the top.
 */
export function annotationPlace(
  series: readonly Series[],
  x: Axis,
  y: Axis,
  limitMs: number,
): { x: number; y: number } {
  const height = (value: number) =>
    1 - Math.log(value / y.domain[0]) / Math.log(y.domain[1] / y.domain[0]);
  const places = [0.5, 0.65, 0.8, 0.95].flatMap((share) =>
    series.flatMap((s) => readAt(s.points, share * x.domain[1], false, true)?.y ?? []),
  );
  const limit = height(limitMs);
  const top = places.length > 0 ? Math.min(...places.map(height)) : 1;
  const bottom = places.length > 0 ? Math.max(...places.map(height)) : 1;
  const above = top - limit;
  const under = 1 - bottom;
  return above >= under
    ? { x: 0.42, y: limit + Math.max(0.2, above * 0.35) }
    : { x: 0.42, y: Math.min(0.86, bottom + under * 0.4) };
}
