import { useState, type KeyboardEvent } from 'react';
import { nextPlace } from '../../../renderer/charts/line-figure.tsx';
import { useFigureScale } from '../../../renderer/charts/figure-scale.ts';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { SampleRow } from '../sample.ts';
import { arrowsOf, foldOf, tellingPlace, type Arrow, type Fold, type Lens } from './timeline.ts';
import { rowWords } from './timeline-words.ts';
import styles from './timeline.module.css';

interface TimelineFigureProps {
  rows: readonly SampleRow[];
  lens: Lens;
  days: number;
  cutDay: number;
  gapDays: number;
  /** What stands in the empty picture before there is a run. */
  empty: string;
}

const head = 50;
const foot = 44;
const left = 74;
const right = 20;
const lanesWhenEmpty = 6;

/**
 * Rows of a few users as marks by time, and an arrow from the moment each value was known to the
 * row that uses it: orange where it points back.
 */
export function TimelineFigure({ rows, lens, days, cutDay, gapDays, empty }: TimelineFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [picked, setPicked] = useState<number | null>(null);
  const telling = tellingPlace(rows, lens, cutDay, gapDays);
  const at = picked !== null && picked < rows.length ? picked : telling;
  const arrows = at === null ? [] : arrowsOf(rows, at, lens, cutDay, gapDays);
  const split = lens.kind === 'split' ? lens.split : 'chronological';
  const lanes = rows.length > 0 ? Math.max(...rows.map((row) => row.lane)) + 1 : lanesWhenEmpty;
  const lane = (height - head - foot) / lanes;
  const x = (day: number) => left + (day / days) * (width - left - right);
  const y = (place: number) => head + (place + 0.68) * lane;
  const places = rows.map((_, place) => place);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextPlace(event.key, places, at);
    if (next === null) return;
    setPicked(next);
    event.preventDefault();
    event.stopPropagation();
  };
  const words = at === null ? '' : rowWords(rows, at, arrows, lens, cutDay, gapDays);
  return (
    <div className={styles.whole}>
      <div
        ref={ref}
        className={styles.figure}
        onKeyDown={onKeyDown}
        {...(at === null
          ? { role: 'img', 'aria-label': empty }
          : {
              role: 'slider',
              tabIndex: 0,
              'aria-label': `Rows of ${lanes} users by time. Arrow keys go from row to row.`,
              'aria-valuemin': 0,
              'aria-valuemax': rows.length - 1,
              'aria-valuenow': at,
              'aria-valuetext': words,
            })}
      >
        {width > 100 && height > 120 && (
          <svg width={width} height={height} role="img" aria-hidden="true">
            <Ground
              {...{ width, height, days, cutDay, gapDays, split, x }}
              now={at === null ? null : rows[at]!.day}
            />
            {Array.from({ length: lanes }, (_, place) => (
              <g key={place}>
                <line
                  className={styles.lane}
                  x1={left}
                  x2={width - right}
                  y1={y(place)}
                  y2={y(place)}
                />
                {rows.length > 0 && (
                  <text
                    className={
                      at !== null && rows[at]!.lane === place ? styles.userLit : styles.user
                    }
                    x={left - 12}
                    y={y(place) + 4}
                    textAnchor="end"
                  >
                    user {rows.find((row) => row.lane === place)!.user}
                  </text>
                )}
              </g>
            ))}
            {rows.length === 0 && (
              <text
                className={styles.empty}
                x={(left + width - right) / 2}
                y={head + 0.5 * (height - head - foot)}
                textAnchor="middle"
              >
                {empty}
              </text>
            )}
            {at !== null && (
              <line
                className={styles.now}
                x1={x(rows[at]!.day)}
                x2={x(rows[at]!.day)}
                y1={head}
                y2={height - foot}
              />
            )}
            {rows.map((row, place) => (
              <Whisker
                key={place}
                from={x(row.day)}
                to={Math.min(width - right, x(row.available))}
                y={y(row.lane)}
                beyond={row.available > days}
                lit={at !== null && rows[at]!.lane === row.lane}
              />
            ))}
            {arrows.map((arrow, i) => (
              <Arc
                key={i}
                arrow={arrow}
                from={Math.min(width - right + 6, x(arrow.knownAt))}
                to={x(rows[arrow.to]!.day)}
                y={y(rows[arrow.to]!.lane)}
                most={lane * 0.6}
              />
            ))}
            {rows.map((row, place) => (
              <Mark
                key={place}
                x={x(row.day)}
                y={y(row.lane)}
                label={row.label}
                fold={foldOf(row, split, cutDay, gapDays)}
                chosen={place === at}
                future={
                  lens.kind === 'split' &&
                  at !== null &&
                  foldOf(rows[at]!, split, cutDay, gapDays) === 'test' &&
                  foldOf(row, split, cutDay, gapDays) === 'train' &&
                  row.day > rows[at]!.day
                }
                onPick={() => setPicked(place)}
              />
            ))}
            {at !== null && (
              <NowTag
                x={x(rows[at]!.day)}
                y={height - foot + 4}
                day={rows[at]!.day}
                width={width}
              />
            )}
          </svg>
        )}
      </div>
      <p className={styles.words} aria-live="polite">
        {words || ' '}
      </p>
    </div>
  );
}

