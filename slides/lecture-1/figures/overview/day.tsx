import { Step } from '../../../../renderer/deck/slide.tsx';
import styles from './day.module.css';
import drawing from './drawing.module.css';
import { Lines } from './lines.tsx';
import { CardChecked, FaceUnlock, MailSorted, NextFilm, RouteAhead, TwoLanguages } from './pictograms.tsx';
import { useSince } from './since.ts';

const moments = [
  { time: '6:30', Drawing: FaceUnlock, what: ['Your phone', 'knows your', 'face'] },
  { time: '8:00', Drawing: RouteAhead, what: ['The map says', 'when you will', 'be there'] },
  { time: '9:30', Drawing: MailSorted, what: ['Junk mail', 'never gets', 'to you'] },
  { time: '13:00', Drawing: CardChecked, what: ['A stolen', 'card would', 'be stopped'] },
  { time: '18:00', Drawing: TwoLanguages, what: ['A recipe, out', 'of another', 'language'] },
  { time: '21:00', Drawing: NextFilm, what: ['The next film', 'is chosen', 'for you'] },
];

/** A day from morning to night; each step is a moment at which a model has answered. */
export function Day() {
  const since = useSince();
  const pitch = 1136 / moments.length;
  return (
    <div className={styles.day}>
      <svg className={styles.sky} viewBox="0 0 1136 40" width="1136" height="40" role="img" aria-label="A time line from morning to night with a mark for each moment.">
        <rect className={styles.night} x="-72" y="0" width="60" height="40" />
        <rect className={styles.night} x="1070" y="0" width="138" height="40" />
        <path className={styles.axis} d="M-72 20H1208" />
        {moments.map(({ time }, index) => (
          <circle key={time} className={styles.hour} data-step={since(index + 1)} cx={index * pitch + 10} cy="20" r="9" />
        ))}
      </svg>
      <ol className={styles.moments}>
        {moments.map(({ time, Drawing, what }, index) => (
          <li key={time}>
            <Step n={index + 1} className={styles.moment}>
              <p className={styles.time}>{time}</p>
              <Drawing />
              <Lines className={styles.model} lines={what} />
            </Step>
          </li>
        ))}
      </ol>
      <div className={drawing.bottom} />
    </div>
  );
}
