import drawing from './drawing.module.css';
import styles from './final-project.module.css';
import { Person } from './person.tsx';

const arrow = (x: number, length: number) => `M${x} 190h${length}m-11-10 11 10-11 10`;

/** From three people to an application, from there to a demo and a report, and to those who judge them. */
export function FinalProject() {
  return (
    <svg className={drawing.figure} viewBox="0 0 1136 400" width="1136" height="400" style={{ marginTop: 44 }} role="img" aria-label="Three people build an ML-powered application; it is shown in a demo and a report, in any creative format; course staff and industry experts judge it.">
      <Person x={110} y={172} className={styles.person} />
      <Person x={62} y={246} className={styles.person} />
      <Person x={158} y={246} className={styles.person} />
      <Words x={110} name="Three of you" more={['one group']} />
      <path className={styles.arrow} d={arrow(214, 60)} />

      <rect className={styles.screen} x="318" y="104" width="188" height="142" rx="8" />
      <path className={styles.sketch} d="M318 134h188M344 164h68M344 190h50M344 216h68" />
      <rect className={styles.core} x="434" y="160" width="46" height="46" rx="5" />
      <Words x={412} name="An application" more={['with ML at work in it']} />
      <path className={styles.arrow} d={arrow(550, 60)} />

      <path className={styles.sketch} d="M650 104h116v86H650zM708 190v20M680 210h56M698 130v34l28-17z" />
      <path className={styles.sketch} d="M744 166h58l18 18v62h-76z" style={{ fill: 'var(--page)' }} />
      <path className={styles.sketch} d="M802 166v18h18M758 204h46M758 224h46" />
      <Words x={736} name="Demo and report" more={['creative formats welcome']} />
      <path className={styles.arrow} d={arrow(864, 60)} />

      <Person x={992} y={246} className={styles.judge} />
      <Person x={1076} y={246} className={styles.judge} />
      <path className={styles.sketch} d="m980 128 9 10 17-22M1064 128l9 10 17-22" />
      <Words x={1034} name="Two juries" more={['course staff,', 'industry experts']} />
    </svg>
  );
}

function Words({ x, name, more }: { x: number; name: string; more: string[] }) {
  return (
    <>
      <text className={drawing.strong} x={x} y="306" textAnchor="middle">{name}</text>
      {more.map((line, index) => <text key={line} className={drawing.quiet} x={x} y={344 + index * 36} textAnchor="middle">{line}</text>)}
    </>
  );
}