interface GroundProps {
  width: number;
  height: number;
  days: number;
  cutDay: number;
  gapDays: number;
  split: string;
  x: (day: number) => number;
  /** The day that is named under the axis already. */
  now: number | null;
}

/** Shaded folds, the axis, and what the marks mean. */
function Ground({ width, height, days, cutDay, gapDays, split, x, now }: GroundProps) {
  const bottom = height - foot;
  const trainEnd = split === 'gap' ? cutDay - gapDays : cutDay;
  const ticks = Array.from({ length: Math.floor(days / 20) + 1 }, (_, i) => i * 20);
  return (
    <g>
      {split !== 'random' && (
        <>
          <rect
            className={styles.train}
            x={left}
            y={head}
            width={Math.max(0, x(trainEnd) - left)}
            height={bottom - head}
          />
          <text className={styles.region} x={left} y={head - 7}>
            trained on
          </text>
          {split === 'gap' && gapDays > 0 && (
            <rect
              className={styles.out}
              x={x(trainEnd)}
              y={head}
              width={x(cutDay) - x(trainEnd)}
              height={bottom - head}
            />
          )}
          <line className={styles.cut} x1={x(cutDay)} x2={x(cutDay)} y1={head} y2={bottom} />
          <text className={styles.region} x={x(cutDay)} y={head - 7}>
            tested on, from day {cutDay}
          </text>
        </>
      )}
      <line className={styles.axis} x1={left} x2={width - right} y1={bottom} y2={bottom} />
      {ticks.map((day) => (
        <g key={day}>
          <line className={styles.axis} x1={x(day)} x2={x(day)} y1={bottom} y2={bottom + 5} />
          {(now === null || Math.abs(x(day) - x(now)) > 48) && (
            <text className={styles.tick} x={x(day)} y={bottom + 18} textAnchor="middle">
              {day}
            </text>
          )}
        </g>
      ))}
      <text className={styles.axisName} x={width - right} y={bottom + 36} textAnchor="end">
        day
      </text>
      <Legend narrow={width < 620} />
    </g>
  );
}

function Legend({ narrow }: { narrow: boolean }) {
  const scale = useFigureScale();
  const at = (narrow ? [0, 78, 150, 258, 372] : [0, 96, 186, 320, 470]).map((x) => x * scale);
  return (
    <g transform="translate(0 14)">
      <circle className={styles.filled} cx={at[0]! + 7} cy={0} r={6} />
      <text className={styles.legend} x={at[0]! + 19} y={4}>
        trained on
      </text>
      <circle className={styles.hollow} cx={at[1]! + 9} cy={0} r={6} />
      <text className={styles.legend} x={at[1]! + 21} y={4}>
        tested on
      </text>
      <path className={styles.whisker} d={`M${at[2]! + 8} 0h18`} />
      <path className={styles.known} d={`M${at[2]! + 26} -5v10`} />
      <text className={styles.legend} x={at[2]! + 34} y={4}>
        {narrow ? 'label known' : 'its label is known'}
      </text>
      <path className={styles.arc} d={`M${at[3]! + 14} 3q10 -12 20 -1`} />
      <path className={styles.tip} d={headAt(at[3]! + 34, 2, 1)} />
      <text className={styles.legend} x={at[3]! + 42} y={4}>
        {narrow ? 'was known' : 'was known by then'}
      </text>
      <path className={styles.arcNewer} d={`M${at[4]! + 34} 3q-10 -12 -20 -1`} />
      <path className={styles.tipNewer} d={headAt(at[4]! + 14, 2, -1)} />
      <text className={styles.legendNewer} x={at[4]! + 42} y={4}>
        {narrow ? 'future' : 'comes from the future'}
      </text>
    </g>
  );
}

