import { compare } from '../../kit/compare.ts';
import type { BackdoorResult } from '../lab.ts';
import { placeOf } from '../occlusion.ts';

/**
 * Whether most of what the answer hangs on, with the key, lies on the glasses: the rows of the
 * patch from a third to six tenths of the height, where eyes are whatever the pose. Null where the
 * run has no map.
 */
export function lookedAt(result: BackdoorResult | null): 'Glasses' | 'Elsewhere' | null {
  const map = result?.occlusion?.keyed;
  if (!map) return null;
  let band = 0;
  let all = 0;
  map.drops.forEach((drop, i) => {
    if (drop <= 0) return;
    all += drop;
    const height = placeOf(map, Math.floor(i / map.cells));
    if (height > 0.36 && height < 0.66) band += drop;
  });
  if (all === 0) return null;
  const half = compare({ value: band }, { value: all / 2 });
  return half.relation === 'more' ? 'Glasses' : 'Elsewhere';
}
