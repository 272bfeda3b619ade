import { poseOf, type Face } from './drawing/face.ts';
import { identities } from './drawing/looks.ts';
import type { OcclusionMap } from './lab.ts';

/** Half sides of the box that a pair of glasses fills, in the drawing's hundredths. */
const reach = { x: 23, y: 11.5 };

/** Where the middle of the patch is at its `k`-th place along a side, as a part of that side. */
export const placeOf = (
  { cells, patch }: Pick<OcclusionMap, 'cells' | 'patch'>,
  k: number,
): number => patch / 2 + (k / (cells - 1)) * (1 - patch);

/**
 * Which part of all that an answer hangs on lies where glasses sit on this face, 0 to 1: the sum of
 * the drops whose patch has its middle in the glasses' box over the sum of all. Only places count
 * that make the answer less sure. Null where no place does.
 */
export function shareOnGlasses(
  map: Pick<OcclusionMap, 'cells' | 'patch' | 'drops'>,
  face: Face,
): number | null {
  const [a, b, c, d, e, f] = poseOf(face);
  const y0 = identities[face.who]!.eyeLine + 1;
  const det = a * d - b * c;
  let inside = 0;
  let all = 0;
  map.drops.forEach((drop, i) => {
    if (drop <= 0) return;
    all += drop;
    // The middle of the patch, taken back to the drawing.
    const px = 100 * placeOf(map, i % map.cells) - e;
    const py = 100 * placeOf(map, Math.floor(i / map.cells)) - f;
    const x = (d * px - c * py) / det;
    const y = (a * py - b * px) / det;
    if (Math.abs(x - 50) <= reach.x && Math.abs(y - y0) <= reach.y) inside += drop;
  });
  return all > 0 ? inside / all : null;
}
