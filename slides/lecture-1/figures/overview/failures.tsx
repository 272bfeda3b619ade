import drawing from './drawing.module.css';
import styles from './failures.module.css';
import { useSince } from '../shared/since.ts';

const rows = 6;
const radius = 21;
/** Evenly apart from margin to margin: before the causes are told, nothing gives them away. */
const pitch = { x: (1136 - 2 * radius) / 15, y: 54 };
const other = 60;
const ml = 36;
const top = 82;
const x = (index: number) => radius + Math.floor(index / rows) * pitch.x;
const y = (index: number) => top + radius + (index % rows) * pitch.y;
const split = x(other) - radius;

/** 96 failures of one pipeline, one dot each: first alike, then told apart by whether their cause was ML. */
export function Failures() {
  const since = useSince();
  const told = since(2) !== 'coming';
  const label = told
    ? `${other} dots, filled: causes outside ML. ${ml} dots, hollow: causes in ML.`
    : `${other + ml} dots, one for each failure, all alike.`;
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 396"
      width="1136"
      height="396"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: other + ml }, (_, index) => (
        <circle key={index} className={styles.all} cx={x(index)} cy={y(index)} r={radius} />
      ))}
      <g className={drawing.fade} data-step={since(2)}>
        {Array.from({ length: other + ml }, (_, index) => (
          <circle
            key={index}
            className={index < other ? styles.other : styles.ml}
            cx={x(index)}
            cy={y(index)}
            r={index < other ? radius : radius - 1.5}
          />
        ))}
        <text x="0" y="50" className={styles.count!}>
          {other}
        </text>
        <text x="88" y="50" className={drawing.strong}>
          had causes outside ML
        </text>
        <text x={split} y="50" className={`${styles.count} ${drawing.accent}`}>
          {ml}
        </text>
        <text x={split + 88} y="50" className={drawing.strong}>
          had ML causes
        </text>
      </g>
    </svg>
  );
}
