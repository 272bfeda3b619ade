import { useEffect, useMemo, useRef, type ComponentType } from 'react';
import { paperHost } from '../../host/paper-host.ts';
import { HostProvider, useHost } from '../../host/use-host.ts';
import { useDrawn } from '../../kit/use-drawn.ts';
import type { PrintLayout, SlidesPerSheet } from '../../model/address/address.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { PaperPage } from './paper-page.tsx';
import { PrintBar } from './print-bar.tsx';
import { takePrintRequest } from './print-request.ts';
import { pagesOf, sheetsOf, stepByStep } from './still.ts';
import './print.css';
import styles from './print-pages.module.css';

/** What is laid out. `per` is how many slides a sheet of paper holds; 1: pages of a slide's own size. */
export interface Paper {
  layout: PrintLayout;
  per: SlidesPerSheet | 1;
  solved: boolean;
}

interface PrintPagesProps extends Paper {
  info: DeckInfo;
  content: readonly ComponentType[];
  onChange: (paper: Paper) => void;
  onBack: () => void;
}

/**
 * The lecture laid out for paper: what `npm run handout` and the desktop app's menu make PDF files
 * of, and `npm run lecture -- export` one HTML file. Always light, and without what a room or a
 * learner did: a class gets it. `data-ready` on the pages says that all of them have been drawn.
 */
export function PrintPages({ info, content, onChange, onBack, ...paper }: PrintPagesProps) {
  const { layout, per, solved } = paper;
  const pages = pagesOf(info.slides, stepByStep(layout));
  const alone = layout === 'notes' || layout === 'file';
  const sheets = sheetsOf(pages, alone ? 1 : per);
  const ready = useDrawn(true);
  const main = useRef<HTMLElement>(null);
  const host = useHost();
  const onPaper = useMemo(() => paperHost(host), [host]);
  useEffect(() => {
    if (ready && takePrintRequest()) print();
  }, [ready]);
  return (
    <div className={styles.room}>
      <PrintBar
        paper={paper}
        pages={ready ? sheets.length : null}
        slides={info.slides.length}
        html={async () =>
          (await import('./file/lecture-html.ts')).lectureHtml(
            main.current!,
            info.lecture,
            info.slides,
          )
        }
        title={info.lecture.title}
        onChange={onChange}
        onBack={onBack}
      />
      <main
        className={styles.pages}
        ref={main}
        tabIndex={0}
        data-theme="light"
        data-pages={layout}
        data-per={alone ? 1 : per}
        data-ready={ready || undefined}
        aria-label="Pages"
      >
        <HostProvider value={onPaper}>
          {sheets.map((sheet) => (
            <section
              key={`${sheet[0]!.slide.id} ${sheet[0]!.step}`}
              className={classOf(layout, alone ? 1 : per)}
              data-sheet
            >
              {sheet.map((page) => (
                <PaperPage
                  key={`${page.slide.id} ${page.step}`}
                  info={info}
                  content={content}
                  page={page}
                  layout={layout}
                  solved={solved}
                />
              ))}
            </section>
          ))}
        </HostProvider>
      </main>
    </div>
  );
}

function classOf(layout: PrintLayout, per: Paper['per']): string {
  if (layout === 'notes') return 'handout-page';
  return per === 1 ? 'slide-page' : 'sheet-page';
}
