import { Source, Step } from '../../../../renderer/shared/slide/slide.tsx';
import styles from './fairness-cases.module.css';

/** How often the best-paid job's advertisement was shown to browsers that said they were a man's or a woman's (Datta et al. 2015). */
const shown = { male: 1852, female: 318 };
const wide = 300;

/** Two cases that reached the news in 2019, each with what was counted. */
export function FairnessCases() {
  return (
    <div className={styles.pair}>
      <Step n={1} className={styles.side}>
        <h2 className={styles.claim}>Well-paid jobs, shown to men</h2>
        <svg
          viewBox="0 0 540 158"
          width="540"
          height="158"
          role="img"
          aria-label={
            `An advertisement for well-paid jobs was shown ${shown.male} times to profiles set ` +
            `to male and ${shown.female} times to profiles set to female.`
          }
        >
          <Bar y={0} label="male" times={shown.male} />
          <Bar y={70} label="female" times={shown.female} />
          <text className={styles.key} x="110" y="152" data-small="">
            times the ad was shown
          </text>
        </svg>
        <p className={styles.words}>
          Same browsing, another gender in the ad settings. Who caused it could not be told.
        </p>
        <Source of="datta-2015">Times shown: Datta et al., 2015</Source>
      </Step>
      <Step n={2} className={styles.side}>
        <h2 className={styles.claim}>Creditworthy, and rejected</h2>
        <svg
          viewBox="0 0 540 158"
          width="540"
          height="158"
          role="img"
          aria-label="Thirteen hollow dots, each a hundred thousand applicants: 1.3 million in all."
        >
          <text className={styles.stat} x="-4" y="104">
            1.3
          </text>
          <text className={styles.unit} x="148" y="104">
            million
          </text>
          {Array.from({ length: 13 }, (_, i) => (
            <circle
              key={i}
              className={styles.dot}
              cx={312 + (i % 5) * 40}
              cy={18 + Math.floor(i / 5) * 38}
              r="12"
            />
          ))}
          <text className={styles.key} x="300" y="152" data-small="">
            each ring: 100,000
          </text>
        </svg>
        <p className={styles.words}>
          Black and Latino applicants, 2008–2015. With race deleted they were accepted. Deleting it
          does not make a model fair.
        </p>
        <Source of="cbs-2019 bartlett-2019">
          CBS News, 2019, on a Berkeley study. The paper: 0.74–1.3 million, 2009–2015
        </Source>
      </Step>
    </div>
  );
}

function Bar({ y, label, times }: { y: number; label: string; times: number }) {
  const width = (wide * times) / shown.male;
  return (
    <>
      <text className={styles.label} x="0" y={y + 39}>
        {label}
      </text>
      <rect
        className={label === 'female' ? styles.few : styles.many}
        x="110"
        y={y + 6}
        width={width}
        height="46"
        rx="2"
      />
      <text className={styles.value} x={110 + width + 14} y={y + 40}>
        {times.toLocaleString('en')}
      </text>
    </>
  );
}
