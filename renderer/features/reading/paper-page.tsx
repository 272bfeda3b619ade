import { useMemo, type ComponentType } from 'react';
import type { PrintLayout } from '../../model/address/address.ts';
import { lectureLine } from '../../model/lecture/byline.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { Picture } from './picture.tsx';
import styles from './print-pages.module.css';
import { Spoken } from './spoken.tsx';
import { stepByStep, type PageOfPaper } from './still.ts';

/** One slide on paper. Its heading is not seen: a PDF's outline is made of headings. */
export function PaperPage({
  info,
  content,
  page: { slide, step },
  layout,
  solved,
}: {
  info: DeckInfo;
  content: readonly ComponentType[];
  page: PageOfPaper;
  layout: PrintLayout;
  solved: boolean;
}) {
  const paper = useMemo(() => ({ solved }), [solved]);
  const first = info.slides.find(({ part }) => part === slide.part) === slide;
  const single = stepByStep(layout) || slide.paged;
  const begins = first && step === (single ? 1 : slide.steps);
  const which = single ? `, step ${step}` : '';
  return (
    <article className="paper-slide" aria-label={`Slide ${slide.number}${which}: ${slide.title}`}>
      {begins && <h2 className="said">{slide.part.title}</h2>}
      <h3 className="said">
        {slide.number}. {slide.title}
        {which}
      </h3>
      <Picture info={info} content={content} slide={slide} step={step} paper={paper} />
      {layout === 'file' && step === slide.steps && (
        <div data-spoken="">
          <Spoken info={info} content={content} slide={slide} />
        </div>
      )}
      {layout === 'notes' && (
        <>
          {step === slide.steps && <Spoken info={info} content={content} slide={slide} />}
          <p className={styles.foot}>
            {lectureLine(info.lecture)} · {slide.part.title} · slide {slide.number} of{' '}
            {info.slides.length}
          </p>
        </>
      )}
      <div className="paper-lines" aria-hidden="true" />
    </article>
  );
}
