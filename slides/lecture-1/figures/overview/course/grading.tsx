import drawing from '../drawing.module.css';
import styles from './grading.module.css';
import { useSince } from '../../shared/since.ts';

/** Per cent of the grade; they add to 100. */
const project = 65;
const assignments = 30;
const participation = 5;

const perCent = 1136 / 100;
const barTop = 96;
const barHeight = 110;
const edge = { assignments: project * perCent, participation: (project + assignments) * perCent };
const ways = [
  { what: 'Questions in class', where: 'Zoom' },
  { what: 'The forum', where: 'EdStem' },
  { what: 'Office hours', where: 'come by' },
];

/** The grade as one bar, and then its smallest piece under the glass. */
export function Grading() {
  const since = useSince();
  const label =
    `One bar that adds to 100 per cent: final project ${project}, two assignments ${assignments}, participation ${participation}.` +
    (since(2) === 'coming'
      ? ''
      : ' Participation is ' +
        `${ways.map(({ what, where }) => `${what.toLowerCase()} (${where})`).join(', ')}. If ` +
        'we still don’t know you at the end of the quarter, that is a bad sign.');
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 432"
      width="1136"
      height="432"
      role="img"
      aria-label={label}
    >
      <Share x={0} share={project} name="Final project" />
      <Share x={edge.assignments} share={assignments} name="Two assignments" />
      <text className={styles.share!} x="1136" y="52" textAnchor="end">
        {participation} %
      </text>
      <rect
        className={styles.project}
        x="0"
        y={barTop}
        width={edge.assignments - 4}
        height={barHeight}
      />
      <rect
        className={styles.assignment}
        x={edge.assignments}
        y={barTop}
        width={(assignments / 2) * perCent - 2}
        height={barHeight}
      />
      <rect
        className={styles.assignment}
        x={edge.assignments + (assignments / 2) * perCent + 2}
        y={barTop}
        width={(assignments / 2) * perCent - 6}
        height={barHeight}
      />
      <rect
        className={styles.part}
        x={edge.participation + 1.5}
        y={barTop + 1.5}
        width={participation * perCent - 3}
        height={barHeight - 3}
      />
      <text x="1136" y={barTop + barHeight + 42} textAnchor="end">
        Participation
      </text>
      <g className={drawing.fade} data-step={since(2)}>
        <path
          className={styles.leader}
          d={`M1108 ${barTop + barHeight + 58}v22H0v18M379 ${barTop + barHeight + 80}v18M758 ${barTop + barHeight + 80}v18`}
        />
        {ways.map(({ what, where }, index) => (
          <g key={what}>
            <text className={drawing.strong} x={index * 379} y="342">
              {what}
            </text>
            <text className={drawing.quiet} x={index * 379} y="378">
              {where}
            </text>
          </g>
        ))}
        <text className={drawing.warn} x="0" y="428">
          A bad sign: at the end of the quarter we still don’t know you.
        </text>
      </g>
    </svg>
  );
}

function Share({ x, share, name }: { x: number; share: number; name: string }) {
  return (
    <>
      <text className={styles.share!} x={x - 2} y="52">
        {share} %
      </text>
      <text x={x} y={barTop + barHeight + 42}>
        {name}
      </text>
    </>
  );
}
