import type { ReactNode } from 'react';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import drawing from '../drawing.module.css';
import styles from './how-to.module.css';

function Sketch({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 90 60"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

const questions: { ask: readonly string[]; sketch: ReactNode }[] = [
  {
    ask: ['Is the data', 'valid?'],
    sketch: <path d="M10 8h44v44H10zM10 22h44M10 37h44M25 8v44M39 8v44m29-12 6 7 11-16" />,
  },
  {
    ask: ['Is a feature', 'of any use?'],
    sketch: <path d="M10 50V18M24 50V30M38 50V38M6 50h38M58 50V14M72 50V26M54 50h32M86 50v-6" />,
  },
  {
    ask: ['Has the data', 'shifted?'],
    sketch: (
      <>
        <path d="M6 50c14 0 14-36 26-36s12 36 26 36" strokeDasharray="3 4" />
        <path d="M32 50c14 0 14-36 26-36s12 36 26 36M6 50h78" />
      </>
    ),
  },
  {
    ask: ['Does a change', 'hurt, with no', 'labels yet?'],
    sketch: (
      <path d="M8 44c14-2 16-22 30-22M52 24l8 8m0-8-8 8M70 20c0-10 14-10 14 0 0 6-7 6-7 12m0 8v.1" />
    ),
  },
  {
    ask: ['Does someone', 'mean harm?'],
    sketch: (
      <>
        <path d="M10 12h22v16H10zM40 12h22v16H40zM10 36h22v16H10zM70 12h12v16H70zM70 36h12v16H70z" />
        <path d="m46 38 10 12m0-12-10 12" strokeWidth="3" />
      </>
    ),
  },
];

/** Forty scans; one of them shows a tumour. */
function Scans() {
  const odd = 26;
  return (
    <svg
      viewBox="0 0 586 150"
      width="586"
      height="150"
      role="img"
      aria-label="Forty scans as small rings. One of them has a dark spot and is marked."
    >
      {Array.from({ length: 40 }, (_, index) => {
        const [x, y] = [(index % 14) * 42 + 18, Math.floor(index / 14) * 50 + 24];
        return (
          <g key={index}>
            <circle
              cx={x}
              cy={y}
              r={17}
              className={
                index === odd ? `${drawing.strokeAccent} ${drawing.medium}` : drawing.stroke
              }
            />
            {index === odd && <circle cx={x + 5} cy={y - 4} r="6" className={drawing.fillAccent} />}
          </g>
        );
      })}
    </svg>
  );
}

/** Five open questions about data, then why the answer matters more for some points than for others. */
export function HowTo() {
  return (
    <>
      <ul className={styles.questions}>
        {questions.map(({ ask, sketch }) => (
          <li key={ask[0]} className={styles.question}>
            <Sketch>{sketch}</Sketch>
            <p>
              {ask.map((line) => (
                <span key={line} className={styles.line}>
                  {line}{' '}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <Step n={2} className={styles.points}>
        <Scans />
        <div>
          <p className={styles.claim}>Not all points are worth the same</p>
          <p className={styles.because}>One scan with a tumour counts most.</p>
          <Step n={3} className={styles.harm}>
            Bad points do harm, or open a door.
          </Step>
        </div>
      </Step>
    </>
  );
}
