import { useState, type KeyboardEvent } from 'react';
import { nextPlace } from '../../../renderer/charts/line-figure.tsx';
import { labelWidth } from '../../../renderer/charts/label-places.ts';
import type { PlaceOf } from '../../../renderer/charts/room/place-spread.ts';
import { RoomMarks } from '../../../renderer/charts/room/room-marks.tsx';
import { useRoomSpread } from '../../../renderer/charts/room/use-room-spread.ts';
import { useSize } from '../../../renderer/charts/use-size.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { DotLine, Fall, Said, type Dot } from './score-marks.tsx';
import styles from './score.module.css';

export interface DotGroup {
  id: string;
  name: string;
  about?: string;
  dots: readonly Dot[];
  /** The fall from the first dot to the last: "−0.23", and whether noise could explain it. */
  fall?: { words: string; about: string; real: boolean };
  /** What is not looked at turns to grey. */
  dimmed?: boolean;
}

interface ScoreFigureProps {
  description: string;
  groups: readonly DotGroup[];
  domain: readonly [number, number];
  /** The learner's prediction: a value on the line of one dot. */
  prediction?: { dot: string; value: number; words: string };
  /** Where a room's answers stand on the axis. */
  room?: PlaceOf;
  empty: string;
}

/** About how wide a score's number is, px. */
const numberWidth = labelWidth('0.00');
const head = 8;
const foot = 42;

