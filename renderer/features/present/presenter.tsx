import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import { useShared } from '../../host/use-shared.ts';
import { Segmented } from '../../kit/segmented.tsx';
import { slideLabPlace, type LabPlace } from '../../model/address/lab-place.ts';
import type { Lecture, PlacedSlide } from '../../model/lecture/lecture.ts';
import { moved, type DeckPlace } from '../../model/lecture/moves.ts';
import type { LabFrameProps } from '../../shared/lab/lab-frame.ts';
import { PollControls } from '../../shared/poll/poll-controls.tsx';
import { BlankScreen } from '../../shared/slide-tools/blank-screen.tsx';
import { PenBar } from '../../shared/slide-tools/pen-bar.tsx';
import { FigureTools } from '../../shared/slide-tools/figure-overlay.tsx';
import { useLectureKeys } from '../../shared/slide-tools/use-lecture-keys.ts';
import { SlideOverlay } from '../../shared/slide-tools/slide-overlay.tsx';
import { useSlideTools } from '../../shared/slide-tools/use-slide-tools.ts';
import type { DeckState } from '../../shared/slide/deck-context.ts';
import { SlideBox } from '../../shared/slide/slide-box.tsx';
import { StaticSlide } from '../../shared/slide/static-slide.tsx';
import { Foot } from './foot.tsx';
import { LabCard } from './lab-card.tsx';
import { PresenterLab } from './presenter-lab.tsx';
import { NotesPane } from './notes-pane.tsx';
import { OnThisSlide } from './on-this-slide.tsx';
import { sharedPanel } from './open-presenter.ts';
import type { LecturePlace } from './place.ts';
import { PaceBar } from './time/pace-bar.tsx';
import { useAudiences } from './use-audiences.ts';
import { SlideGrid } from './slide-grid/slide-grid.tsx';
import { usePresenterCommands } from './use-presenter-commands.ts';
import styles from './presenter.module.css';

export interface PresenterProps {
  lecture: Lecture;
  slides: readonly PlacedSlide[];
  /** Each part's MDX, loading. */
  content: readonly ComponentType[];
  /** The slide and step on screen: with a lab over the whole window, those it was opened from. */
  at: DeckPlace;
  lab: LabPlace | null;
  /** Draws the open lab. */
  LabFrame: ComponentType<LabFrameProps>;
  /** Whether the room sees the lab over the whole window. */
  full: boolean;
  go: (place: LecturePlace) => void;
  /** While a dialog is open the keys are its own. */
  busy: boolean;
  onJump: () => void;
  onClasses: () => void;
  onRoom: () => void;
  /** What phones do; nothing while the room is closed. */
  roomPane: ReactNode;
  tell: (message: string) => void;
}

/**
 * The presenter's window: the slide that is on, what comes next, the notes, the time. It leads the
 * windows that show the lecture, and follows them.
 */
