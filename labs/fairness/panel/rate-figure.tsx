import { useState, type KeyboardEvent } from 'react';
import { besidePoint, labelWidth } from '../../../renderer/charts/label-places.ts';
import { asSaid } from '../../../renderer/charts/room/place-spread.ts';
import { RoomMarks } from '../../../renderer/charts/room/room-marks.tsx';
import { useRoomSpread } from '../../../renderer/charts/room/use-room-spread.ts';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { smallGroup } from '../small-group.ts';
import { computedWords, type RatePoint, type RateRow } from './rows/rate-rows.ts';
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

/** A ratio from 0 to 1 with what it is compared with: before, pinned runs, and what the learner said. */
export interface Ratio {
  value: number | null;
  ci95: readonly [number, number] | null;
  was: number | null;
  pinned: readonly { id: string; value: number }[];
  said: number | null;
}

const left = 196;
const right = 24;
const top = 30;
const foot = 26;
const groups = ['majority', 'minority'] as const;

/** Rates of two groups, one row each, as dots with their intervals; the row that is chosen says how its numbers are computed. */
export function RateFigure({ description, rows, ratio, wasWords, missing }: RateFigureProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const room = useRoomSpread(ratio && asSaid);
  const [chosen, setChosen] = useState(1);
  const at = Math.min(chosen, rows.length - 1);
  const plot = Math.max(120, width - left - right);
  const strip = ratio ? 38 : 0;
  const step = Math.max(32, (height - top - foot - strip) / Math.max(1, rows.length));
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
    <div className={styles.figure} data-needs="height">
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
                  <text className={styles.name} x={0} y={y - 3}>
                    {one.name}
                  </text>
                  <text className={styles.about} x={0} y={y + 14}>
                    {one.about}
                  </text>
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

/** The smaller selection rate over the larger one: 1 is equal. The learner's own number stands there as a diamond. */
function RatioStrip({
  ratio,
  x,
  y,
  width,
  half,
}: {
  ratio: Ratio;
  x: (value: number) => number;
  y: number;
  width: number;
  half: number;
}) {
  const { value, ci95, was, pinned, said } = ratio;
  const saidWords = said === null ? '' : `you said ${formatFixed(said, 2)}`;
  // The number makes room for the edge, and for what was said where that stands right of the truth.
  const near = value !== null && said !== null && said > value && x(said) - x(value) < 56;
  const valueLeft = value !== null && (value > 0.9 || near);
  /** The true ratio and its number. */
  const truth: [number, number][] =
    value === null ? [] : [[x(value) - (valueLeft ? 46 : 9), x(value) + (valueLeft ? 9 : 46)]];
  const saidAt = besidePoint({
    x: x(said ?? 0),
    gap: 12,
    width: labelWidth(saidWords),
    taken: truth,
    left: x(0),
    right: width,
  });
  return (
    <g>
      <line className={styles.rule} x1={0} x2={width} y1={y - half} y2={y - half} />
      <text className={styles.name} x={0} y={y - 2}>
        Parity ratio
      </text>
      <text className={styles.about} x={0} y={y + 13}>
        selection, smaller / larger
      </text>
      {pinned.map((one) => (
        <circle key={one.id} className={styles.ghost} cx={x(one.value)} cy={y + 2} r={5} />
      ))}
      {was !== null && <circle className={styles.ghost} cx={x(was)} cy={y + 2} r={6} />}
      {ci95 && (
        <line
          className={styles.ratioWhisker}
          x1={x(ci95[0])}
          x2={x(Math.min(1, ci95[1]))}
          y1={y + 2}
          y2={y + 2}
        />
      )}
      {value !== null && <circle className={styles.ratioMark} cx={x(value)} cy={y + 2} r={6} />}
      {value !== null && (
        <text
          className={styles.ratioValue}
          x={x(value) + (valueLeft ? -11 : 11)}
          y={y + 7}
          textAnchor={valueLeft ? 'end' : 'start'}
        >
          {formatFixed(value, 2)}
        </text>
      )}
      {said !== null && said >= 0 && said <= 1 && (
        <g>
          <path
            className={styles.saidMark}
            d={`M${x(said)} ${y - 5} ${x(said) + 7} ${y + 2} ${x(said)} ${y + 9} ${x(said) - 7} ${y + 2}Z`}
          />
          <text className={styles.saidWords} x={saidAt.x} y={y + 7} textAnchor={saidAt.anchor}>
            {saidWords}
          </text>
        </g>
      )}
    </g>
  );
}

function valueWords({ value, ci95 }: RatePoint): string {
  if (value === null) return 'undefined';
  return `${formatFixed(value, 2)}${ci95 ? `, 95 % interval ${formatFixed(ci95[0], 2)} to ${formatFixed(ci95[1], 2)}` : ''}`;
}

/** The stretch between the two groups. */
function Gap({ row, x, y }: { row: RateRow; x: (value: number) => number; y: number }) {
  const [a, b] = [row.majority.value, row.minority.value];
  if (a === null || b === null) return null;
  return (
    <line className={styles.gap} x1={x(Math.min(a, b))} x2={x(Math.max(a, b))} y1={y} y2={y} />
  );
}

/** A filled circle for the majority, a square for the minority. */
function Point({
  group,
  point,
  was,
  x,
  y,
  named,
}: {
  group: 'majority' | 'minority';
  point: RatePoint;
  was: number | null;
  x: (value: number) => number;
  y: number;
  named: boolean;
}) {
  const { value, ci95 } = point;
  const tone = styles[group];
  if (value === null)
    return (
      <text className={`${styles.about} ${tone}`} x={x(0) + 6} y={y + 4}>
        {group}: undefined
      </text>
    );
  const at = x(value);
  // Each number stands on its own side, so that close points don't hide each other; at the edge it turns inwards.
  const toLeft = group === 'majority' ? value > 0.94 : value > 0.07;
  return (
    <g className={tone}>
      {was !== null && <circle className={styles.ghost} cx={x(was)} cy={y} r={6} />}
      {ci95 && <line className={styles.whisker} x1={x(ci95[0])} x2={x(ci95[1])} y1={y} y2={y} />}
      {group === 'majority' ? (
        <circle className={styles.mark} cx={at} cy={y} r={6} />
      ) : (
        <rect className={styles.mark} x={at - 5.5} y={y - 5.5} width={11} height={11} rx={1} />
      )}
      <text
        className={styles.value}
        x={at + (toLeft ? -11 : 11)}
        y={y + 5}
        textAnchor={toLeft ? 'end' : 'start'}
      >
        {formatFixed(value, 2)}
      </text>
      {named && (
        <text
          className={styles.group}
          x={at}
          y={y + (group === 'majority' ? -13 : 24)}
          textAnchor="middle"
        >
          {group}
        </text>
      )}
    </g>
  );
}
