import type { Axis } from './axis.ts';
import { placesAround, placeWords, type TextPlace, type Words } from './free-places.ts';
import { labelWidth, placeLabels, type Box } from './label-places.ts';
import type { Mark } from './line-shapes.tsx';
import { cutAt, lineEnd, type Series } from './series.ts';

interface LabelledFigure {
  series: readonly Series[];
  x: Axis;
  y: Axis;
  marks: readonly Mark[];
  limit: { value: number; name: string; over?: string } | undefined;
  /** Other lines and boxes over the figure that labels must not lie on, px. */
  uprights?: readonly number[];
  taken?: readonly Box[];
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
 * limit among them (` limit`); formulas (`formulas`) and labels of marks (`drawn`, `words`) where no line and no mark is.
 */
export function lineLabels({
  series,
  x,
  y,
  marks,
  limit,
  uprights = [],
  taken = [],
  plot,
  px,
  py,
}: LabelledFigure) {
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
  const drawn = marks
    .filter((mark) => isInside(mark.x, x))
    .map((mark) => ({ mark, x: px(mark.x), y: py(mark.y) }));
  const formulas = series
    .filter((s) => s.role === 'closed-form')
    .flatMap((s) => {
      const seen = s.points.filter(([sx, sy]) => sy !== null && isInside(sx, x) && isInside(sy, y));
      const [first, last] = [seen[0], seen.at(-1)];
      return first && last ? [{ s, places: formulaPlaces(first, last, px, py) }] : [];
    });
  // Where the learner stands comes first.
  const labelled = drawn
    .filter(({ mark }) => mark.label)
    .toSorted((a, b) => Number(b.mark.kind === 'ring') - Number(a.mark.kind === 'ring'));
  const lines = [
    ...series.map((s) =>
      s.points.flatMap(([sx, sy]) => (sy === null ? [] : [{ x: px(sx), y: py(sy) }])),
    ),
    ...(limitSeen ? [level(plot.x, right, limitY!)] : []),
    ...uprights.map((at) => [
      { x: at, y: plot.y },
      { x: at, y: bottom },
    ]),
  ];
  const words = placeWords(
    [
      ...labelled.map(({ mark, ...at }): Words => {
        const roomRight = at.x + 12 + labelWidth(mark.label!, 11.5) < right + 16;
        const side = mark.labelSide ?? (roomRight ? 'right' : 'left');
        return { id: mark.id, text: mark.label!, places: placesAround(at, side) };
      }),
      ...formulas.map(({ s, places }) => ({ id: s.id, text: s.name, places })),
      ...(limit?.over && limitY !== null && limitY - plot.y > 24
        ? [{ id: ' over', text: limit.over, places: overPlaces(plot) }]
        : []),
    ],
    {
      boxes: [
        ...drawn.map((at) => ({ x: at.x - 7, y: at.y - 7, width: 14, height: 14 })),
        ...wishes.map((wish) => ({ ...wish, y: beside[wish.id]! - 9, height: 18 })),
        ...taken,
      ],
      lines,
      plot: { ...plot, width: plot.width + 16 },
    },
  );
  return { limitY, limitSeen, ends, beside, formulas, drawn, words, lines };
}

/** The words of the tinted area: at its top, as far left as no line goes through them. */
const overPlaces = (plot: Box): TextPlace[] =>
  [0, 0.15, 0.3, 0.45, 0.6, 0.75].map((part) => ({
    x: plot.x + 10 + part * plot.width,
    y: plot.y + 17,
    anchor: 'start',
  }));

const level = (from: number, to: number, y: number) => [
  { x: from, y },
  { x: to, y },
];

/** A formula's name: right of its end, else under or over its start. */
function formulaPlaces(
  [fromX, fromY]: readonly [number, number | null],
  [toX, toY]: readonly [number, number | null],
  px: LabelledFigure['px'],
  py: LabelledFigure['py'],
): TextPlace[] {
  const end = { x: px(toX), y: py(toY ?? 0) };
  const start = { x: px(fromX) + 6, y: py(fromY ?? 0) };
  return [
    { x: end.x + 8, y: end.y + 4, anchor: 'start' },
    { x: end.x + 8, y: end.y + 20, anchor: 'start' },
    { x: start.x, y: start.y + 17, anchor: 'start' },
    { x: start.x, y: start.y - 8, anchor: 'start' },
  ];
}
