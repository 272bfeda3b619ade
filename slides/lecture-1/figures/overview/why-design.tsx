import drawing from './drawing.module.css';
import { useSince } from '../shared/since.ts';
import styles from './why-design.module.css';

const width = 184;
const gap = 54;
const top = 150;
const height = 112;
const links = ['Problem', 'Data', 'Algorithm', 'Serving', 'People'];
const at = (index: number) => index * (width + gap);

/** A chain from a problem to people. The algorithm is one solid link of it; the joints are what takes the work. */
export function WhyDesign() {
  const since = useSince();
  const label =
    'A chain of five links: problem, data, algorithm, serving, people. The algorithm is solid and ready-made. ' +
    (since(2) === 'coming'
      ? ''
      : 'The four joints between the links are marked: making the parts fit is the hard part.');
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 400"
      width="1136"
      height="400"
      role="img"
      aria-label={label}
    >
      <path
        className={drawing.edge}
        d={links
          .slice(1)
          .map((_, index) => `M${at(index) + width} ${top + height / 2}h${gap}`)
          .join('')}
      />
      {links.map((name, index) => {
        const core = name === 'Algorithm';
        return (
          <g key={name}>
            <rect
              className={core ? styles.core : styles.box}
              x={at(index)}
              y={top}
              width={width}
              height={height}
              rx="6"
            />
            <text
              x={at(index) + width / 2}
              y={top + height / 2 + 10}
              textAnchor="middle"
              className={core ? styles.onCore! : ''}
            >
              {name}
            </text>
          </g>
        );
      })}
      <path className={styles.leader} d={`M${at(2) + width / 2} ${top - 12}V72`} />
      <text x={at(2) + width / 2} y="20" textAnchor="middle" className={drawing.large}>
        Least problematic
      </text>
      <text x={at(2) + width / 2} y="56" textAnchor="middle" className={drawing.quiet}>
        studied, published, ready to import
      </text>
      <g className={drawing.fade} data-step={since(2)}>
        {[0, 1, 2, 3].map((index) => (
          <circle
            key={index}
            className={styles.joint}
            cx={at(index) + width + gap / 2}
            cy={top + height / 2}
            r="15"
          />
        ))}
        <path
          className={styles.bracket}
          d={`M${at(0) + width + gap / 2} ${top + height + 24}v22H${at(3) + width + gap / 2}v-22M568 ${top + height + 46}v18`}
        />
        <text
          x="568"
          y={top + height + 104}
          textAnchor="middle"
          className={`${drawing.large} ${drawing.warn}`}
        >
          The hard part: making the parts fit
        </text>
        <text x="568" y={top + height + 138} textAnchor="middle" className={drawing.quiet}>
          so that together they solve a real problem
        </text>
      </g>
    </svg>
  );
}
