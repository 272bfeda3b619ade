import { useDeck } from '../../../../renderer/shared/slide/deck-context.ts';
import styles from './agenda.module.css';

const about: Record<string, string> = {
  overview: 'what the course is and is not',
  'research-production': 'other goals, other clocks, other data',
  breakout: 'eight minutes for your own idea',
  'ml-vs-software': 'when data becomes part of the code',
  myths: 'five beliefs that break in use',
};

/** The five parts between the opening and the closing; each leads to its first slide. A part that has no slides yet says so instead. */
export function Agenda() {
  const { lecture, slides } = useDeck();
  return (
    <ol className={styles.agenda}>
      {lecture.parts
        .filter((part) => part.id in about)
        .map((part, index) => {
          const first = slides.find((slide) => slide.part === part);
          return (
            <li key={part.id} className={styles.entry} data-coming={first ? undefined : true}>
              <span className={styles.number}>{index + 1}</span>
              {first ? (
                <a href={`#/slides/${first.id}`}>{part.title}</a>
              ) : (
                <span>{part.title}</span>
              )}
              <span className={styles.about}>{about[part.id]}</span>
              <span className={styles.place} data-small="">
                {first ? `from ${first.number}` : 'coming'}
              </span>
            </li>
          );
        })}
    </ol>
  );
}
