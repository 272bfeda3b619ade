import { besidePoint, labelWidth } from '../../../../renderer/charts/label-places.ts';

/** Where a label of a row stands, px. */
interface Place {
  x: number;
  anchor: 'start' | 'end';
}

/** What a number keeps clear of on its line: the ring of what was before. */
export const ringReach = 8;
const gap = 11;
const numberWidth = () => labelWidth('0.00');

/**
 * Where a mark's number stands, px: each group's on its own side, so that close points don't hide
 * each other. At the edge, and where the ring of what was before lies, it turns to the other side,
 * or goes past the ring. `was`: the ring's place; null where there is none.
 */
export function numberPlace(
  side: 'left' | 'right',
  at: number,
  was: number | null,
  [from, to]: readonly [number, number],
): Place {
  return besidePoint({
    x: at,
    gap,
    width: numberWidth(),
    taken: was === null ? [] : [[was - ringReach, was + ringReach]],
    left: from - 4,
    right: to + 20,
    side,
  });
}

/**
 * Where a group's name stands in a low row: past its number, on the other side of the mark where
 * there is no room, and never on the ring.
 */
export function namePlace(
  name: string,
  at: number,
  number: Place,
  was: number | null,
  [from, to]: readonly [number, number],
): Place {
  const far = number.anchor === 'start' ? number.x + numberWidth() : number.x - numberWidth();
  const taken: [number, number][] = [
    [Math.min(at - gap + 6, number.x, far), Math.max(at + gap - 6, number.x, far)],
  ];
  if (was !== null) taken.push([was - ringReach, was + ringReach]);
  return besidePoint({
    x: far,
    gap: 6,
    width: labelWidth(name),
    taken,
    left: from,
    right: to + 20,
    side: number.anchor === 'start' ? 'right' : 'left',
  });
}
