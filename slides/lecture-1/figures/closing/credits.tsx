import { useDeck, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { creditPages, type CreditLine } from './credit-pages.ts';
import styles from './credits.module.css';

/** First whom the lecture follows and its licences; then, a page with each step, everything its slides quote. */
export function Credits() {
  const { lecture } = useDeck();
  const { step } = useSlide();
  const page = creditPages(lecture.parts)[step - 2];
  if (!page) return <Facts />;
  return (
    <div className={styles.page}>
      {page.map((lines, column) => (
        <ul key={column} className={styles.lines}>
          {lines.map((line) => (
            <li key={line.kind === 'part' ? line.title : line.source.id}>
              <Line line={line} />
            </li>
          ))}
        </ul>
      ))}
    </div>
  );
}

function Line({ line }: { line: CreditLine }) {
  if (line.kind === 'part')
    return (
      <p className={styles.part} data-small="">
        {line.title}
      </p>
    );
  const { id, who, year, title, url } = line.source;
  return (
    <p className={styles.source} data-source={id}>
      {who}, {year}.{' '}
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </p>
  );
}

function Facts() {
  const { lecture } = useDeck();
  return (
    <dl className={styles.facts}>
      <dt>Course</dt>
      <dd>After Stanford’s CS 329S, Machine Learning Systems Design, by Chip Huyen</dd>
      <dt>Edition</dt>
      <dd>{lecture.facts?.edition}</dd>
      <dt>Slides</dt>
      <dd>Our own words and drawings; sources on the next steps</dd>
      <dt>Code</dt>
      <dd>MIT licence</dd>
      <dt>Fonts</dt>
      <dd>Inter and JetBrains Mono, SIL Open Font License</dd>
    </dl>
  );
}
