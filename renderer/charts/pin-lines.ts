import type { PinnedRun } from '../../labs/view.ts';
import { linearAxis, type Axis } from './axis.ts';
import type { Series, XY } from './series.ts';

/** One line for each pinned run, in its colour and dash, named by it. A run without these numbers has none. */
export function pinLines(
  pins: readonly PinnedRun[],
  pointsOf: (pin: PinnedRun) => readonly XY[] | null,
): Series[] {
  return pins.flatMap((run): Series[] => {
    const points = pointsOf(run) ?? [];
    return points.length > 0
      ? [{ id: `pin-${run.id}`, name: run.pin.name, index: run.pin.index, role: 'series', points }]
      : [];
  });
}

/** What is compared keeps its colour; once there are pins beside it, the figure's other lines turn to context. */
export function setBack(
  series: readonly Series[],
  compared: string,
  pins: readonly unknown[],
): Series[] {
  return pins.length === 0
    ? [...series]
    : series.map((s) =>
        s.id === compared || s.role !== 'series' ? s : { ...s, role: 'context', band: undefined },
      );
}

/**
 * A linear axis that also reaches as far as the pinned lines do, within reason: twice as far, or
 * the run on screen becomes a wall at the left.
 */
export function holding(axis: Axis, pinned: readonly Series[]): Axis {
  const far = Math.max(...pinned.flatMap(({ points }) => points.map(([x]) => x)));
  const most = axis.domain[0] + 2 * (axis.domain[1] - axis.domain[0]);
  return axis.scale === 'linear' && far > axis.domain[1]
    ? linearAxis(axis.label, Math.min(far, most), axis.domain[0])
    : axis;
}
