import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { BigScreen } from '../features/room/big-screen.tsx';
import { openPresenter, sharedPanel } from '../features/present/open-presenter.ts';
import { isLecturePlace } from '../features/present/place.ts';
import { NewClassOffer } from '../features/start/new-class-offer.tsx';
import { ReadOffer } from '../features/start/read-offer.tsx';
import { useFirstStart } from '../features/start/use-first-start.ts';
import { TourOffer } from '../features/tour/tour-offer.tsx';
import { GlossaryLinks } from '../glossary/term-scope.tsx';
import type { Use } from '../../main/contract/learner.ts';
import { useHost, useHostState } from '../host/use-host.ts';
import type { AddressStore } from '../model/address/address-store.ts';
import type { Address } from '../model/address/address.ts';
import { isTyping } from '../model/lecture/key-owner.ts';
import { latinKey } from '../model/lecture/latin-key.ts';
import { BlankScreen } from '../shared/slide-tools/blank-screen.tsx';
import { LectureProvider } from '../shared/window/lecture-context.ts';
import { ShellProvider, type DialogName, type Shell } from '../shared/window/shell.ts';
import { useTour } from '../shared/window/use-tour.ts';
import { useUse } from '../shared/window/use-use.ts';
import { Banners } from './banners.tsx';
import { keyWords } from './key-words.ts';
import { LabRoom } from './lab-room.tsx';
import { LateDialogs } from './late-dialogs.tsx';
import { FolderProblems } from './folder/folder-problems.tsx';
import { useShownLecture } from './lecture.ts';
import { SlidesRoom } from './slides-room.tsx';
import { useForgottenRun } from './use-forgotten-run.ts';
import { useJudgeAnew } from './use-judge-anew.ts';
import { useResume } from './use-resume.ts';
import { usePrint } from './use-print.ts';
import { useStartKey } from './stage/use-start-key.ts';
import { useWakeLock } from './stage/use-wake-lock.ts';
import { whoGives } from './stage/who-gives.ts';
import { useRoomFocus } from './use-room-focus.ts';
import styles from './app.module.css';

const FirstStart = lazy(() =>
  import('../features/start/first-start.tsx').then((module) => ({ default: module.FirstStart })),
);
const ExercisesRoom = lazy(() =>
  import('../features/exercises/exercises-room.tsx').then((module) => ({
    default: module.ExercisesRoom,
  })),
);
const NotebookRoom = lazy(() =>
  import('../features/notebook/notebook-room.tsx').then((module) => ({
    default: module.NotebookRoom,
  })),
);
const ReportRoom = lazy(() =>
  import('../features/report/report-room.tsx').then((module) => ({ default: module.ReportRoom })),
);
const PresentRoom = lazy(() =>
  import('./present-room.tsx').then((module) => ({ default: module.PresentRoom })),
);
const ReadingRoom = lazy(() =>
  import('../features/reading/reading-room.tsx').then((module) => ({
    default: module.ReadingRoom,
  })),
);
const GlossaryRoom = lazy(() =>
  import('../features/reading/glossary-room.tsx').then((module) => ({
    default: module.GlossaryRoom,
  })),
);
const TourStrip = lazy(() =>
  import('../features/tour/tour-strip.tsx').then((module) => ({ default: module.TourStrip })),
);

interface AppProps {
  /** This window's address. */
  addresses: AddressStore;
  /** Where the lecture is: what the presenter's window goes by. */
  lecturePlace: AddressStore;
  /** Whether a presenter's window is open. */
  presenting: () => boolean;
}

