import { useOnScreen, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { Source, Step } from '../../../../renderer/shared/slide/slide.tsx';
import { InlineLab } from '../../../../renderer/shared/lab/inline-lab.tsx';
import { Dots } from './dots.tsx';
import styles from './latency-studies.module.css';

const studies = [
  {
    when: '100 ms slower',
    stat: '−7',
    lost: 7,
    of: ['conversion', 'on smartphones'],
    who: <Source of="akamai-2017">Akamai, 2017</Source>,
  },
  {
    when: '30 % slower',
    stat: '−0.5',
    lost: 0.5,
    of: ['conversion on', 'a travel site'],
    who: <Source of="bernardi-2019">Booking.com, 2019</Source>,
  },
  {
    when: 'More than 3 s',
    stat: '53',
    lost: 53,
    of: ['of visits on phones', 'are abandoned'],
    who: <Source of="google-2016">Google, 2016</Source>,
  },
] as const;

/** Three published measurements of what waiting costs, side by side and never blended: they measured different things. */
export function LatencyStudies() {
  const { step } = useSlide();
  const onScreen = useOnScreen();
  return (
    <>
      <div className={styles.studies}>
        {studies.map(({ when, stat, lost, of, who }, index) => (
          <Step key={when} n={index + 1} className={styles.study}>
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
            <div className={styles.who}>{who}</div>
          </Step>
        ))}
      </div>
      <Step n={studies.length} className={styles.yours}>
        <InlineLab lab="latency" figure="convert" onScreen={onScreen && step >= studies.length} />
      </Step>
    </>
  );
}
