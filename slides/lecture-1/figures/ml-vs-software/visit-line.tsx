import {
  askedRow,
  clock,
  sixRows,
  type SixRow,
} from '../../../../labs/time-leak/six-rows/six-rows.ts';
import styles from './visit-line.module.css';

/** The line of time in each row, px, and the hours at its ends. */
const [width, height] = [344, 52];
const [first, last] = [1.4, 8.2];
const x = (hours: number) => ((hours - first) / (last - first)) * width;
const now = sixRows[askedRow]!.time;

/** When a visit begins, and a dot where the shop writes its row. A line through all rows stands at the moment of the prediction. */
export function VisitLine({ row, open }: { row: SixRow; open: boolean }) {
  const late = row.written > now;
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`begins ${clock(row.time)}, written ${clock(row.written)}`}
    >
      {open && (
        <rect x={x(now)} y="0" width={width - x(now)} height={height} className={styles.unknown} />
      )}
      <path className={styles.track} d={`M0 26H${width}`} />
      <path className={styles.now} d={`M${x(now)} 0V${height}`} />
      <path
        className={styles.visit}
        d={`M${x(row.time)} 17v18M${x(row.time)} 26H${x(row.written)}`}
      />
      <circle
        cx={x(row.written)}
        cy="26"
        r="6"
        className={late ? styles.later : styles.there}
        data-open={open}
      />
    </svg>
  );
}

/** The hours above the lines, and where the prediction stands. */
export function VisitHours() {
  return (
    <svg viewBox={`0 0 ${width} 44`} width={width} height="44" aria-hidden="true" data-small>
      {[2, 3, 4, 6, 7].map((hour) => (
        <text key={hour} x={x(hour)} y="36" textAnchor="middle" className={styles.hour} data-axis>
          {`${hour}:00`}
        </text>
      ))}
      <text x={x(now)} y="18" textAnchor="middle" className={styles.nowWord}>
        now
      </text>
      <text x={x(now)} y="36" textAnchor="middle" className={styles.nowWord}>
        {clock(now)}
      </text>
    </svg>
  );
}
