import { besidePoint, labelWidth } from '../../../renderer/charts/label-places.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import styles from './score.module.css';

/** A score with its interval; several worlds leave a small mark each. */
export interface Dot {
  id: string;
  /** Short: it stands left of the dot. */
  name: string;
  look: 'random' | 'chronological' | 'live';
  value: number;
  ci95: readonly [number, number];
  perWorld?: readonly number[];
}

/** One score: its interval, its number and its name. */
export function DotLine({
  dot,
  x,
  y,
  left,
  lit,
  onLeft,
}: {
  dot: Dot;
  x: (value: number) => number;
  y: number;
  left: number;
  lit: boolean;
  /** Whether the number stands left of the interval. */
  onLeft: boolean;
}) {
  const [low, high] = dot.ci95;
  const end = onLeft ? x(low) - 9 : x(high) + 9;
  return (
    <g className={styles[dot.look]}>
      {lit && (
        <rect
          className={styles.lit}
          x={left - 92}
          y={y - 10}
          width={x(high) - left + 156}
          height={20}
          rx={4}
        />
      )}
      <text className={styles.line} x={left - 14} y={y + 4} textAnchor="end">
        {dot.name}
      </text>
      <line className={styles.interval} x1={x(low)} x2={x(high)} y1={y} y2={y} />
      {(dot.perWorld?.length ?? 0) > 1 &&
        dot.perWorld!.map((value, w) => (
          <line
            key={w}
            className={styles.world}
            x1={x(value)}
            x2={x(value)}
            y1={y - 6}
            y2={y + 6}
          />
        ))}
      <circle className={styles.dot} cx={x(dot.value)} cy={y} r={5} />
      <text className={styles.value} x={end} y={y + 4} textAnchor={onLeft ? 'end' : 'start'}>
        {formatFixed(dot.value, lit ? 3 : 2)}
      </text>
    </g>
  );
}

/** From under what was said offline to what came true. */
export function Fall({ from, to }: { from: number; to: { x: number; y: number } }) {
  return (
    <path
      className={styles.fallLine}
      d={`M${from} ${to.y - 14}Q${from} ${to.y} ${from - 18} ${to.y}H${Math.min(from - 18, to.x)}`}
    />
  );
}

interface SaidProps {
  x: number;
  y: number;
  words: string;
  /** The stretch of the true score with its interval and its number. */
  taken: readonly [number, number];
  left: number;
  right: number;
}

/** What the learner said, as a diamond on the line that it speaks of. */
export function Said({ x, y, words, taken, left, right }: SaidProps) {
  const place = besidePoint({ x, gap: 12, width: labelWidth(words), taken: [taken], left, right });
  return (
    <g>
      <path
        className={styles.prediction}
        d={`M${x} ${y - 7.5} ${x + 7.5} ${y} ${x} ${y + 7.5} ${x - 7.5} ${y}Z`}
      />
      <text className={styles.said} x={place.x} y={y + 4} textAnchor={place.anchor}>
        {words}
      </text>
    </g>
  );
}
