import type { Axis } from './axis.ts';
import { labelWidth, placeLabels } from './label-places.ts';
import type { Mark } from './line-shapes.tsx';
import { cutAt, lineEnd, type Series } from './series.ts';

interface LabelledFigure {
  series: readonly Series[];
  x: Axis;
  y: Axis;
  marks: readonly Mark[];
  limit: { value: number; name: string } | undefined;
  /** The plot's edges, px. */
  plot: { x: number; y: number; width: number; height: number };
  /** Values on the axes to px, held inside the plot. */
  px: (value: number) => number;
  py: (value: number) => number;
}

/** Whether a value is on its axis. */
export const isInside = (value: number, axis: Axis) =>
  Number.isFinite(value) && value >= axis.domain[0] && value <= axis.domain[1];

/**
 * Where the names over a line figure stand, px, so that none covers another: lines at their ends (`ends`, heights in `beside`) with the
 * limit among them (` limit`), formulas where they start (`starts`, `under`), labels below their marks (`drawn`, `low`).
 */
export function lineLabels({ series, x, y, marks, limit, plot, px, py }: LabelledFigure) {
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const limitY = limit && limit.value > y.domain[0] ? py(limit.value) : null;
  const limitSeen = limit !== undefined && isInside(limit.value, y);

  const ends = series
    .filter((s) => s.role !== 'closed-form')
    .flatMap((s) => {
      const end = lineEnd(
        cutAt(s.points, x.domain[1], x.scale === 'log', y.scale === 'log'),
        y.domain[1],
        y.scale === 'log',
      );
      return end ? [{ s, x: px(end.x), y: py(end.y) }] : [];
    });
  const wishes = ends
    .filter(({ s }) => s.label !== '')
    .map(({ s, x: ex, y: ey }) => ({
      id: s.id,
      x: ex + 8,
      y: ey,
      width: labelWidth(s.label ?? s.name),
    }));
  if (limitSeen)
    wishes.push({
      id: ' limit',
      x: right - labelWidth(limit.name, 12),
      y: limitY! - 9,
      width: labelWidth(limit.name, 12),
    });
  const beside = placeLabels(wishes, plot.y + 7, bottom - 8);
  // A formula is named where it starts: at its end it is crowded by what it is compared with.
  const starts = series
    .filter((s) => s.role === 'closed-form')
    .flatMap((s) => {
      const first = s.points.find(([sx, sy]) => sy !== null && isInside(sx, x) && isInside(sy, y));
      return first ? [{ s, x: px(first[0]), y: py(first[1]!) }] : [];
    });
  const under = placeLabels(
    starts.map(({ s, x: sx, y: sy }) => ({
      id: s.id,
      x: sx,
      y: sy + 13,
      width: labelWidth(s.name),
    })),
    plot.y + 7,
    bottom - 9,
  );
  // Labels below their marks make room for one another where two curves cross the limit at nearly the same place.
  const drawn = marks
    .filter((mark) => isInside(mark.x, x))
    .map((mark) => ({ mark, x: px(mark.x), y: py(mark.y) }));
  const low = placeLabels(
    drawn
      .filter(({ mark }) => mark.labelSide === 'below' && mark.label)
      .map(({ mark, x: mx, y: my }) => ({
        id: mark.id,
        x: mx,
        y: my + 18,
        width: labelWidth(mark.label!, 13),
      })),
    plot.y,
    bottom - 8,
  );
  // The words in the tinted area make room for a line that is named where they stand.
  const crowded = ends.some(({ s, x: ex }) => ex < plot.x + 130 && beside[s.id]! < plot.y + 34);
  return { limitY, limitSeen, ends, beside, starts, under, drawn, low, crowded };
}