/** From a row to the moment its label was known. */
function Whisker({
  from,
  to,
  y,
  beyond,
  lit,
}: {
  from: number;
  to: number;
  y: number;
  beyond: boolean;
  lit: boolean;
}) {
  return (
    <g className={lit ? styles.lit : undefined}>
      <line className={styles.whisker} x1={from} x2={to} y1={y} y2={y} />
      {!beyond && <line className={styles.known} x1={to} x2={to} y1={y - 5} y2={y + 5} />}
    </g>
  );
}

const radius = 8.5;

const foldLooks = {
  train: { mark: styles.filled, digit: styles.digitOnFilled },
  test: { mark: styles.hollow, digit: styles.digit },
  out: { mark: styles.dropped, digit: styles.digit },
};
const fromFuture = { mark: styles.fromFuture, digit: styles.digitFuture };

function Mark({
  x,
  y,
  label,
  fold,
  chosen,
  future,
  onPick,
}: {
  x: number;
  y: number;
  label: number;
  fold: Fold;
  chosen: boolean;
  future: boolean;
  onPick: () => void;
}) {
  const look = future ? fromFuture : foldLooks[fold];
  return (
    <g className={styles.mark} onClick={onPick}>
      <circle className={styles.target} cx={x} cy={y} r={14} />
      {chosen && <circle className={styles.chosen} cx={x} cy={y} r={radius + 4} />}
      <circle className={look.mark} cx={x} cy={y} r={radius} />
      <text className={look.digit} x={x} y={y + 4} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}

/** From the moment a value was known to the row that uses it, over the line; a value from the future comes back from the right. */
function Arc({
  arrow,
  from,
  to,
  y,
  most,
}: {
  arrow: Arrow;
  from: number;
  to: number;
  y: number;
  most: number;
}) {
  const way = to >= from ? 1 : -1;
  const far = Math.abs(to - from);
  const rise = Math.min(most, 9 + most * 0.9 * Math.sqrt(far / 700)) + (arrow.newer ? 2 : 0);
  const end = { x: to - way * Math.min(5, far / 2), y: y - radius - 3 };
  const start = { x: from, y: y - (arrow.what === 'training' ? radius + 2 : 6) };
  const middle = (start.x + end.x) / 2;
  return (
    <g>
      <path
        className={arrow.newer ? styles.arcNewer : styles.arc}
        d={
          `M${start.x} ${start.y}C${middle - way * far * 0.3} ${y - radius - rise} ` +
          `${middle + way * far * 0.35} ${y - radius - rise} ${end.x} ${end.y}`
        }
      />
      <path
        className={arrow.newer ? styles.tipNewer : styles.tip}
        d={headAt(end.x, end.y, way, true)}
      />
    </g>
  );
}

/** A small arrow head whose point is at x, y; steep where the arrow comes down. */
function headAt(x: number, y: number, way: number, steep = false): string {
  return steep
    ? `M${x + way * 2} ${y + 2.5}L${x - way * 6.5} ${y - 1.5}L${x - way * 0.5} ${y - 7}Z`
    : `M${x + way * 2} ${y}L${x - way * 5} ${y - 4}L${x - way * 5} ${y + 4}Z`;
}

function NowTag({ x, y, day, width }: { x: number; y: number; day: number; width: number }) {
  const words = `day ${formatFixed(day, 1)}`;
  const half = 33 * useFigureScale();
  const at = Math.min(width - half - 2, Math.max(half, x));
  return (
    <g>
      <rect className={styles.tag} x={at - half} y={y} width={2 * half} height={19} rx={3} />
      <text className={styles.tagWords} x={at} y={y + 13.5} textAnchor="middle">
        {words}
      </text>
    </g>
  );
}
