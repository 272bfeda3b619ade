import { useEffect, type ComponentType } from 'react';
import { Button } from '../../kit/button.tsx';
import { useDrawn } from '../../kit/use-drawn.ts';
import type { PrintLayout } from '../../model/address/address.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { Picture } from './picture.tsx';
import { takePrintRequest } from './print-request.ts';
import { Spoken } from './spoken.tsx';
import { pagesOf } from './still.ts';
import './print.css';
import styles from './print-pages.module.css';

interface PrintPagesProps {
  info: DeckInfo;
  content: readonly ComponentType[];
  layout: PrintLayout;
  onBack: () => void;
}

/**
 * The lecture laid out for paper: what `npm run handout` and the desktop app's menu make PDF files of. Always light.
 * `data-ready` on the pages says that all of them have been drawn.
 */
export function PrintPages({ info, content, layout, onBack }: PrintPagesProps) {
  const pages = pagesOf(info.slides, layout === 'steps');
  const ready = useDrawn(true);
  useEffect(() => {
    if (ready && takePrintRequest()) print();
  }, [ready]);
  return (
    <div className={styles.room}>
      <header className={styles.bar} data-print="hide">
        <h1>{layout === 'notes' ? 'Handout' : 'Slides'} for paper</h1>
        <span className={styles.count}>
          {ready ? `${pages.length} pages` : 'Laying out the pages…'}
        </span>
        <Button variant="primary" icon="download" disabled={!ready} onClick={() => print()}>
          Print or save as PDF
        </Button>
        <Button variant="quiet" icon="chevron-left" onClick={onBack}>
          Reading
        </Button>
      </header>
      <main
        className={styles.pages}
        tabIndex={0}
        data-theme="light"
        data-pages={layout}
        data-ready={ready || undefined}
        aria-label="Pages"
      >
        {pages.map(({ slide, step }) => (
          <section
            key={`${slide.id} ${step}`}
            className={layout === 'notes' ? 'handout-page' : 'slide-page'}
            aria-label={`Slide ${slide.number}${layout === 'steps' ? `, step ${step}` : ''}: ${slide.title}`}
          >
            <Picture info={info} content={content} slide={slide} step={step} />
            {layout === 'notes' && (
              <>
                <Spoken info={info} content={content} slide={slide} />
                <p className={styles.foot}>
                  {info.lecture.title} · {slide.part.title} · slide {slide.number} of{' '}
                  {info.slides.length}
                </p>
              </>
            )}
          </section>
        ))}
      </main>
    </div>
  );
}
