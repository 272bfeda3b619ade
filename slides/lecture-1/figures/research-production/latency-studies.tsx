import { useDeck, useSlide } from '../../../../renderer/deck/deck-context.ts';
import { Step } from '../../../../renderer/deck/slide.tsx';
import { InlineLab } from '../../../../renderer/lab/inline-lab.tsx';
import { Dots } from './dots.tsx';
import styles from './latency-studies.module.css';

const studies = [
  { when: '100 ms slower', stat: '−7', lost: 7, of: ['conversion', 'on smartphones'], who: 'Akamai, 2017' },
  { when: '30 % slower', stat: '−0.5', lost: 0.5, of: ['conversion on', 'a travel site'], who: 'Booking.com, 2019' },
  { when: 'More than 3 s', stat: '53', lost: 53, of: ['of visits on phones', 'are abandoned'], who: 'Google, 2016' },
] as const;

/** Three published measurements of what waiting costs, side by side and never blended: they measured different things. */
export function LatencyStudies() {
  const { slide, step } = useSlide();
  const deck = useDeck();
  return (
    <>
    <div className={styles.studies}>
      {studies.map(({ when, stat, lost, of, who }, index) => (
        <Step key={who} n={index + 1} className={styles.study}>
          <p className={styles.when}>{when}</p>
          <p className={styles.stat}>
            {stat}
            <span className={styles.percent}>%</span>
          </p>
          <Dots lost={lost} />
          <p className={styles.of}>
            {of[0]}
            <br />
            {of[1]}
          </p>
          <p className={styles.who}>{who}</p>
        </Step>
      ))}
    </div>
    <Step n={studies.length} className={styles.yours}>
      <InlineLab lab="latency" figure="convert" onScreen={deck.current.id === slide.id && !deck.overview && step >= studies.length} />
    </Step>
    </>
  );
}
