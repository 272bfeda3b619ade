import type { RunCard, RunSnapshot } from '../../../main/contract/run.ts';
import { linearAxis, type Axis } from '../../charts/axis.ts';
import type { Series, XY } from '../../charts/series.ts';
import type { Values } from '../lab/resolve-place.ts';

/** A pinned run that is drawn over the figure, with the name, colour and dash that stand for it in the list and in every figure. */
export interface PinnedRun extends RunCard {
  pin: {
    /** "run 3": stands at its line's end. */
    name: string;
    /** Of a series, as figures number them. */
    index: number;
  };
}

/** Colours and dashes that no lab's own lines need first; the last is the baseline's. At most so many pins are drawn at once. */
const looks = [4, 5, 6, 0] as const;
export const mostDrawn = looks.length;

/**
 * Which pins are drawn, and how: the newest four, but for those that were switched on or off. Each keeps the look of its place in
 * the list as long as no newer one has it. `pins` are oldest first; the answer is newest first.
 */
export function drawnLooks(
  pins: readonly Pick<RunSnapshot, 'id'>[],
  switched: ReadonlyMap<string, boolean>,
): Map<string, number> {
  const all = pins.map(({ id }, place) => ({
    id,
    look: place % looks.length,
    lit: switched.get(id) ?? place >= pins.length - mostDrawn,
  }));
  const lit = all
    .filter((pin) => pin.lit)
    .slice(-mostDrawn)
    .reverse();
  const taken = new Set<number>();
  const drawn = new Map<string, number>();
  for (const { id, look } of lit) {
    const free = taken.has(look) ? looks.findIndex((_, other) => !taken.has(other)) : look;
    taken.add(free);
    drawn.set(id, looks[free]!);
  }
  return drawn;
}

/** Whether a pinned run would lie exactly on the one on screen: the same run under the settings it was made with. */
export function isOnScreen(
  pin: Pick<RunSnapshot, 'id' | 'parameters'>,
  run: Pick<RunSnapshot, 'id'> | null,
  now: Values,
): boolean {
  return (
    pin.id === run?.id &&
    Object.entries(pin.parameters).every(([name, value]) => now[name] === value)
  );
}

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

/** A linear axis that also reaches as far as the pinned lines do, within reason: twice as far, or the run on screen becomes a wall at the left. */
export function holding(axis: Axis, pinned: readonly Series[]): Axis {
  const far = Math.max(...pinned.flatMap(({ points }) => points.map(([x]) => x)));
  const most = axis.domain[0] + 2 * (axis.domain[1] - axis.domain[0]);
  return axis.scale === 'linear' && far > axis.domain[1]
    ? linearAxis(axis.label, Math.min(far, most), axis.domain[0])
    : axis;
}
