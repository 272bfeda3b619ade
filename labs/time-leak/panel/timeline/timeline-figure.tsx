import { useState, type KeyboardEvent } from 'react';
import { nextPlace } from '../../../../renderer/charts/line-figure.tsx';
import { useSize } from '../../../../renderer/charts/use-size.ts';
import type { SampleRow } from '../../sample.ts';
import { arrowsOf, foldOf, tellingPlace, type Lens } from './timeline.ts';
import { foot, Ground, head, left, right } from './timeline-ground.tsx';
import { Arc, Mark, NowTag, Whisker } from './timeline-marks.tsx';
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
        data-needs="height"
        data-fits-room
        onKeyDown={onKeyDown}
        {...(at === null
          ? { role: 'img', 'aria-label': empty }
          : {
              role: 'slider',
              tabIndex: 0,
              'aria-label': `Visits of ${lanes} users by time. Arrow keys go from visit to visit.`,
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