export function Presenter({
  lecture,
  slides,
  content,
  at,
  lab,
  LabFrame,
  full,
  go,
  busy,
  onJump,
  onClasses,
  onRoom,
  roomPane,
  tell,
}: PresenterProps) {
  const tools = useSlideTools();
  const audiences = useAudiences();
  const [panel, setPanel] = useShared(sharedPanel);
  const [grid, setGrid] = useState(false);
  const [side, setSide] = useState<'notes' | 'story'>('notes');
  const [story, setStory] = useState<HTMLElement | null>(null);
  const current = slides.find((slide) => slide.id === at.slide) ?? slides[0]!;
  const next = moved(slides, at, 'next');
  const ends = next.slide === at.slide && next.step === at.step;

  useEffect(() => {
    document.title = 'Presenter · Lectern';
  }, []);
  // The room sees that window now; what stands beside its slide is for the presenter alone.
  useEffect(() => {
    if (panel) setPanel(null);
  }, [panel, setPanel]);

  const toSlide = useCallback(
    (place: DeckPlace, beside: LabPlace | null) => go({ room: 'slides', ...place, lab: beside }),
    [go],
  );
  const openLab = useCallback(
    (slide: PlacedSlide) => {
      if (!slide.lab)
        return tell('This slide has no lab. Slides that have one say so at their foot.');
      toSlide(
        { slide: slide.id, step: slide.id === at.slide ? at.step : 1 },
        slideLabPlace(slide.lab),
      );
    },
    [toSlide, tell, at.slide, at.step],
  );
  const toggleLab = () => (lab ? toSlide(at, null) : openLab(current));
  const act = usePresenterCommands({
    tools,
    toggleLab,
    onJump,
    onOverview: () => setGrid(true),
    move: (move) => toSlide(moved(slides, at, move), full ? null : lab),
  });
  useLectureKeys({ layout: 'presenter', busy: busy || grid, act });

  // Its own place in the lab changes with every move of a slider: the slides need not hear of it.
  const latest = useRef({ beside: lab, openLab });
  useEffect(() => {
    latest.current = { beside: full ? null : lab, openLab };
  });
  const goTo = useCallback(
    (id: string) => toSlide({ slide: id, step: 1 }, latest.current.beside),
    [toSlide],
  );
  const openItsLab = useCallback((slide: PlacedSlide) => latest.current.openLab(slide), []);
  const deck = useMemo<DeckState>(
    () => ({
      lecture,
      slides,
      current,
      step: at.step,
      overview: false,
      openLab: openItsLab,
      goTo,
    }),
    [lecture, slides, current, at.step, openItsLab, goTo],
  );
  const onFull = () =>
    tell('This slide holds no more ink. Take some back with Undo, or clear the slide.');
  const live = (
    <SlideBox
      live
      over={
        <>
          <SlideOverlay slide={current.id} tools={tools} onFull={onFull} />
          <BlankScreen within />
        </>
      }
    >
      <StaticSlide deck={deck} content={content} slide={current} as="picture" live />
    </SlideBox>
  );
  const nextBox = <NextSlide deck={deck} content={content} next={ends ? null : next} here={at} />;
  const place = `${current.number} of ${slides.length}${current.steps > 1 ? `, step ${at.step} of ${current.steps}` : ''}`;

  return (
    <div className={`${styles.presenter} grows`}>
      <PaceBar slides={slides} slide={current} step={at.step} />
      <div className={styles.body} data-lab={lab !== null || undefined}>
        <main className={styles.left} aria-label="On screen">
          <h1 className="said">Presenter</h1>
          {lab ? (
            <FigureTools value={{ tools, alone: full }}>
              <PresenterLab
                Frame={LabFrame}
                place={lab}
                full={full}
                audiences={audiences}
                story={side === 'story' ? story : null}
                onPlace={(to) => (full ? go({ room: 'labs', lab: to }) : toSlide(at, to))}
                onClose={() => toSlide(at, null)}
                onFull={(now) => (now ? go({ room: 'labs', lab }) : toSlide(at, lab))}
              />
            </FigureTools>
          ) : (
            <>
              <div className={styles.label}>
                <h2>On screen</h2>
                {tools.drawing ? (
                  <PenBar slide={current.id} lab={null} tools={tools} />
                ) : (
                  <span>{place}</span>
                )}
              </div>
              <div className={styles.live}>{live}</div>
              <div className={styles.halves}>
                {nextBox}
                <LabCard slide={current} slides={slides} onOpen={() => openLab(current)} />
              </div>
            </>
          )}
        </main>
        <section className={styles.right} aria-label="Notes">
          {lab && (
            <div className={styles.minis}>
              <div className={styles.half}>
                <div className={styles.label}>
                  <h2>{full ? 'Behind the lab' : 'Slide'}</h2>
                  <span>{place}</span>
                </div>
                {live}
              </div>
              {nextBox}
            </div>
          )}
          {lab && (
            <div className={styles.tabs}>
              <Segmented
                label="Beside the lab"
                value={side}
                options={[
                  { value: 'notes', label: 'Notes' },
                  { value: 'story', label: 'Lab’s story' },
                ]}
                onChange={setSide}
              />
              {tools.drawing && <PenBar slide={current.id} lab={lab.id} tools={tools} />}
            </div>
          )}
          {lab && side === 'story' ? (
            <div className={styles.story} ref={setStory} />
          ) : (
            <NotesPane deck={deck} content={content} />
          )}
          {current.poll && !lab && (
            <div className={styles.poll}>
              <PollControls poll={current.poll} />
            </div>
          )}
          {roomPane}
          <OnThisSlide slides={slides} slide={current} />
        </section>
      </div>
      <SlideGrid
        open={grid}
        deck={deck}
        content={content}
        onClose={() => setGrid(false)}
        onGo={goTo}
      />
      <Foot
        tools={tools}
        audiences={audiences}
        onJump={onJump}
        onClasses={onClasses}
        onRoom={onRoom}
      />
    </div>
  );
}

/** What the next press shows. `next` is null on the last step of all. */
export function NextSlide({
  deck,
  content,
  next,
  here,
  titled = false,
}: {
  deck: DeckState;
  content: readonly ComponentType[];
  next: DeckPlace | null;
  here: DeckPlace;
  titled?: boolean;
}) {
  const slide = next && deck.slides.find((one) => one.id === next.slide);
  const step = next?.step ?? 1;
  const state = useMemo(
    () => (slide ? { ...deck, current: slide, step } : deck),
    [deck, slide, step],
  );
  return (
    <section className={styles.half} aria-labelledby="next-slide">
      <div className={styles.label}>
        <h2 id="next-slide">Next</h2>
        <span>{slide ? nextWords(slide, next.step, here) : ''}</span>
      </div>
      {slide ? (
        <div className={styles.next} data-titled={titled || undefined}>
          <SlideBox inert>
            <StaticSlide deck={state} content={content} slide={slide} as="picture" />
          </SlideBox>
          <p className={titled ? undefined : 'said'}>{slide.title}</p>
        </div>
      ) : (
        <p className={styles.end}>The lecture ends here.</p>
      )}
    </section>
  );
}

function nextWords(slide: PlacedSlide, step: number, here: DeckPlace): string {
  if (slide.id === here.slide) return `step ${step}`;
  return slide.steps > 1 ? `${slide.steps} steps` : `slide ${slide.number}`;
}
