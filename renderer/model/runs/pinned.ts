import type { Values } from '../../../labs/view.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';

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
