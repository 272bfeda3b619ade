import drawing from '../drawing.module.css';
import { Person } from '../person.tsx';
import styles from './project-session.module.css';

const alone = [
  [44, 104, 1],
  [160, 76, 0],
  [276, 116, 1],
  [80, 234, 0],
  [196, 208, 1],
  [306, 246, 0],
] as const;
const met = [
  [494, 134],
  [568, 104],
  [642, 134],
  [494, 226],
  [568, 246],
  [642, 226],
] as const;
const teams = [
  [898, 122],
  [1048, 206],
] as const;

/** People with ideas, a session at which they meet, and teams of three: this week, next week, after it. */
export function ProjectSession() {
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 420"
      width="1136"
      height="420"
      role="img"
      aria-label={
        'A time line. This week: six people, three of them with an idea. Next week: a ' +
        'session at which all six meet. After it: two teams of three.'
      }
    >
      {alone.map(([x, y, idea]) => (
        <g key={`${x}`}>
          <Person x={x} y={y} className={styles.person} />
          {idea === 1 && <Bulb x={x + 34} y={y - 70} />}
        </g>
      ))}
      <rect className={styles.room} x="432" y="20" width="272" height="256" rx="10" />
      {met.map(([x, y]) => (
        <Person key={`${x} ${y}`} x={x} y={y} className={styles.person} />
      ))}
      {teams.map(([x, y]) => (
        <g key={x}>
          <circle className={styles.ring} cx={x} cy={y - 32} r="86" />
          <Person x={x} y={y - 34} className={styles.team} />
          <Person x={x - 32} y={y + 26} className={styles.team} />
          <Person x={x + 32} y={y + 26} className={styles.team} />
        </g>
      ))}
      <path className={styles.week} d="M0 318H1136" />
      {[0, 432, 812].map((x) => (
        <circle key={x} className={styles.mark} cx={x + 8} cy="318" r="8" />
      ))}
      <When x={0} when="This week" what="write down your idea" />
      <When x={432} when="Next week" what="a session to discuss it" />
      <When x={812} when="Then" what="teams of three" />
    </svg>
  );
}

function When({ x, when, what }: { x: number; when: string; what: string }) {
  return (
    <>
      <text className={drawing.large} x={x} y="374">
        {when}
      </text>
      <text className={drawing.quiet} x={x} y="412">
        {what}
      </text>
    </>
  );
}

/** An idea. */
function Bulb({ x, y }: { x: number; y: number }) {
  return (
    <path
      className={styles.idea}
      d={`M${x - 5} ${y + 12}v-5a12 12 0 1 1 10 0v5zM${x - 4} ${y + 19}h8`}
    />
  );
}