/** Scores as dots with their intervals, in groups: what was said offline above what came true. */
export function ScoreFigure({
  description,
  groups,
  domain,
  prediction,
  room,
  empty,
}: ScoreFigureProps) {
  const spread = useRoomSpread(room);
  const { ref, width, height } = useSize<HTMLDivElement>();
  const [cursor, setCursor] = useState<number | null>(null);
  const dots = groups.flatMap((group) => group.dots.map((dot) => ({ group, dot })));
  const wide = width >= 620;
  const names = wide ? 152 : 122;
  const lines = wide ? 92 : 84;
  const fallWidth = wide ? 128 : 104;
  const falls = groups.some((group) => group.fall) ? fallWidth : 24;
  const left = names + lines;
  const x = (value: number) =>
    left + ((value - domain[0]) / (domain[1] - domain[0])) * (width - left - falls);
  const most = Math.max(1, ...groups.map((group) => group.dots.length));
  const slot = (height - head - foot) / Math.max(1, groups.length);
  const step = Math.min(26, (slot - 14) / most);
  const yOf = (place: number, k: number) =>
    head + place * slot + (slot - step * groups[place]!.dots.length) / 2 + step * (k + 0.5);
  const saidX = prediction
    ? x(Math.min(domain[1], Math.max(domain[0], prediction.value)))
    : Number.NEGATIVE_INFINITY;
  /** Whether what was said stands where a dot's number would: the number stands left of its interval then. */
  const crowds = (dot: Dot) =>
    dot.id === prediction?.dot &&
    saidX > x(dot.ci95[1]) &&
    saidX < x(dot.ci95[1]) + 9 + numberWidth + 8;
  const ticks = Array.from(
    { length: Math.round((domain[1] - domain[0]) * 10) + 1 },
    (_, i) => domain[0] + i / 10,
  );
  const bottom = height - foot;
  const at = cursor !== null && cursor < dots.length ? cursor : null;
  const spoken =
    at === null
      ? 'Not reading yet'
      : `${dots[at]!.group.name}, ${dots[at]!.dot.name}: AUC ` +
        `${formatFixed(dots[at]!.dot.value, 3)}, 95 % interval ` +
        `${formatFixed(dots[at]!.dot.ci95[0], 3)} to ${formatFixed(dots[at]!.dot.ci95[1], 3)}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next =
      event.key === 'Escape'
        ? null
        : nextPlace(
            event.key,
            dots.map((_, i) => i),
            at,
          );
    if (next === null && event.key !== 'Escape') return;
    setCursor(next);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ref}
      className={styles.figure}
      data-needs="height"
      data-fits-room
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
      {...(dots.length > 0
        ? {
            role: 'slider',
            tabIndex: 0,
            'aria-label': `${description} Arrow keys read values.`,
            'aria-valuemin': 0,
            'aria-valuemax': dots.length - 1,
            'aria-valuenow': at ?? 0,
            'aria-valuetext': spoken,
          }
        : { role: 'img', 'aria-label': `${description} ${empty}` })}
    >
      {width > 200 && height > 100 && (
        <svg width={width} height={height} role="img" aria-hidden="true">
          {ticks.map((tick) => (
            <g key={tick}>
              <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={head} y2={bottom} />
              <text className={styles.tick} x={x(tick)} y={bottom + 17} textAnchor="middle">
                {formatFixed(tick, 1)}
              </text>
            </g>
          ))}
          <line className={styles.axis} x1={left} x2={width - falls} y1={bottom} y2={bottom} />
          <text className={styles.axisName} x={width - falls} y={bottom + 36} textAnchor="end">
            AUC{domain[0] === 0.5 ? ' (0.5: no better than a coin)' : ''}
          </text>
          {groups.map((group, place) => (
            <g key={group.id} className={group.dimmed ? styles.dimmed : undefined}>
              {place > 0 && (
                <line
                  className={styles.rule}
                  x1={0}
                  x2={width}
                  y1={head + place * slot}
                  y2={head + place * slot}
                />
              )}
              <text
                className={styles.group}
                x={0}
                y={head + (place + 0.5) * slot + (group.about ? -3 : 4)}
              >
                {group.name}
              </text>
              {group.about && (
                <text className={styles.about} x={0} y={head + (place + 0.5) * slot + 13}>
                  {group.about}
                </text>
              )}
              {group.dots.length === 0 && (
                <text className={styles.about} x={left + 10} y={head + (place + 0.5) * slot + 4}>
                  {empty}
                </text>
              )}
              {group.dots.length > 1 &&
                group.fall?.real &&
                group.dots[0]!.value - group.dots.at(-1)!.value > 0.1 &&
                !group.dots.some((dot) => dot.id === prediction?.dot) && (
                  <Fall
                    from={x(group.dots[0]!.value)}
                    to={{
                      x: x(group.dots.at(-1)!.ci95[1]) + 48,
                      y: yOf(place, group.dots.length - 1),
                    }}
                  />
                )}
              {group.dots.map((dot, k) => (
                <DotLine
                  key={dot.id}
                  dot={dot}
                  x={x}
                  y={yOf(place, k)}
                  left={left}
                  lit={at !== null && dots[at]!.dot === dot && dots[at]!.group === group}
                  onLeft={crowds(dot)}
                />
              ))}
              {group.fall && (
                <g>
                  <text
                    className={group.fall.real ? styles.fallReal : styles.fall}
                    x={width}
                    y={head + (place + 0.5) * slot - 2}
                    textAnchor="end"
                  >
                    {group.fall.words}
                  </text>
                  <text
                    className={styles.about}
                    x={width}
                    y={head + (place + 0.5) * slot + 14}
                    textAnchor="end"
                  >
                    {group.fall.about}
                  </text>
                </g>
              )}
            </g>
          ))}
          {spread && (
            <RoomMarks spread={spread} axis="x" base={bottom} ends={[left, width - falls]} px={x} />
          )}
          {prediction &&
            groups.map((group, place) =>
              group.dots.map(
                (dot, k) =>
                  dot.id === prediction.dot && (
                    <Said
                      key={dot.id}
                      x={saidX}
                      y={yOf(place, k)}
                      words={prediction.words}
                      taken={
                        crowds(dot)
                          ? [x(dot.ci95[0]) - 9 - numberWidth, x(dot.ci95[1]) + 4]
                          : [x(dot.ci95[0]) - 4, x(dot.ci95[1]) + 9 + numberWidth]
                      }
                      left={left}
                      right={width - falls}
                    />
                  ),
              ),
            )}
        </svg>
      )}
    </div>
  );
}
