import type { Curve } from '../../view.ts';
import type { ModelName } from '../names.ts';
import type { LatencyParameters } from '../parameters.ts';
import type { ModelRow, SimulationRow } from '../result.ts';
import { capacityOf } from './figures.ts';

/** Loads at which the tail is drawn before the run, in per cent of the time that a replica is busy. */
export const drawnLoads = [10, 30, 50, 70, 80, 90, 95] as const;

/**
 * The tail of one model over the load: per cent busy, and p99 in mean service times. Both come from the simulation; points of the curve
 * only. Null before there are any.
 */
export function tailCurve(rows: readonly SimulationRow[], model: ModelName): Curve | null {
  const curve = rows
    .filter((row) => row.model === model && !row.chosen && row.stable)
    .flatMap(({ utilization, throughput, replicas, p99Ms }): [number, number][] => {
      if (!utilization || !throughput || !p99Ms) return [];
      // Utilisation is throughput times service time, shared by the replicas.
      const serviceMs = (1000 * utilization * replicas) / throughput;
      return [[100 * utilization, p99Ms / serviceMs]];
    })
    .sort(([a], [b]) => a - b);
  return curve.length === 0 ? null : widened(curve);
}

/** A load that is simulated comes out a little beside the one that was asked: the ends reach as far as what can be drawn. */
function widened(curve: Curve): Curve {
  const [first, last] = [curve[0]!, curve.at(-1)!];
  const near = (at: number, wanted: number) => Math.abs(at - wanted) < 2;
  const [low, high] = [drawnLoads[0], drawnLoads.at(-1)!];
  return [
    ...(first[0] > low && near(first[0], low) ? [[low, first[1]] as const] : []),
    ...curve,
    ...(last[0] < high && near(last[0], high) ? [[high, last[1]] as const] : []),
  ];
}

/** What was drawn, on the figure's axes: requests a second and ms. Null before the model is timed. */
export function tailOnFigure(
  drawn: Curve,
  model: ModelRow,
  setting: LatencyParameters,
): Curve | null {
  const meanMs = model.measured.find(({ batch }) => batch === 1)?.meanMs;
  const most = capacityOf(model, setting);
  if (!meanMs || !most) return null;
  return drawn.map(([busy, times]) => [(busy / 100) * most, times * meanMs] as const);
}
