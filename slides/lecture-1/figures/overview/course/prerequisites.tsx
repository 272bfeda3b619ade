import drawing from '../drawing.module.css';
import styles from './prerequisites.module.css';

const piers = [
  { name: ['CS principles', 'and skills'], courses: ['CS 106B/X'] },
  { name: ['ML', 'algorithms'], courses: ['CS 229, 230,', '231N or 224N'] },
  { name: ['At least one', 'framework'], courses: ['TensorFlow,', 'PyTorch or JAX'] },
  { name: ['Basic', 'probability'], courses: ['CS 109 or', 'Stat 116'] },
];

const width = 248;
const pitch = (1136 - width) / (piers.length - 1);

/** A bridge, the course, on four piers that students bring along. */
export function Prerequisites() {
  const label = `A bridge on four piers: ${piers.map(({ name, courses }) => `${name.join(' ')} (${courses.join(' ')})`).join('; ')}.`;
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 436"
      width="1136"
      height="436"
      role="img"
      aria-label={label}
    >
      <rect className={styles.deck} x="0" y="0" width="1136" height="76" rx="4" />
      <text className={styles.onDeck!} x="568" y="48" textAnchor="middle">
        Machine Learning Systems Design
      </text>
      {piers.map(({ name, courses }, index) => {
        const x = index * pitch;
        const middle = x + width / 2;
        return (
          <g key={name[0]}>
            <path
              className={styles.pier}
              d={`M${x + 12} 77H${x + width - 12}L${x + width - 1} 433H${x + 1}z`}
            />
            {name.map((line, at) => (
              <text
                key={line}
                className={drawing.large}
                x={middle}
                y={162 + at * 42}
                textAnchor="middle"
              >
                {line}
              </text>
            ))}
            {courses.map((line, at) => (
              <text
                key={line}
                className={drawing.quiet}
                x={middle}
                y={290 + at * 38}
                textAnchor="middle"
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
      <path className={styles.ground} d="M-72 434H1208" />
    </svg>
  );
}
