import drawing from '../drawing.module.css';
import styles from './questions.module.css';

/** Where a question sits on the loop: its middle, and whether its words stand over or under it. */
interface Stop {
  x: number;
  above: boolean;
  name: string;
  asks: string;
}

const top = 128;
const bottom = 334;
const stops: Stop[] = [
  { x: 170, above: true, name: 'Data engineering', asks: 'where from, where to?' },
  { x: 568, above: true, name: 'Feature engineering', asks: 'what should it look at?' },
  { x: 966, above: true, name: 'Evaluation', asks: 'offline and online' },
  { x: 966, above: false, name: 'Prediction', asks: 'online or in batches?' },
  { x: 568, above: false, name: 'Serving', asks: 'in the cloud, at the edge' },
  { x: 170, above: false, name: 'Monitoring', asks: 'and deploying, all the time' },
];

/** The course's questions on the loop that a model goes round in its life; the first two stand inside, where the loop starts. */
export function Questions() {
  const label =
    'A loop with two questions inside: 1, the model is trained, now what? 2, what is a ' +
    'system made of? Round the loop: ' +
    `${stops.map(({ name, asks }, index) => `${index + 3}, ${name}: ${asks}`).join('; ')}; ` +
    'and back to the start.';
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 440"
      width="1136"
      height="440"
      role="img"
      aria-label={label}
    >
      <rect className={styles.track} x="40" y={top} width="1056" height={bottom - top} rx="40" />
      <path
        className={styles.arrow}
        d={
          `M360 ${top - 8}l9 8-9 8M758 ${top - 8}l9 8-9 8M776 ${bottom - 8}l-9 8 9 8M378 ` +
          `${bottom - 8}l-9 8 9 8M32 236l8-9 8 9M1088 226l8 9 8-9`
        }
      />
      {stops.map(({ x, above, name, asks }, index) => {
        const y = above ? top : bottom;
        const base = above ? y - 80 : y + 64;
        return (
          <g key={name}>
            <circle className={styles.stop} cx={x} cy={y} r="24" />
            <text className={styles.number!} x={x} y={y + 10} textAnchor="middle">
              {index + 3}
            </text>
            <text className={drawing.strong} x={x} y={base} textAnchor="middle">
              {name}
            </text>
            <text className={drawing.quiet} x={x} y={base + 36} textAnchor="middle">
              {asks}
            </text>
          </g>
        );
      })}
      {['The model is trained: now what?', 'What is a system made of?'].map((asks, index) => (
        <g key={asks}>
          <circle className={styles.first} cx="350" cy={205 + index * 54} r="22" />
          <text className={styles.start!} x="350" y={215 + index * 54} textAnchor="middle">
            {index + 1}
          </text>
          <text x="388" y={215 + index * 54} className={drawing.strong}>
            {asks}
          </text>
        </g>
      ))}
    </svg>
  );
}
