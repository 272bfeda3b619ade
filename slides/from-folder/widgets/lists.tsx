import { useDeck } from '../../../renderer/shared/slide/deck-context.ts';
import styles from './widgets.module.css';

/** The lecture's parts, each a link to its first slide. */
export function PartsRecap() {
  const { lecture, slides } = useDeck();
  return (
    <ol className={styles.recap}>
      {lecture.parts.map((part) => {
        const first = slides.find((slide) => slide.part.id === part.id);
        return first ? (
          <li key={part.id}>
            <a href={`#/slides/${first.id}`}>{part.title}</a>
          </li>
        ) : null;
      })}
    </ol>
  );
}

/** All that the lecture quotes. */
export function SourceList() {
  const { lecture } = useDeck();
  const sources = lecture.parts.flatMap((part) => part.sources);
  return (
    <ul className={styles.sources}>
      {sources.map(({ id, who, year, title, url }) => (
        <li key={id} data-source={id}>
          {who}, {year}.{' '}
          {url === null ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
