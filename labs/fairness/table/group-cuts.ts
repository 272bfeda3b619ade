import { cutsOf, type Cut } from '../thresholds.ts';
import type { Side } from './table-models.ts';

/** All cuts of each group's chances on a side, by what turned out. */
export function groupCuts({ group, label }: Side, chances: ArrayLike<number>): [Cut[], Cut[]] {
  const of = (code: number) => {
    const rows = Array.from(group, (_, i) => i).filter((i) => group[i] === code);
    return cutsOf(
      rows.map((i) => chances[i]!),
      rows.map((i) => label[i]!),
    );
  };
  return [of(0), of(1)];
}
