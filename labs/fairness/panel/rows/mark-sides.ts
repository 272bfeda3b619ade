import { labelWidth } from '../../../../renderer/charts/label-places.ts';

interface Named {
  id: string;
  x: number;
  y: number;
  label: string;
}
type Side = 'right' | 'left' | 'above' | 'below';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** About the plot's size on screen: near enough to see which labels would collide. */
const plot = { width: 560, height: 270 };
const half = 9;

/**
 * For each dot the side of its label on which it covers least of the other dots, their labels and the names at the lines' ends. Dots
 * with the fewest neighbours choose last.
 */
export function markSides(
  dots: readonly Named[],
  ends: readonly Named[],
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
): Map<string, Side> {
  const place = (dot: Named) => ({
    ...dot,
    px: ((dot.x - x0) / (x1 - x0)) * plot.width,
    py: (1 - (dot.y - y0) / (y1 - y0)) * plot.height,
  });
  const placed = dots.map(place);
  const taken: Box[] = placed.map(({ px, py }) => ({
    left: px - 7,
    right: px + 7,
    top: py - 7,
    bottom: py + 7,
  }));
  for (const { px, py, label } of ends.map(place))
    taken.push({ left: px, right: px + 8 + labelWidth(label), top: py - half, bottom: py + half });
  const sides = new Map<string, Side>();
  const near = (one: (typeof placed)[number]) =>
    placed.filter((other) => Math.abs(other.px - one.px) < 160 && Math.abs(other.py - one.py) < 40)
      .length;
  for (const one of [...placed].sort((a, b) => near(b) - near(a) || a.px - b.px)) {
    const options = boxes(one.px, one.py, labelWidth(one.label, 13));
    const cost = ({ box }: (typeof options)[number]) =>
      taken.reduce((sum, other) => sum + overlap(box, other), 0) +
      4 * Math.max(0, -box.left - 30, box.right - plot.width - 150) * half;
    const best = options.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    taken.push(best.box);
    sides.set(one.id, best.side);
  }
  return sides;
}

/** Where a label stands on each side, in the order of preference; as the figure draws it: 'above' ends at its dot, 'below' begins at it. */
function boxes(x: number, y: number, width: number): { side: Side; box: Box }[] {
  const at = (side: Side, left: number, middle: number) => ({
    side,
    box: { left, right: left + width, top: middle - half, bottom: middle + half },
  });
  return [
    at('right', x + 11, y),
    at('left', x - 11 - width, y),
    at('above', x - width > 0 ? x + 2 - width : x - 4, y - 17),
    at('below', x + 4, y + 18),
  ];
}

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