/** The window: one of its rooms, by the address, with what may stand over it. */
export function App({ addresses: own, lecturePlace, presenting }: AppProps) {
  const host = useHost();
  const openLecture = useShownLecture();
  const { lecture, slides } = openLecture;
  /** The slide that the tour goes to: it has a lab. */
  const tourSlide = slides.find((slide) => slide.id === lecture.tour?.slide && slide.lab);
  const room = useStore(own, (state) => state.address.room);
  const addresses = room === 'present' ? lecturePlace : own;
  const address = useStore(addresses, (state) => state.address);
  const addressMessage = useStore(addresses, (state) => state.message);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [told, setTold] = useState<{ message: string; at: typeof address } | null>(null);
  const { first, answered } = useFirstStart();
  const atBeginning =
    room === 'slides' &&
    address.room === 'slides' &&
    address.slide === slides[0]?.id &&
    address.lab === null;
  const waiting = useResume(own, address, first && atBeginning);
  /** The first start's question stands over the first slide. */
  const asking = first && atBeginning && !waiting;
  const { use, setUse } = useUse();
  const tour = useTour();
  useForgottenRun(own);
  useJudgeAnew();
  const { gives, shows } = useMemo(() => whoGives(host, own, presenting), [host, own, presenting]);
  useWakeLock(shows);
  useStartKey(gives);
  // Numbers are words by the time they are on screen, some of them remembered: another language of
  // numbers draws the room anew.
  const numbers = useHostState((state) => state.settings.numbers);
  const letters = useHostState((state) => state.settings.letterKeys);
  const epoch = useHostState((state) => state.epoch);
  useRoomFocus([placeWords(room === 'present' ? { room } : address), numbers, epoch].join(' '));

  const tell = useCallback(
    (message: string) => setTold({ message, at: addresses.getState().address }),
    [addresses],
  );
  const present = useCallback(() => {
    if (room === 'present' || openPresenter()) return setDialog(null);
    // In Electron the window that is open comes to the front and no other is given.
    if (presenting()) return tell('The presenter window is already open.');
    setDialog('blocked');
  }, [room, presenting, tell]);
  const print = usePrint(own);
  const shell = useMemo<Shell>(
    () => ({
      addresses,
      open: setDialog,
      tell,
      present,
      presenting: room === 'present' ? always : presenting,
      print,
    }),
    [addresses, tell, present, room, presenting, print],
  );
  // A message belongs to the place it was made at: the next move ends it.
  const message = told?.at === address ? told.message : null;

  const openGlossary = useCallback(
    (term: string) => addresses.go({ room: 'glossary', term }),
    [addresses],
  );
  const begin = (chosen: Use) => {
    answered();
    setUse(chosen);
    if (chosen === 'alone' && tourSlide) {
      tour.beginAt('lab');
      addresses.go({ room: 'slides', slide: tourSlide.id, step: tourSlide.steps, lab: null });
    }
    if (chosen === 'present') tell(keyWords(letters).presenting);
  };

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const find =
        latinKey(event) === 'k' &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey;
      const help = letters && event.key === '?' && !isTyping(event.target);
      if (!find && !help) return;
      event.preventDefault();
      if (event.repeat) return;
      setDialog((open) => {
        if (!find) return open ?? 'help';
        return open === 'find' ? null : 'find';
      });
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [letters]);

  return (
    <LectureProvider value={openLecture}>
      <ShellProvider value={shell}>
        <Banners
          message={addressMessage ?? message}
          offersClass={use !== 'alone' && (room === 'present' || isLecturePlace(address))}
          onDismiss={() => (addressMessage === null ? setTold(null) : addresses.dismiss())}
        />
        {room !== 'present' && tourSlide && (
          <Suspense fallback={null}>
            <TourStrip
              slides={slides}
              tourSlide={tourSlide}
              question={lecture.tour!.question}
              address={address}
              go={addresses.go}
            />
          </Suspense>
        )}
        <GlossaryLinks value={openGlossary}>
          <div className={styles.room} key={`${numbers} ${epoch}`} inert={asking}>
            {/* A boundary for each room: within one, the room that is left would only be hidden while
              the next one loads, its keys and timers alive. */}
            <Suspense
              key={room === 'present' ? room : address.room}
              fallback={<p className={styles.waiting}>Opening…</p>}
            >
              {waiting ? (
                <p className={styles.waiting}>Opening where you left off…</p>
              ) : (
                <CurrentRoom room={room} address={address} busy={dialog !== null || asking} />
              )}
            </Suspense>
            {tourSlide && (
              <TourOffer
                shown={!waiting && !asking && atBeginning && (use === undefined || use === 'look')}
              />
            )}
            {!waiting && !asking && atBeginning && use === 'alone' && (
              <ReadOffer onRead={() => addresses.go({ room: 'read', slide: null, print: null })} />
            )}
            {!waiting && !asking && atBeginning && use === 'present' && (
              <NewClassOffer onNew={() => setDialog('classes')} />
            )}
          </div>
        </GlossaryLinks>
        {asking && (
          <Suspense fallback={null}>
            <FirstStart onUse={begin} />
          </Suspense>
        )}
        {room !== 'present' && isLecturePlace(address) && (
          <>
            <BigScreen />
            <BlankScreen />
          </>
        )}
        {address.room === 'slides' && <FolderProblems slide={address.slide} />}
        <LateDialogs
          dialog={dialog}
          onClose={() => setDialog(null)}
          onPresent={present}
          onPanel={() => {
            host.share(sharedPanel.key, true, sharedPanel.keep);
            setDialog(null);
          }}
        />
      </ShellProvider>
    </LectureProvider>
  );
}

/** The presenter's window is there as long as it is. */
const always = () => true;

interface CurrentRoomProps {
  /** This window's room. */
  room: Address['room'];
  /** What is on screen; in the presenter's window, where the lecture is. */
  address: Address;
  /** Whether a dialog stands over the room. */
  busy: boolean;
}

function CurrentRoom({ room, address, busy }: CurrentRoomProps) {
  if (room === 'present') return <PresentRoom address={address} busy={busy} />;
  switch (address.room) {
    case 'slides':
      return <SlidesRoom address={address} busy={busy} />;
    case 'labs':
      return <LabRoom place={address.lab} busy={busy} />;
    case 'read':
      return <ReadingRoom address={address} />;
    case 'notebook':
      return <NotebookRoom run={address.run} />;
    case 'report':
      return <ReportRoom address={address} />;
    case 'glossary':
      return <GlossaryRoom term={address.term} />;
    case 'exercises':
      return <ExercisesRoom />;
    case 'present':
      return null;
  }
}

/**
 * The screen that an address leads to: its room, the lab in it, the layout for paper. Slide, step
 * and run are places on that screen.
 */
const placeWords = (address: Address | { room: 'present' }) =>
  [address.room, 'lab' in address && address.lab?.id, 'print' in address && address.print]
    .filter(Boolean)
    .join(' ');
