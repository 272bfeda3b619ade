import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import drawing from './drawing.module.css';
import { Lines } from './lines.tsx';
import { Hourglass, OneChair, PapersAndCoin, Springboard } from './pictograms.tsx';
import styles from './then-2012.module.css';

const answers = [
  { Drawing: Hourglass, says: ['It takes longer', 'than elsewhere'] },
  { Drawing: PapersAndCoin, says: ['Research pays little', 'and seldom helps', 'anyone directly'] },
  { Drawing: OneChair, says: ['Academia asks for it,', 'but posts are scarce'] },
  { Drawing: Springboard, says: ['For founders, its', 'ideas are a', 'springboard'] },
];

/** A question put to a forum, and under it what people answered then. */
export function Then2012() {
  return (
    <>
      <div className={styles.question}>
        <p className={styles.date}>6 January 2012</p>
        <p className={styles.asked}>“Is a PhD in AI good for getting a job?”</p>
      </div>
      <Step n={2}>
        <ul className={`${drawing.columns} ${styles.answers}`}>
          {answers.map(({ Drawing, says }) => (
            <li key={says[0]} className={`${drawing.column} ${styles.answer}`}>
              <Drawing />
              <Lines lines={says} />
            </li>
          ))}
        </ul>
      </Step>
    </>
  );
}
