import { use, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { DeckInfo } from '../shared/slide/deck-context.ts';
import { SlideBoundary } from '../shared/slide/slide-boundary.tsx';
import { StaticSlide } from '../shared/slide/static-slide.tsx';
import { lecture, slides, wholeContent } from './lecture.ts';
import { addTexts, slideTexts, wordsBelow } from './slide-texts.ts';
import styles from './text-reader.module.css';

/** Slides read at a time: together they take less than a frame's time on a slow computer. */
const atOnce = 2;
const info: DeckInfo = { lecture, slides, openLab: () => undefined, goTo: () => undefined };

/** Reads every slide and its notes for the search, two at a time while the window is idle, by drawing them where nobody sees them. */
export function TextReader() {
  const left = useStore(slideTexts, (texts) => texts.wanted && texts.read < slides.length);
  return left ? <Reader /> : null;
}

function Reader() {
  const content = use(wholeContent());
  const page = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(slideTexts.getState().read);
  const batch = slides.slice(from, from + atOnce);

  useEffect(() => {
    const idle = requestIdleCallback(
      () => {
        const read = [...(page.current?.children ?? [])].map((drawn, index) => {
          const [shown, spoken] = [...drawn.children].map(wordsBelow);
          return { slide: slides[from + index]!.id, shown: shown ?? '', spoken: spoken ?? '' };
        });
        addTexts(read);
        setFrom(from + read.length);
      },
      { timeout: 200 },
    );
    return () => cancelIdleCallback(idle);
  }, [from]);

  return (
    <div className={styles.unseen} ref={page} inert aria-hidden="true" data-print="hide">
      {batch.map((slide) => (
        <div key={slide.id}>
          {(['picture', 'notes'] as const).map((as) => (
            <div key={as}>
              <SlideBoundary>
                <StaticSlide
                  deck={{ ...info, current: slide, step: slide.steps, overview: false }}
                  content={content}
                  slide={slide}
                  as={as}
                />
              </SlideBoundary>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
