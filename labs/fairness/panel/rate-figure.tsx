import { useState, type KeyboardEvent } from 'react';
import { asSaid } from '../../../renderer/charts/room/place-spread.ts';
import { RoomMarks } from '../../../renderer/charts/room/room-marks.tsx';
import { useRoomSpread } from '../../../renderer/charts/room/use-room-spread.ts';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { smallGroup } from '../small-group.ts';
import { computedWords, type RatePoint, type RateRow } from './rows/rate-rows.ts';
import { Gap, Point } from './rate-points.tsx';
import { RatioStrip, type Ratio } from './ratio-strip.tsx';
import styles from './rates.module.css';

interface RateFigureProps {
  description: string;
  rows: readonly RateRow[];
  /** The ratio of the selection rates, on the same axis under the rates. */
  ratio?: Ratio;
  /** What the ghosts are: "with the group column". */
  wasWords?: string;
  /** Why there is nothing to draw. */
  missing: string;
}

const left = 196;
const right = 24;
const foot = 26;
/** In a lower row a group's name would hang over into the next one: it stands beside its number. */
const lowRow = 44;
/** A still lower one has no second line. */
const oneLineRow = 34;
const groups = ['majority', 'minority'] as const;

/** Rates of two groups, one row each, as dots with their intervals; the row that is chosen says how its numbers are computed. */
export function RateFigure({ description, rows, ratio, wasWords, missing }: RateFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const room = useRoomSpread(ratio && asSaid);
  const [chosen, setChosen] = useState(1);
  const at = Math.min(chosen, rows.length - 1);
  const plot = Math.max(120, width - left - right);
  const strip = ratio ? 38 : 0;
  const stepBelow = (head: number) => (height - head - foot - strip) / Math.max(1, rows.length);
  const low = stepBelow(30) < lowRow;
  const top = low ? 18 : 30;
  const step = Math.max(22, stepBelow(top));
  const x = (value: number) => left + value * plot;
  const row = rows[at];
  const onKeyDown = (event: KeyboardEvent) => {
    const move = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      Home: -rows.length,
      End: rows.length,
    }[event.key];
    if (move === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    setChosen(Math.min(rows.length - 1, Math.max(0, at + move)));
    event.preventDefault();
    event.stopPropagation();
  };
  const spoken = row
    ? `${row.name}, ${row.about}: ${groups.map((group) => `${group} ${valueWords(row[group])}`).join(', ')}`
    : missing;
  return (
    <div className={styles.figure} data-needs="height" data-fits-room>
      <div
        ref={ref}
        className={styles.rows}
        onKeyDown={onKeyDown}
        {...(row
          ? {
              role: 'slider',
              tabIndex: 0,
              'aria-label': `${description} Arrow keys choose a rate.`,
              'aria-valuemin': 0,
              'aria-valuemax': rows.length - 1,
              'aria-valuenow': at,
              'aria-valuetext': spoken,
            }
          : { role: 'img', 'aria-label': description })}
      >
        {width > 0 && height > 60 && (
          <svg width={width} height={height} role="img" aria-label={description}>
            {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
              <g key={tick}>
                <line
                  className={styles.grid}
                  x1={x(tick)}
                  x2={x(tick)}
                  y1={top - 6}
                  y2={height - foot}
                />
                <text
                  className={styles.tick}
                  x={x(tick)}
                  y={height - foot + 18}
                  textAnchor="middle"
                >
                  {formatFixed(tick)}
                </text>
              </g>
            ))}
            {ratio && (
              <RatioStrip
                ratio={ratio}
                x={x}
                y={height - foot - strip / 2}
                width={width}
                half={strip / 2}
              />
            )}
            {room && (
              <RoomMarks
                spread={room}
                axis="x"
                base={height - foot}
                ends={[x(0), x(1)]}
                px={x}
                named={false}
              />
            )}
            {rows.length === 0 && (
              <text
                className={styles.missing}
                x={left + plot / 2}
                y={(height - strip) / 2}
                textAnchor="middle"
              >
                {missing}
              </text>
            )}
            {/* All rows' grounds lie under all rows' marks: a group's name hangs over into the next row. */}
            {rows.map((one, index) => (
              <rect
                key={one.rate}
                className={index === at ? styles.chosen : styles.band}
                x={0}
                y={top + step * index}
                width={width}
                height={step}
                onPointerEnter={() => setChosen(index)}
              />
            ))}
            {rows.map((one, index) => {
              const y = top + step * (index + 0.5);
              return (
                <g key={one.rate} className={styles.row} onPointerEnter={() => setChosen(index)}>
                  <text className={styles.name} x={0} y={step < oneLineRow ? y + 5 : y - 3}>
                    {one.name}
                  </text>
                  {step >= oneLineRow && (
                    <text className={styles.about} x={0} y={y + 14}>
                      {one.about}
                    </text>
                  )}
                  <Gap row={one} x={x} y={y} />
                  {groups.map((group, place) => (
                    <Point
                      key={group}
                      group={group}
                      point={one[group]}
                      was={one.was?.[group] ?? null}
                      x={x}
                      y={y + (place === 0 ? -8 : 8)}
                      named={index === 0}
                      low={low}
                    />
                  ))}
                </g>
              );
            })}
          </svg>
        )}
      </div>
      <div className={styles.computed} aria-live="polite">
        {row && (
          <>
            <span className={styles.computedHead}>
              {row.name}, how it is computed{wasWords ? ` · dashed rings: ${wasWords}` : ''}
            </span>
            {groups.map((group) => (
              <span key={group} className={styles[group]}>
                <b>{group}</b> {computedWords(row.rate, row[group])}
                {row[group].count < smallGroup && (
                  <em> · only {row[group].count} people: mostly chance</em>
                )}
              </span>
            ))}
          </>
        )}
      </div>
    </div>
  );
}

function valueWords({ value, ci95 }: RatePoint): string {
  if (value === null) return 'undefined';
  return `${formatFixed(value, 2)}${ci95 ? `, 95 % interval ${formatFixed(ci95[0], 2)} to ${formatFixed(ci95[1], 2)}` : ''}`;
}
