import { useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icon.tsx';
import type { PrintLayout } from '../../model/address/address.ts';
import { bylineOf } from '../../model/lecture/byline.ts';
import type { LecturePart } from '../../model/lecture/lecture.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { createDrawn, nearestFirst } from '../../shared/slide/drawn.ts';
import { Places } from '../../shared/window/places.tsx';
import { useShell } from '../../shared/window/shell.ts';
import { Contents } from './contents.tsx';
import { Entry } from './entry.tsx';
import './print.css';
import styles from './reading-page.module.css';
import { PartSources } from './part-sources.tsx';
import { useSlideOnTop } from './use-slide-on-top.ts';

interface ReadingPageProps {
  info: DeckInfo;
  content: readonly ComponentType[];
  /** The slide the address names. */
  slide: string | null;
  /** The reader scrolled to another slide. */
  onSlide: (slide: string | null) => void;
  onPrint: (layout: PrintLayout) => void;
}

/** Slides and notes as one page that scrolls. Pictures are drawn from the one looked at outwards, so a long lecture opens at once. */
export function ReadingPage({ info, content, slide, onSlide, onPrint }: ReadingPageProps) {
  const shell = useShell();
  const page = useRef<HTMLElement>(null);
  const first = info.slides.find((one) => one.id === slide) ?? info.slides[0]!;
  const [drawn] = useState(() => createDrawn(first.id));
  const top = useSlideOnTop(page, slide, onSlide);

  useEffect(() => {
    drawn.now(nearestFirst(info.slides, first, 1));
    drawn.later(nearestFirst(info.slides, first));
    return drawn.stop;
  }, [drawn, info.slides, first]);

  useEffect(() => {
    // Paper is complete, whatever the screen shows now. It can't wait.
    const all = () => flushSync(() => drawn.now(info.slides.map((one) => one.id)));
    addEventListener('beforeprint', all);
    return () => removeEventListener('beforeprint', all);
  }, [drawn, info.slides]);

  useLayoutEffect(() => {
    // The page scrolls, not the window: the arrow keys must find it.
    page.current?.focus({ preventScroll: true });
  }, []);

  const byline = bylineOf(info.lecture);
  const parts = info.lecture.parts.filter((part) => part.slides.length > 0);
  const slidesOfPart = (part: LecturePart) => info.slides.filter((one) => one.part === part);
  return (
    <div className={styles.room}>
      <header className={styles.bar} data-print="hide">
        <Icon name="book" />
        <span className={styles.where}>Reading</span>
        <Places here="read" onSlides={() => info.goTo(top ?? first.id)} />
        <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
          Find
        </Button>
        <Button
          variant="quiet"
          icon="info"
          onClick={() => shell.addresses.go({ room: 'glossary', term: null })}
        >
          Glossary
        </Button>
        <Button variant="quiet" icon="download" onClick={() => onPrint('notes')}>
          Pages for paper
        </Button>
      </header>
      <div className={`${styles.columns} grows`}>
        <Contents parts={parts} slidesOfPart={slidesOfPart} top={top ?? first.id} />
        <main className={styles.page} ref={page} tabIndex={-1} aria-label="Slides and notes">
          <div className={styles.text}>
            <header className={styles.head}>
              <p>{info.lecture.course}</p>
              <h1>{info.lecture.title}</h1>
              {byline !== '' && <p>{byline}</p>}
              <p>
                {info.slides.length} slides with what is said to them. Every lab runs on this
                computer.
              </p>
            </header>
            {parts.map((part) => (
              <section key={part.id} aria-labelledby={`part-${part.id}`}>
                <h2 id={`part-${part.id}`} className={styles.part}>
                  {part.title}
                </h2>
                {slidesOfPart(part).map((one) => (
                  <Entry
                    key={one.id}
                    info={info}
                    content={content}
                    slide={one}
                    drawn={drawn.store}
                  />
                ))}
                <PartSources part={part} />
              </section>
            ))}
          </div>
        </main>
      </div>
    </div>
  );
}
