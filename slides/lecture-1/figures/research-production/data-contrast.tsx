import { seededRandom } from '../../../../labs/math/random.ts';
import { Term } from '../../../../renderer/glossary/term.tsx';
import { Step } from '../../../../renderer/shared/slide/slide.tsx';
import styles from './data-contrast.module.css';

const columns = 17;
const rows = 7;
const pitch = 28;

/** Where each dot of the messy drawing stands, in px; drawn once with a fixed seed, so that it is the same picture for everyone. */
const messy = scatter(11);

function scatter(seed: number) {
  const random = seededRandom(seed);
  const dots = [];
  for (let i = 0; i < columns * rows; i++) {
    const kind = kindOf(random.uniform());
    const [dx, dy] = [random.normal(), random.normal()];
    const x = 10 + (i % columns) * pitch + 7 * dx;
    const y = 10 + Math.floor(i / columns) * pitch + 6 * dy;
    dots.push({
      x: Math.min(460, Math.max(8, x)),
      y: Math.min(186, Math.max(8, y)),
      kind,
    });
  }
  return dots;
}

/** What became of a record, from a number drawn between 0 and 1. */
function kindOf(drawn: number): 'gone' | 'missing' | 'there' {
  if (drawn < 0.12) return 'gone';
  return drawn < 0.26 ? 'missing' : 'there';
}

/** Both kinds of data as dots, one dot a record, and what may be said of each. */
export function DataContrast() {
  return (
    <div className={styles.pair}>
      <Step n={1} className={styles.side}>
        <h2 className={styles.whose}>In research</h2>
        <svg
          viewBox="0 0 540 194"
          width="540"
          height="194"
          role="img"
          aria-label="Records as dots in a tidy grid: none is missing, none moves."
        >
          {Array.from({ length: columns * rows }, (_, i) => (
            <circle
              key={i}
              className={styles.dot}
              cx={10 + (i % columns) * pitch}
              cy={10 + Math.floor(i / columns) * pitch}
              r="7.5"
            />
          ))}
        </svg>
        <ul className={styles.words}>
          <li>Clean</li>
          <li>Static</li>
          <li>Mostly historical</li>
        </ul>
      </Step>
      <Step n={2} className={styles.side}>
        <h2 className={styles.whose}>In production</h2>
        <svg
          viewBox="0 0 540 194"
          width="540"
          height="194"
          role="img"
          aria-label="Records as dots out of line: some are missing, some hollow, and new ones keep arriving from the right."
        >
          {messy.map(
            ({ x, y, kind }, i) =>
              kind !== 'gone' && (
                <circle
                  key={i}
                  className={kind === 'missing' ? styles.hollow : styles.dot}
                  cx={x}
                  cy={y}
                  r="7.5"
                />
              ),
          )}
          <g className={styles.stream}>
            {[37, 97, 157].map((y) => (
              <path key={y} d={`M536 ${y}h-44m8-8-8 8 8 8`} />
            ))}
          </g>
        </svg>
        <ul className={styles.words}>
          <li>
            Messy and <Term id="drift">shifting</Term>
          </li>
          <li>Historical, and streaming in</li>
          <li>Biased in ways nobody knows yet</li>
          <li>Under privacy law and regulation</li>
        </ul>
      </Step>
    </div>
  );
}
