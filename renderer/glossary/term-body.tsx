import type { Term } from './glossary.ts';
import { pictures } from './pictures/pictures.ts';
import styles from './term-body.module.css';

/** What the glossary says of a term, below its heading: the same in a popover and on the page. */
export function TermBody({ term }: { term: Term }) {
  const Picture = pictures[term.id];
  return (
    <>
      <p>{term.says.join(' ')}</p>
      {Picture && (
        <div className={styles.picture}>
          <Picture />
        </div>
      )}
      {term.formula && <p className={styles.formula}>{term.formula}</p>}
      {term.source && <p className={styles.source}>{term.source}</p>}
    </>
  );
}
