import { labelWidth } from '../label-places.ts';
import type { PlacedSpread } from './place-spread.ts';
import styles from './room-marks.module.css';

interface RoomMarksProps {
  spread: PlacedSpread;
  /** Which axis they stand on: along x they rise from it, along y they reach into the plot. */
  axis: 'x' | 'y';
  /** Where the axis lies across: its y for x, its x for y; px. */
  base: number;
  /** The axis' ends along it, px: the lower value's first. */
  ends: readonly [number, number];
  /** The place of a value along the axis, px; beyond the ends where it is off the axis. */
  px: (value: number) => number;
  /** False where the figure itself says what came out, right there. */
  named?: boolean;
}

/** How far from the axis: marks, middle half, median and run; px. */
const reach = { mark: 11, half: 15, median: 19, run: 30 };

/**
 * On a figure's own axis, where the room's answers lie: a small mark each, the middle half behind
 * them, the median and what came out through them. What lies beyond the axis is counted at its end.
 */
export function RoomMarks({ spread, axis, base, ends, px, named = true }: RoomMarksProps) {
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const isOn = (at: number) => at >= from - 0.5 && at <= to + 0.5;
  const within = (at: number) => Math.min(to, Math.max(from, at));
  const point = (along: number, away: number): [number, number] =>
    axis === 'x' ? [along, base - away] : [base + away, along];
  const line = (value: number, most: number) => {
    const at = px(value);
    return isOn(at) ? `M${point(at, 0).join(' ')}L${point(at, most).join(' ')}` : '';
  };
  const [low, high] = [within(px(spread.lower)), within(px(spread.upper))];
  const corners = [point(low, 0), point(low, reach.half), point(high, reach.half), point(high, 0)];
  // A mark may stand for several answers.
  const off = (past: (at: number) => boolean) =>
    Math.round(
      (spread.count / spread.marks.length) * spread.marks.filter((value) => past(px(value))).length,
    );
  const less = off((at) => (axis === 'x' ? at < from - 0.5 : at > to + 0.5));
  const more = off((at) => (axis === 'x' ? at > to + 0.5 : at < from - 0.5));
  return (
    <g className={styles.room} aria-hidden="true" data-room-marks={spread.count}>
      <path className={styles.half} d={`M${corners.map((one) => one.join(' ')).join('L')}Z`} />
      <path
        className={styles.marks}
        d={spread.marks.map((value) => line(value, reach.mark)).join('')}
      />
      <path className={styles.median} d={line(spread.median, reach.median)} />
      {spread.was && <Came {...{ was: spread.was, axis, from, to, px, point, line, named }} />}
      {less > 0 && (
        <Beyond axis={axis} at={axis === 'x' ? from : to} point={point} count={less} side="low" />
      )}
      {more > 0 && (
        <Beyond axis={axis} at={axis === 'x' ? to : from} point={point} count={more} side="high" />
      )}
    </g>
  );
}

type Point = (along: number, away: number) => [number, number];

/** What came out, through the marks, with its words where there is room. */
function Came({
  was,
  axis,
  from,
  to,
  px,
  point,
  line,
  named,
}: {
  was: NonNullable<PlacedSpread['was']>;
  axis: 'x' | 'y';
  from: number;
  to: number;
  px: (value: number) => number;
  point: Point;
  line: (value: number, most: number) => string;
  named: boolean;
}) {
  const at = Math.min(to, Math.max(from, px(was.at)));
  const [x, y] = point(at, reach.run);
  const toLeft = axis === 'x' && at + labelWidth(was.words) + 8 > to;
  return (
    <>
      <path className={styles.run} d={line(was.at, reach.run)} />
      {named && (
        <text
          className={styles.words}
          x={axis === 'x' ? x + (toLeft ? -6 : 6) : x + 6}
          y={axis === 'x' ? y + 8 : y + 4}
          textAnchor={toLeft ? 'end' : 'start'}
        >
          {was.words}
        </text>
      )}
    </>
  );
}

/** How many answers lie beyond one end of the axis. */
function Beyond({
  axis,
  at,
  point,
  count,
  side,
}: {
  axis: 'x' | 'y';
  at: number;
  point: Point;
  count: number;
  side: 'low' | 'high';
}) {
  const [x, y] = point(at, reach.median + 4);
  const arrows = axis === 'x' ? { low: '←', high: '→' } : { low: '↓', high: '↑' };
  const words = side === 'low' ? `${arrows.low} ${count}` : `${count} ${arrows.high}`;
  return (
    <text
      className={styles.beyond}
      x={x}
      y={axis === 'y' && side === 'high' ? y + 12 : y}
      textAnchor={axis === 'x' && side === 'high' ? 'end' : 'start'}
    >
      {words}
    </text>
  );
}
