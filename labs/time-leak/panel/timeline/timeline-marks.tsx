import { useFigureScale } from '../../../../renderer/charts/figure-scale.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { arrowHead } from './arrow-head.ts';
import type { Arrow, Fold } from './timeline.ts';
import styles from './timeline.module.css';

/** From a row to the moment its label was known. */
export function Whisker({
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

export function Mark({
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
export function Arc({
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
        d={arrowHead(end.x, end.y, way, true)}
      />
    </g>
  );
}

/** The day under the axis of the row that is read. */
export function NowTag({ x, y, day, width }: { x: number; y: number; day: number; width: number }) {
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
