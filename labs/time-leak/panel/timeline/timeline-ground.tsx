import { useFigureScale } from '../../../../renderer/charts/figure-scale.ts';
import { arrowHead } from './arrow-head.ts';
import styles from './timeline.module.css';

/** The room around the lanes, in px: for the legend, the axis, the users' names, and the last label. */
export const head = 50;
export const foot = 44;
export const left = 74;
export const right = 20;

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
export function Ground({ width, height, days, cutDay, gapDays, split, x, now }: GroundProps) {
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
      <path className={styles.tip} d={arrowHead(at[3]! + 34, 2, 1)} />
      <text className={styles.legend} x={at[3]! + 42} y={4}>
        {narrow ? 'was known' : 'was known by then'}
      </text>
      <path className={styles.arcNewer} d={`M${at[4]! + 34} 3q-10 -12 -20 -1`} />
      <path className={styles.tipNewer} d={arrowHead(at[4]! + 14, 2, -1)} />
      <text className={styles.legendNewer} x={at[4]! + 42} y={4}>
        {narrow ? 'future' : 'comes from the future'}
      </text>
    </g>
  );
}
