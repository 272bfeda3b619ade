import { useDeck } from '../../../../renderer/shared/slide/deck-context.ts';
import { Source } from '../../../../renderer/shared/slide/slide.tsx';
import styles from './title-page.module.css';

/** Its title is broken where it reads best; another edition's breaks where it must. */
const own = 'Understanding ML production';

/** Course, lecture, lecturer, and whom the course follows. */
export function TitlePage() {
  const { lecture } = useDeck();
  return (
    <div className={styles.page}>
      <p className={styles.course}>{lecture.course}</p>
      <h1 className={styles.lecture}>
        {lecture.title === own ? (
          <>
            Understanding
            <br />
            ML production
          </>
        ) : (
          lecture.title
        )}
      </h1>
      <p className={styles.number}>Lecture 1</p>
      <SmallBox />
      <div className={styles.people}>
        <p className={styles.name}>{lecture.facts?.lecturer}</p>
        {lecture.facts?.of.map((line) => (
          <p key={line} className={styles.of} data-small="">
            {line}
          </p>
        ))}
      </div>
      <div className={styles.credit}>
        <Source>
          After Stanford’s CS 329S
          <br />
          by Chip Huyen, whom we thank
        </Source>
      </div>
    </div>
  );
}

/** A solid box, the model, and around it in outline all that it needs to be of use. */
function SmallBox() {
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 420 380"
      width="420"
      height="380"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      role="img"
      aria-label="A small solid box, the model, among seven larger outlined boxes, the system around it."
    >
      <rect x="1" y="1" width="198" height="92" rx="8" />
      <rect x="217" y="1" width="202" height="132" rx="8" />
      <rect x="1" y="111" width="92" height="158" rx="8" />
      <rect x="111" y="151" width="88" height="78" rx="8" className={styles.model} />
      <rect x="217" y="151" width="94" height="118" rx="8" />
      <rect x="329" y="151" width="90" height="228" rx="8" />
      <rect x="1" y="287" width="156" height="92" rx="8" />
      <rect x="175" y="287" width="136" height="92" rx="8" />
    </svg>
  );
}
