import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { RevealApi } from 'reveal.js';
import { DeckBar } from '../features/deck/deck-bar.tsx';
import { runDeckCommand } from '../features/deck/deck-commands.ts';
import { DeckTools } from '../features/deck/deck-tools.tsx';
import { Deck } from '../features/deck/deck.tsx';
import { LabBeside } from '../features/lab/frame/lab-beside.tsx';
import { sharedPanel } from '../features/present/open-presenter.ts';
import { useHostState } from '../host/use-host.ts';
import { useShared } from '../host/use-shared.ts';
import { useKeepEscape } from '../kit/use-keep-escape.ts';
import type { Address } from '../model/address/address.ts';
import { slideLabPlace } from '../model/address/lab-place.ts';
import { slideTitle } from '../model/lecture/byline.ts';
import type { PlacedSlide } from '../model/lecture/lecture.ts';
import { nextBlank, sharedBlank } from '../shared/slide-tools/blank.ts';
import { PenBar } from '../shared/slide-tools/pen-bar.tsx';
import { FigureTools } from '../shared/slide-tools/figure-overlay.tsx';
import { useLectureKeys } from '../shared/slide-tools/use-lecture-keys.ts';
import { SlideOverlay } from '../shared/slide-tools/slide-overlay.tsx';
import { useSlideTools } from '../shared/slide-tools/use-slide-tools.ts';
import { useAlone } from '../shared/window/use-use.ts';
import { useShell } from '../shared/window/shell.ts';
import { keyWords } from './key-words.ts';
import { useShownLecture } from './lecture.ts';
import styles from './slides-room.module.css';

const SidePanel = lazy(() =>
  import('../features/present/side-panel.tsx').then((module) => ({ default: module.SidePanel })),
);

type SlidesAddress = Extract<Address, { room: 'slides' }>;

/** The lecture, with or without a lab beside it. */
export function SlidesRoom({ address, busy }: { address: SlidesAddress; busy: boolean }) {
  const shell = useShell();
  const { content, fetchParts, lecture, slides } = useShownLecture();
  const deck = useRef<RevealApi | null>(null);
  const [overview, setOverview] = useState(false);
  const tools = useSlideTools();
  useKeepEscape(overview);
  const alone = useAlone();
  const letters = useHostState((state) => state.settings.letterKeys);
  const [blank, setBlank] = useShared(sharedBlank);
  const [panel, setPanel] = useShared(sharedPanel);
  // A lab's figure needs the room; the notes are back when it closes.
  const togglePanel = () =>
    address.lab ? shell.tell(keyWords(letters).noRoomForNotes) : setPanel(!panel);
  // For one moment after a slide was taken out of the folder the address still names it.
  const current = slides.find((slide) => slide.id === address.slide) ?? slides[0]!;

  const beside = address.lab;

  const go = (next: Partial<SlidesAddress>, how?: 'push' | 'replace') =>
    shell.addresses.go({ ...address, ...next }, how);
  const openLab = (slide: PlacedSlide) => {
    if (!slide.lab)
      return shell.tell('This slide has no lab. Slides that have one say so at their foot.');
    // Alone, a lab goes on where it was left; it offers the slide's own part itself.
    go({ lab: slideLabPlace(slide.lab, alone ? null : slide.lab.step) });
  };
  const toggleLab = () => (address.lab ? go({ lab: null }) : openLab(current));

  useEffect(() => {
    document.title = slideTitle(lecture, current.title);
    void fetchParts(current);
  }, [lecture, current, fetchParts]);

  useLectureKeys({
    layout: beside ? 'beside' : 'deck',
    busy,
    act: (command) =>
      deck.current !== null &&
      runDeckCommand(command, deck.current, {
        toggleLab,
        togglePanel,
        tools,
        jump: () => shell.open('jump'),
        present: shell.present,
        blank: (colour) => setBlank(nextBlank(blank, colour)),
      }),
  });
  return (
    <div className={styles.room}>
      <div className={styles.screen}>
        <main className={styles.main} aria-label={beside ? 'Lecture and lab' : 'Lecture'}>
          <FigureTools value={{ tools, alone: false }}>
            <LabBeside
              deck={
                <div className={styles.slide}>
                  <Deck
                    lecture={lecture}
                    content={content}
                    slide={address.slide}
                    step={address.step}
                    deckRef={deck}
                    onPlace={(slide, step) =>
                      go({ slide, step }, slide === address.slide ? 'replace' : 'push')
                    }
                    onOverview={setOverview}
                    openLab={openLab}
                  />
                  {!overview && (
                    <SlideOverlay
                      slide={current.id}
                      tools={tools}
                      onFull={() =>
                        shell.tell(
                          'This slide holds no more ink. Take some back with Undo, or clear the slide.',
                        )
                      }
                    />
                  )}
                  {!overview && tools.drawing && (
                    <div className={styles.pen}>
                      <PenBar slide={current.id} lab={beside?.id ?? null} tools={tools} />
                    </div>
                  )}
                </div>
              }
              place={beside}
              slideStep={alone && beside && current.lab?.id === beside.id ? current.lab.step : null}
              onPlace={(lab) => go({ lab }, 'replace')}
              onClose={() => go({ lab: null })}
              onFull={() => shell.addresses.go({ room: 'labs', lab: beside! })}
              leading={
                <DeckBar
                  slide={current}
                  count={slides.length}
                  onPrevious={() => deck.current?.prev()}
                  onNext={() => deck.current?.next()}
                />
              }
            />
          </FigureTools>
        </main>
        {!beside && (
          <DeckTools
            slide={current}
            count={slides.length}
            overview={overview}
            deck={deck}
            tools={tools}
            panel={panel}
            onPanel={togglePanel}
          />
        )}
      </div>
      {panel && !beside && (
        <Suspense>
          <SidePanel
            lecture={lecture}
            slides={slides}
            content={content}
            at={{ slide: address.slide, step: address.step }}
            onClose={() => setPanel(null)}
            onWindow={shell.present}
          />
        </Suspense>
      )}
    </div>
  );
}
