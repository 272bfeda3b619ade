import { MDXProvider } from '@mdx-js/react';
import { Deck as RevealDeck } from '@revealjs/react';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type PointerEvent,
  type Ref,
} from 'react';
import { flushSync } from 'react-dom';
import type { RevealApi, RevealConfig } from 'reveal.js';
import 'reveal.js/reveal.css';
import { createStore } from 'zustand/vanilla';
import { DeckProvider, type DeckInfo, type Showing } from '../../shared/slide/deck-context.ts';
import { createDrawn, nearestFirst } from '../../shared/slide/drawn.ts';
import { keyOwner } from '../../model/lecture/key-owner.ts';
import { slidesOf, type Lecture, type PlacedSlide } from '../../model/lecture/lecture.ts';
import { catchScrollTimer } from './reveal-timer.ts';
import { Sections } from './sections.tsx';
import { words } from '../../shared/slide/words.ts';
import './deck.css';

/** Keys, address and overview's layout are Lectern's own; Reveal scales, steps, blanks and listens to touch. */
const config: RevealConfig = {
  width: 1280,
  height: 720,
  margin: 0,
  minScale: 0.05,
  maxScale: 6,
  center: false,
  embedded: true,
  keyboard: false,
  controls: false,
  progress: false,
  hash: false,
  respondToHashChanges: false,
  jumpToSlide: false,
  help: false,
  autoAnimate: false,
  transition: 'fade',
  backgroundTransition: 'none',
  viewDistance: 1,
  scrollActivationWidth: 0,
};

export interface DeckProps {
  lecture: Lecture;
  /** The MDX of each part that has slides; it may load when it is first drawn. */
  content: readonly ComponentType[];
  slide: string;
  /** 1-based. */
  step: number;
  /** The person moved to another slide or step. */
  onPlace: (slide: string, step: number) => void;
  onOverview: (open: boolean) => void;
  openLab: (slide: PlacedSlide) => void;
  deckRef: Ref<RevealApi | null>;
}

/** The lecture's slides. Always shows what `slide` and `step` say, and reports every move of its own. */
export function Deck({
  lecture,
  content,
  slide,
  step,
  onPlace,
  onOverview,
  openLab,
  deckRef,
}: DeckProps) {
  const slides = useMemo(() => slidesOf(lecture), [lecture]);
  const [reveal, setReveal] = useState<RevealApi | null>(null);
  const [overview, setOverview] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  /** Reveal also reports moves that the address asked for; those are not the person's. */
  const following = useRef(false);
  const current = slides.find((one) => one.id === slide) ?? slides[0]!;

  // Before Reveal starts, which it does once everything is drawn.
  useLayoutEffect(() => catchScrollTimer(), []);
  useLayoutEffect(() => {
    if (!reveal) return;
    const now = placeOf(reveal, slides);
    if (now.slide === slide && now.step === step) return;
    following.current = true;
    reveal.slide(current.number - 1, 0, step - 2);
    following.current = false;
  }, [reveal, slides, slide, step, current.number]);

  useEffect(() => {
    if (!reveal || !frame.current) return;
    // The deck's size also changes without the window's: when a lab opens beside it or the split is dragged.
    const watch = new ResizeObserver(() => reveal.layout());
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [reveal]);

  // The place goes to the slides through a store: a step redraws the slides it concerns, not all of them.
  const [showing] = useState(() => createStore<Showing>(() => ({ current, step, overview })));
  const [drawn] = useState(() => createDrawn(current.id));
  useLayoutEffect(() => {
    showing.setState({ current, step, overview });
    drawn.now([current.id]);
  }, [showing, drawn, current, step, overview]);
  useEffect(() => {
    drawn.later(nearestFirst(slides, current, overview ? Infinity : 1));
    return drawn.stop;
  }, [drawn, slides, current, overview]);
  useEffect(() => {
    // Paper gets every slide. It can't wait, so they are drawn before the browser goes on.
    const all = () => flushSync(() => drawn.now(slides.map((one) => one.id)));
    addEventListener('beforeprint', all);
    return () => removeEventListener('beforeprint', all);
  }, [drawn, slides]);
  useEffect(() => {
    if (overview)
      frame.current?.querySelector('section.present')?.scrollIntoView({ block: 'nearest' });
  }, [overview, current]);

  const moved = () => {
    if (!reveal || following.current) return;
    const now = placeOf(reveal, slides);
    onPlace(now.slide, now.step);
  };
  const overviewed = (open: boolean) => () => {
    setOverview(open);
    onOverview(open);
  };
  const actions = useRef({ openLab, goTo: (_id: string): void => undefined });
  useLayoutEffect(() => void (actions.current = { openLab, goTo: (id) => onPlace(id, 1) }));
  const value = useMemo(() => {
    const info: DeckInfo = {
      lecture,
      slides,
      openLab: (one) => actions.current.openLab(one),
      goTo: (id) => actions.current.goTo(id),
    };
    return { info, showing };
  }, [lecture, slides, showing]);
  const body = useMemo(
    () => <Sections slides={slides} lecture={lecture} content={content} drawn={drawn.store} />,
    [slides, lecture, content, drawn],
  );

  return (
    <div className="deck" ref={frame} onPointerDownCapture={keepFingers}>
      <DeckProvider value={value}>
        <MDXProvider components={words}>
          <RevealDeck
            config={config}
            deckRef={deckRef}
            onReady={(ready) => {
              quieten(ready);
              setReveal(ready);
            }}
            onSlideChange={moved}
            onFragmentShown={moved}
            onFragmentHidden={moved}
            onOverviewShown={overviewed(true)}
            onOverviewHidden={overviewed(false)}
          >
            {body}
          </RevealDeck>
        </MDXProvider>
      </DeckProvider>
      {overview && <h1 className="said">All slides</h1>}
      <p className="said" aria-live="polite">
        {announce(current, step, slides.length)}
      </p>
    </div>
  );
}

/** One line instead of Reveal's, which reads out the whole slide with its rail at every step. */
function announce(slide: PlacedSlide, step: number, count: number): string {
  return `Slide ${slide.number} of ${count}: ${slide.title}.${slide.steps > 1 ? ` Step ${step} of ${slide.steps}.` : ''}`;
}

/** A finger that drags a control must not turn the page: Reveal looks for this mark around the place where the finger came down. */
function keepFingers({ target }: PointerEvent<HTMLElement>): void {
  if (target instanceof Element && /^(arrows|text|number|whole)$/.test(keyOwner(target)))
    target.setAttribute('data-prevent-swipe', '');
}

function placeOf(
  reveal: RevealApi,
  slides: readonly PlacedSlide[],
): { slide: string; step: number } {
  const { h, f } = reveal.getIndices();
  const slide = slides[h] ?? slides[0]!;
  return { slide: slide.id, step: slide.steps > 1 ? (f ?? -1) + 2 : 1 };
}

/** Reveal calls itself an application, which takes a screen reader's own keys away; a deck of text does not need that. */
function quieten(reveal: RevealApi): void {
  const root = reveal.getRevealElement();
  root?.setAttribute('role', 'group');
  root?.setAttribute('aria-label', 'Slides');
  // Notes are the presenter's; Reveal's box for them says "Speaker notes" even while it is empty.
  for (const box of root?.querySelectorAll('.aria-status, .speaker-notes') ?? []) box.remove();
}
