import type { RoomTally } from '../../../main/contract/room.ts';
import { onScale } from '../../model/prediction/outcome.ts';
import styles from './room-line.module.css';

const [width, height, edge] = [132, 22, 4];

/**
 * A room's numbers in one line, on the scale that was asked on: marks, middle half, median, and
 * what came out. The words beside it say the same.
 */
export function RoomLine({ tally: { question, spread, outcome } }: { tally: RoomTally }) {
  if (question.kind !== 'number' || !spread) return null;
  const x = (value: number) => edge + onScale(value, question) * (width - 2 * edge);
  const [low, high] = [x(spread.lower), x(spread.upper)];
  return (
    <svg
      className={styles.line}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <line className={styles.track} x1={0} x2={width} y1={19} y2={19} />
      <rect className={styles.half} x={low} y={6} width={Math.max(2, high - low)} height={13} />
      <path
        className={styles.marks}
        d={spread.marks.map((value) => `M${x(value).toFixed(1)} 9v10`).join('')}
      />
      <path className={styles.median} d={`M${x(spread.median).toFixed(1)} 4v15`} />
      {outcome && typeof outcome.value === 'number' && (
        <path className={styles.run} d={`M${x(outcome.value).toFixed(1)} 0v22`} />
      )}
    </svg>
  );
}
