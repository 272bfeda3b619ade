import type { Colour } from './colour.ts';
import { lensColours, lensOpacity, rimColours, type Frame, type Glasses } from './glasses.ts';
import { ellipse, fill, polygon, reversed, roundRect, type Shape } from './shape.ts';

/** Half the width and half the height of one glass. */
const halfSizes: Record<Frame, readonly [number, number]> = {
  wire: [7.6, 6.6],
  round: [10.4, 10.4],
  square: [10.8, 9.2],
};

/** The pair over eyes that are `apart` from the middle at height `line`, on a head of half width `head`. */
export function glassesShapes(
  { frame, rim, lens }: Glasses,
  x: number,
  line: number,
  apart: number,
  head: number,
): Shape[] {
  const colour: Colour = rimColours[rim];
  const thin = frame === 'wire';
  const thick = thin ? 1.3 : 3;
  const [halfWidth, halfHeight] = halfSizes[frame];
  const y = line + 1;
  const shapes: Shape[] = [];
  const rimOutlines = [];
  const inner = [];
  const middle = Math.max(apart, halfWidth + (thin ? 1.6 : 0.4));
  for (const side of [-1, 1]) {
    const cx = x + side * middle;
    const [outside, glass] =
      frame === 'square'
        ? [
            roundRect(cx, y, halfWidth, halfHeight, 2.6),
            roundRect(cx, y, halfWidth - thick, halfHeight - thick, 0.8),
          ]
        : [
            ellipse(cx, y, halfWidth, halfHeight),
            ellipse(cx, y, halfWidth - thick, halfHeight - thick),
          ];
    rimOutlines.push(outside, reversed(glass));
    inner.push(glass);
    const from = cx + side * (halfWidth - 1);
    const to = x + side * (head + 1.5);
    const w = thin ? 0.7 : 1.7;
    if (side * (to - from) > 0.5)
      shapes.push(
        fill(
          colour,
          side > 0
            ? polygon(from, y - 3 - w, to, y - 4 - w, to, y - 4 + w, from, y - 3 + w)
            : polygon(to, y - 4 - w, from, y - 3 - w, from, y - 3 + w, to, y - 4 + w),
        ),
      );
  }
  const gap = middle - halfWidth;
  const w = thin ? 0.7 : 1.8;
  if (lens !== 'none') shapes.push(fill(lensColours[lens], inner, lensOpacity));
  shapes.push(fill(colour, roundRect(x, y - 2, gap + 1, w, 0.5)), fill(colour, rimOutlines));
  return shapes;
}
