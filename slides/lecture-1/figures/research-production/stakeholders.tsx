import { Step } from '../../../../renderer/deck/slide.tsx';
import { AdClick, Bullseye, PileAndEmptyDesk, ShortWait } from './pictograms.tsx';
import styles from './stakeholders.module.css';

const people = [
  { who: 'ML team', Drawing: Bullseye, wants: ['Highest', 'accuracy'], judges: ['by a score on', 'unseen data'] },
  { who: 'Sales', Drawing: AdClick, wants: ['What sells', 'more ads'], judges: ['by clicks that', 'bring money'] },
  { who: 'Product', Drawing: ShortWait, wants: ['Fastest', 'inference'], judges: ['by how long', 'a person waits'] },
  { who: 'Manager', Drawing: PileAndEmptyDesk, wants: ['Maximum', 'profit'], judges: ['even if the ML', 'team has to go'] },
];

/** Four people, one after the other, who each call a different model the best. */
export function Stakeholders() {
  return (
    <ol className={styles.people}>
      {people.map(({ who, Drawing, wants, judges }, index) => (
        <li key={who}>
          <Step n={index + 1} className={styles.person}>
            <p className={styles.who}>{who}</p>
            <Drawing />
            <Lines className={styles.wants!} lines={wants} />
            <Lines className={styles.judges!} lines={judges} />
          </Step>
        </li>
      ))}
    </ol>
  );
}

function Lines({ className, lines }: { className: string; lines: readonly string[] }) {
  return <p className={className}>{lines.map((line) => <span key={line} className={styles.line}>{line} </span>)}</p>;
}
