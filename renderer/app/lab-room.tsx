import { lazy, useEffect } from 'react';
import { usePresenterCommands } from '../features/present/use-presenter-commands.ts';
import type { LabPlace } from '../model/address/lab-place.ts';
import { findLab } from '../model/lab/registry.ts';
import { moved } from '../model/lecture/moves.ts';
import { FigureTools } from '../shared/slide-tools/figure-overlay.tsx';
import { PenBar } from '../shared/slide-tools/pen-bar.tsx';
import { useLectureKeys } from '../shared/slide-tools/use-lecture-keys.ts';
import { useSlideTools } from '../shared/slide-tools/use-slide-tools.ts';
import { useShell } from '../shared/window/shell.ts';
import { useLabSlide } from './lab-slide.ts';
import { useShownLecture } from './lecture.ts';
import styles from './slides-room.module.css';

const LabScreen = lazy(() =>
  import('../features/lab/frame/lab-screen.tsx').then((module) => ({ default: module.LabScreen })),
);

/** A lab over the whole window. "Back" leads to the slide one came from: the learner's place. */
export function LabRoom({ place, busy }: { place: LabPlace; busy: boolean }) {
  const shell = useShell();
  const { slides } = useShownLecture();
  const tools = useSlideTools();
  const from = useLabSlide(place.id);
  const own = slides.find((slide) => slide.id === from.slide)!;
  const title = findLab(place.id)?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Lectern`;
  }, [title]);
  const toSlide = (to: typeof from, lab: LabPlace | null) =>
    shell.addresses.go({ room: 'slides', ...to, lab });
  const act = usePresenterCommands({
    tools,
    toggleLab: () => toSlide(from, null),
    onJump: () => shell.open('jump'),
    onOverview: () => shell.open('jump'),
    move: (move) => toSlide(moved(slides, from, move), null),
  });
  useLectureKeys({
    layout: 'lab',
    busy,
    act: (command) => {
      if (command === 'presenter') shell.present();
      return command === 'presenter' || act(command);
    },
  });
  return (
    <FigureTools value={{ tools, alone: true }}>
      <LabScreen
        place={place}
        slideNumber={own.number}
        onPlace={(lab) => shell.addresses.go({ room: 'labs', lab }, 'replace')}
        onBack={() => toSlide(from, null)}
        onBeside={() => toSlide(from, place)}
      />
      {tools.drawing && (
        <div className={styles.penOverLab}>
          <PenBar slide={own.id} lab={place.id} tools={tools} />
        </div>
      )}
    </FigureTools>
  );
}
