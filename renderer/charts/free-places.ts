import { figureScale } from './figure-scale.ts';
import { labelWidth, type Box } from './label-places.ts';

/** Where words stand: their foot and the end that stays put, px. */
export interface TextPlace {
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

export type Side = 'above' | 'below' | 'left' | 'right';

export interface Words {
  id: string;
  text: string;
  /** Where they may stand, the best first. */
  places: readonly TextPlace[];
}

/** What words must not lie on, px. */
export interface Obstacles {
  /** Marks, and words that stay where they are. */
  boxes: readonly Box[];
  /** Lines, each as its points. */
  lines: readonly (readonly Point[])[];
  /** Words stay inside it. */
  plot: Box;
}

export interface Point {
  x: number;
  y: number;
}

const size = 13;
const rise = 12;
const height = 16;
/** Words on other words can't be read, words on a line only badly; beyond the picture they are lost. */
const cost = { outside: 1000, covered: 100, crossed: 10, later: 0.5 };

/** What words at a place cover, px. */
export function wordsBox(text: string, { x, y, anchor }: TextPlace): Box {
  const width = labelWidth(text, size);
  const scale = figureScale();
  return {
    x: anchor === 'end' ? x - width : x,
    y: y - rise * scale,
    width,
    height: height * scale,
  };
}

/** Where the label of a mark at (x, y) may stand: first on the side that is wished, then around it, then farther off. */
export function placesAround({ x, y }: Point, wished: Side): TextPlace[] {
  const scale = figureScale();
  const at = (dx: number, dy: number, anchor: TextPlace['anchor']) => ({
    x: x + dx * scale,
    y: y + dy * scale,
    anchor,
  });
  const sides: Record<Side, TextPlace[]> = {
    right: [at(11, 5, 'start')],
    left: [at(-11, 5, 'end')],
    // Most lines rise to the right, so above one the free place is to the left, and below it to the right.
    above: [at(2, -12, 'end'), at(-9, -12, 'end'), at(-4, -12, 'start')],
    below: [at(4, 22, 'start'), at(9, 22, 'start'), at(-4, 22, 'end')],
  };
  // Clear of a diamond at the same place.
  const far = [34, 48, 62].flatMap((away) => [
    at(15, away, 'start'),
    at(-15, 12 - away, 'end'),
    at(15, 12 - away, 'start'),
    at(-15, away, 'end'),
  ]);
  const others = (['right', 'left', 'below', 'above'] as const).filter((side) => side !== wished);
  return [...sides[wished], ...others.flatMap((side) => sides[side]), ...far];
}

/** A place for each, one after the other, so that none covers another, a mark or a line where that can be had. */
export function placeWords(
  all: readonly Words[],
  { boxes, lines, plot }: Obstacles,
): Record<string, TextPlace> {
  const taken = [...boxes];
  return Object.fromEntries(
    all.map(({ id, text, places }) => {
      const costs = places.map((place, later) => {
        const box = wordsBox(text, place);
        const outside = inside(box, plot) ? 0 : cost.outside;
        const covered = cost.covered * taken.filter((other) => touching(box, other)).length;
        const near = wider(box, 2);
        const crossed = cost.crossed * lines.filter((line) => crosses(line, near)).length;
        return outside + covered + crossed + cost.later * later;
      });
      const best = places[costs.indexOf(Math.min(...costs))]!;
      // Words side by side would read as one.
      taken.push(wider(wordsBox(text, best), 4));
      return [id, best];
    }),
  );
}

/** A box with so much more room around it, px. */
export const wider = ({ x, y, width, height: high }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: high + 2 * by,
});

const inside = (box: Box, within: Box) =>
  box.x >= within.x &&
  box.y >= within.y &&
  box.x + box.width <= within.x + within.width &&
  box.y + box.height <= within.y + within.height;

export const touching = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Whether a line goes through a box. */
export const crosses = (line: readonly Point[], box: Box): boolean =>
  line.some((point, i) => i > 0 && segmentCrosses(line[i - 1]!, point, box));

/** Cuts the segment by the four sides, one after the other; crossing where something is left (Liang and Barsky, 1984). */
function segmentCrosses(from: Point, to: Point, { x, y, width, height: high }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, from.x - x],
    [dx, x + width - from.x],
    [-dy, from.y - y],
    [dy, y + high - from.y],
  ] as const;
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) enter = Math.max(enter, distance / direction);
    if (direction > 0) leave = Math.min(leave, distance / direction);
  }
  return enter <= leave;
}
