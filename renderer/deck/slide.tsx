import { Slide as RevealSlide } from '@revealjs/react';
import { Children, isValidElement, type ReactNode } from 'react';
import { SlideProvider, slideIn, useDeck, useDrawing, useSlide } from './deck-context.ts';
import { Notes } from './notes.tsx';
import { Rail } from './rail.tsx';
import styles from './slide.module.css';

interface SlideProps {
  /** As deck.ts lists it: title, steps and lab come from there. */
  id: string;
  /** 'plain' leaves the title to the slide's own words, which then must hold the one `<h1>`. */
  layout?: 'titled' | 'plain';
  children: ReactNode;
}

/** One slide: its title, what MDX puts in it, and the rail. */
export function Slide({ id, layout = 'titled', children }: SlideProps) {
  const deck = useDeck();
  const drawing = useDrawing();
  if (drawing.as !== 'deck' && drawing.only !== id) return null;
  const { slide } = slideIn(deck, id);
  const notes = Children.toArray(children).filter((child) => isValidElement(child) && child.type === Notes);
  if (drawing.as === 'notes') return <SlideProvider value={id}>{notes}</SlideProvider>;
  const canvas = (
    // In the overview a slide is a picture to choose; its own links and buttons rest.
    <div className={styles.canvas} inert={deck.overview}>
      {layout === 'titled' && <h1 className={styles.title}>{slide.title}</h1>}
      {drawing.as === 'deck' ? children : Children.toArray(children).filter((child) => !notes.includes(child))}
      <Rail />
    </div>
  );
  if (drawing.as === 'picture') return <SlideProvider value={id}>{canvas}</SlideProvider>;
  return (
    <RevealSlide data-slide={id} data-caption={`${slide.number}\u2002${slide.title}`} aria-label={`Slide ${slide.number}`} aria-roledescription="slide">
      <SlideProvider value={id}>{canvas}</SlideProvider>
      {/* Reveal counts these to know how often "next" stays on the slide; what a step shows is React's. */}
      {Array.from({ length: slide.steps - 1 }, (_, index) => (
        <span key={index} className="fragment" data-fragment-index={index} hidden />
      ))}
    </RevealSlide>
  );
}

/** The grey sentence under the title. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>;
}

/** Where a number comes from: who and when. `of` names entries of the part's `sources`, apart by blanks. */
export function Source({ of, children }: { of?: string; children: ReactNode }) {
  return <p className={styles.source} data-source={of ?? ''}>{children}</p>;
}

/** Something that appears at step `n` and keeps its place from the start, so that nothing moves. */
export function Step({ n, className = '', children }: { n: number; className?: string; children: ReactNode }) {
  const { step } = useSlide();
  return (
    <div className={`${styles.step} ${className}`} data-step={n > step ? 'coming' : n === step ? 'now' : 'shown'}>
      {children}
    </div>
  );
}
