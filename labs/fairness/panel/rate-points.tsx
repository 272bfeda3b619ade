import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { namePlace, numberPlace } from './rows/point-labels.ts';
import type { RatePoint, RateRow } from './rows/rate-rows.ts';
import styles from './rates.module.css';

/** The stretch between the two groups. */
export function Gap({ row, x, y }: { row: RateRow; x: (value: number) => number; y: number }) {
  const [a, b] = [row.majority.value, row.minority.value];
  if (a === null || b === null) return null;
  return (
    <line className={styles.gap} x1={x(Math.min(a, b))} x2={x(Math.max(a, b))} y1={y} y2={y} />
  );
}

/** A filled circle for the majority, a square for the minority. */
export function Point({
  group,
  point,
  was,
  x,
  y,
  named,
  low,
}: {
  group: 'majority' | 'minority';
  point: RatePoint;
  was: number | null;
  x: (value: number) => number;
  y: number;
  named: boolean;
  /** Whether the row has no height for a name under its mark: it stands beside its number then. */
  low: boolean;
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
  const ring = was === null ? null : x(was);
  const plot = [x(0), x(1)] as const;
  const number = numberPlace(group === 'majority' ? 'right' : 'left', at, ring, plot);
  const name = low
    ? namePlace(group, at, number, ring, plot)
    : { x: at, anchor: 'middle' as const };
  const nameDown = group === 'majority' ? -13 : 24;
  return (
    <g className={tone}>
      {ring !== null && <circle className={styles.ghost} cx={ring} cy={y} r={6} />}
      {ci95 && <line className={styles.whisker} x1={x(ci95[0])} x2={x(ci95[1])} y1={y} y2={y} />}
      {group === 'majority' ? (
        <circle className={styles.mark} cx={at} cy={y} r={6} />
      ) : (
        <rect className={styles.mark} x={at - 5.5} y={y - 5.5} width={11} height={11} rx={1} />
      )}
      <text className={styles.value} x={number.x} y={y + 5} textAnchor={number.anchor}>
        {formatFixed(value, 2)}
      </text>
      {named && (
        <text
          className={styles.group}
          x={name.x}
          y={y + (low ? 5 : nameDown)}
          textAnchor={name.anchor}
        >
          {group}
        </text>
      )}
    </g>
  );
}
