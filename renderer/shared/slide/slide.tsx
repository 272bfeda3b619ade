import { Children, isValidElement, useLayoutEffect, useRef, type ReactNode } from 'react';
import { TermScope } from '../../glossary/term-scope.tsx';
import {
  SlideProvider,
  slideIn,
  useDeck,
  useDrawing,
  useOnScreen,
  useShowing,
  useSlide,
} from './deck-context.ts';
import { Notes } from './notes.tsx';
import { Rail } from './rail.tsx';
import styles from './slide.module.css';

interface SlideProps {
  /** As the part's file lists it: title, steps and lab come from there. */
  id: string;
  /** 'plain' leaves the title to the slide's own words, which then must hold the one `<h1>`. */
  layout?: 'titled' | 'plain';
  children: ReactNode;
}

/** One slide: its title, what MDX puts in it, and the rail. Draws nothing where another slide of its part is wanted. */
export function Slide({ id, layout = 'titled', children }: SlideProps) {
  const { as, only } = useDrawing();
  if (only !== id) return null;
  const isNotes = (child: ReactNode) => isValidElement(child) && child.type === Notes;
  const shown =
    as === 'deck'
      ? children
      : Children.toArray(children).filter((child) => isNotes(child) === (as === 'notes'));
  return (
    <SlideProvider value={id}>
      {as === 'notes' ? (
        shown
      ) : (
        <Canvas id={id} layout={layout}>
          {shown}
        </Canvas>
      )}
    </SlideProvider>
  );
}

function Canvas({ id, layout, children }: SlideProps) {
  const { title } = slideIn(useDeck(), id);
  const overview = useShowing((showing) => showing.overview);
  const { as } = useDrawing();
  const canvas = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (as !== 'picture') return;
    // A picture stands under a heading already: its own words are read, but they are no headings of that page.
    for (const heading of canvas.current?.querySelectorAll('h1,h2,h3,h4') ?? [])
      heading.setAttribute('role', 'presentation');
  });
  return (
    // In the overview a slide is a picture to choose; its own links and buttons rest.
    <div className={styles.canvas} inert={overview} ref={canvas}>
      {layout === 'titled' && <h1 className={styles.title}>{title}</h1>}
      {as === 'deck' ? <WithTerms>{children}</WithTerms> : children}
      <Rail />
    </div>
  );
}

/** On the deck the first use of a term can be pressed; what it opened closes when the slide is left. */
function WithTerms({ children }: { children: ReactNode }) {
  return (
    <TermScope place="slide" onScreen={useOnScreen()}>
      {children}
    </TermScope>
  );
}

/** The grey sentence under the title. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className={styles.lead}>{children}</p>;
}

/** Where a number comes from: who and when. `of` names entries of the part's `sources`, apart by blanks. */
export function Source({ of, children }: { of?: string; children: ReactNode }) {
  return (
    <p className={styles.source} data-source={of ?? ''}>
      {children}
    </p>
  );
}

/** Something that appears at step `n` and keeps its place from the start, so that nothing moves. */
export function Step({
  n,
  className = '',
  children,
}: {
  n: number;
  className?: string;
  children: ReactNode;
}) {
  const { step } = useSlide();
  return (
    <div className={`${styles.step} ${className}`} data-step={stepState(n, step)}>
      {children}
    </div>
  );
}

/** How step `n` stands while `current` is the one on screen. */
function stepState(n: number, current: number): 'coming' | 'now' | 'shown' {
  if (n > current) return 'coming';
  return n === current ? 'now' : 'shown';
}
