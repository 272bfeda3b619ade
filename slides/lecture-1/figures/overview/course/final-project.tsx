import drawing from '../drawing.module.css';
import styles from './final-project.module.css';
import { Person } from '../person.tsx';

const arrow = (x: number, length: number) => `M${x} 160h${length}m-11-10 11 10-11 10`;
/** Makes a drawing larger without moving its middle or the ground it stands on. */
const larger = (x: number) => `translate(${x} 246) scale(1.3) translate(${-x} -246)`;

/** From three people to an application, from there to a demo and a report, and to those who judge them. */
export function FinalProject() {
  return (
    <svg
      className={`${drawing.figure} ${styles.figure}`}
      viewBox="0 0 1136 400"
      width="1136"
      height="400"
      role="img"
      aria-label={
        'Three people build an ML-powered application; it is shown in a demo and a report, ' +
        'in any creative format; course staff and industry experts judge it.'
      }
    >
      <g transform={larger(110)}>
        <Person x={110} y={172} className={styles.person} />
        <Person x={62} y={246} className={styles.person} />
        <Person x={158} y={246} className={styles.person} />
      </g>
      <Words x={110} name="Three of you" more={['one group']} />
      <path className={styles.arrow} d={arrow(218, 48)} />

      <g transform={larger(412)}>
        <rect className={styles.screen} x="318" y="104" width="188" height="142" rx="8" />
        <path className={styles.sketch} d="M318 134h188M344 164h68M344 190h50M344 216h68" />
        <rect className={styles.core} x="434" y="160" width="46" height="46" rx="5" />
      </g>
      <Words x={412} name="An application" more={['with ML at work in it']} />
      <path className={styles.arrow} d={arrow(558, 48)} />

      <g transform={larger(736)}>
        <path
          className={styles.sketch}
          d="M650 104h116v86H650zM708 190v20M680 210h56M698 130v34l28-17z"
        />
        <path className={styles.sheet} d="M744 166h58l18 18v62h-76z" />
        <path className={styles.sketch} d="M802 166v18h18M758 204h46M758 224h46" />
      </g>
      <Words x={736} name="Demo and report" more={['creative formats welcome']} />
      <path className={styles.arrow} d={arrow(878, 48)} />

      <g transform={larger(1034)}>
        <Person x={996} y={246} className={styles.judge} />
        <Person x={1072} y={246} className={styles.judge} />
        <path
          className={styles.sketch}
          d="M976 124h40v34h-40zM996 158v16M986 141l7 7 12-14M1052 124h40v34h-40zM1072 158v16M1062 141l7 7 12-14"
        />
      </g>
      <Words x={1034} name="Two juries" more={['course staff,', 'industry experts']} />
    </svg>
  );
}

function Words({ x, name, more }: { x: number; name: string; more: string[] }) {
  return (
    <>
      <text className={drawing.strong} x={x} y="306" textAnchor="middle">
        {name}
      </text>
      {more.map((line, index) => (
        <text key={line} className={drawing.quiet} x={x} y={344 + index * 36} textAnchor="middle">
          {line}
        </text>
      ))}
    </>
  );
}
