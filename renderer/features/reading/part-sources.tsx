import type { LecturePart } from '../../model/lecture/lecture.ts';
import styles from './part-sources.module.css';

/** What a part's slides quote, where it can be read, and where it and the lecture differ. */
export function PartSources({ part }: { part: LecturePart }) {
  if (part.sources.length === 0) return null;
  return (
    <section className={styles.sources} aria-label={`Sources: ${part.title}`}>
      <h3>Sources</h3>
      <ul>
        {part.sources.map(({ id, who, year, title, url, note }) => (
          <li key={id}>
            {who}, {year}:{' '}
            {url === null ? (
              title
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            . {note}
          </li>
        ))}
      </ul>
    </section>
  );
}
