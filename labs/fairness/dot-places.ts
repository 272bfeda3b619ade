import type { People } from './data.ts';

/** One dot of the two histograms: it stands for `peopleADot` people of one group with neighbouring scores. */
export interface Dot {
  group: 0 | 1;
  /** Centre of its column of scores, 0 to 1, and its place in the column from 0. */
  score: number;
  level: number;
  /** Whether most of its people would repay. */
  repays: boolean;
  /** A person of the dot, for whoever looks closer: an index into the fold. */
  person: number;
}

export const peopleADot = 20;
export const columnCount = 70;

/**
 * Stacks people into dots: within each group and column of scores those who would repay stand at the bottom, the others on top, so
 * that a column reads as a bar in two parts. What is left over after the last full dot is drawn as one where it is half a dot or more.
 */
export function dotsOf(people: People, scores: ArrayLike<number>): Dot[] {
  const cells: number[][] = Array.from({ length: 2 * columnCount * 2 }, () => []);
  for (let i = 0; i < people.rows; i++) {
    const column = Math.min(columnCount - 1, Math.floor(scores[i]! * columnCount));
    cells[(people.group[i]! * columnCount + column) * 2 + (people.repay[i] ? 0 : 1)]!.push(i);
  }
  const dots: Dot[] = [];
  for (const group of [0, 1] as const) {
    for (let column = 0; column < columnCount; column++) {
      let level = 0;
      for (const kind of [0, 1]) {
        const cell = cells[(group * columnCount + column) * 2 + kind]!;
        for (let k = 0; k < Math.round(cell.length / peopleADot); k++)
          dots.push({
            group,
            score: (column + 0.5) / columnCount,
            level: level++,
            repays: kind === 0,
            person: cell[Math.min(cell.length - 1, k * peopleADot)]!,
          });
      }
    }
  }
  return dots;
}
