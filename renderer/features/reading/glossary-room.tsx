import { useEffect, useLayoutEffect, useRef } from 'react';
import { isTermId, sortKey, terms, type Term } from '../../glossary/glossary.ts';
import { TermBody } from '../../glossary/term-body.tsx';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Icon } from '../../kit/icon.tsx';
import { useShell } from '../../shared/window/shell.ts';
import './print.css';
import styles from './glossary-room.module.css';

/** The terms under each letter, in their order. */
const letters: ReadonlyMap<string, Term[]> = byLetter();

function byLetter(): Map<string, Term[]> {
  const found = new Map<string, Term[]>();
  for (const term of terms) {
    const letter = sortKey(term)[0]!.toUpperCase();
    found.set(letter, [...(found.get(letter) ?? []), term]);
  }
  return found;
}

/** Every term from A to Z with its sentences, picture and formula, to be read or printed. */
export function GlossaryRoom({ term }: { term: string | null }) {
  const shell = useShell();
  const page = useRef<HTMLElement>(null);

  useEffect(() => {
    document.title = 'Glossary · Lectern';
  }, []);
  useLayoutEffect(() => {
    // The page scrolls, not the window: the arrow keys must find it.
    page.current?.focus({ preventScroll: true });
    if (term === null) return void page.current?.scrollTo({ top: 0 });
    document.getElementById(anchorOf(term))?.scrollIntoView({ block: 'start' });
  }, [term]);

  return (
    <div className={styles.room}>
      <header className={styles.bar} data-print="hide">
        <Icon name="book" />
        <span className={styles.where}>Glossary</span>
        <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
          Find
        </Button>
        <Button variant="quiet" icon="download" onClick={() => print()}>
          Print
        </Button>
        <Button
          variant="quiet"
          icon="chevron-left"
          onClick={() => shell.addresses.go({ room: 'read', slide: null, print: null })}
        >
          Reading
        </Button>
      </header>
      <nav className={styles.letters} aria-label="Letters" data-print="hide">
        {[...letters].map(([letter, [first]]) => (
          <a key={letter} href={`#/glossary/${first!.id}`} aria-label={`Terms with ${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      <main className={`${styles.page} grows`} ref={page} tabIndex={-1} aria-label="Glossary">
        <div className={styles.text}>
          <h1 className={styles.heading}>Glossary</h1>
          <p className={styles.about}>
            {terms.length} terms of the lecture and its labs. The numbers in the pictures are made
            up.
          </p>
          {term !== null && !isTermId(term) && (
            <Callout
              kind="notice"
              what={`There is no term “${term}”.`}
              next="Look below: here are all that there are."
            />
          )}
          {[...letters].map(([letter, those]) => (
            <section key={letter} aria-label={letter}>
              {those.map((one) => (
                <Entry key={one.id} term={one} asked={one.id === term} />
              ))}
            </section>
          ))}
        </div>
      </main>
    </div>
  );
}

const anchorOf = (term: string) => `term-${term}`;

function Entry({ term, asked }: { term: Term; asked: boolean }) {
  const heading = `${anchorOf(term.id)}-name`;
  const { also = [] } = term;
  return (
    <article
      id={anchorOf(term.id)}
      className={styles.entry}
      data-asked={asked || undefined}
      aria-labelledby={heading}
    >
      <h2 id={heading} className={styles.name}>
        <a href={`#/glossary/${term.id}`}>{term.name}</a>
      </h2>
      {also.length > 0 && <p className={styles.also}>Also: {also.join(', ')}</p>}
      <TermBody term={term} />
    </article>
  );
}
