import { lazy, useCallback } from 'react';
import { isLecturePlace, type LecturePlace } from '../features/present/place.ts';
import { Presenter } from '../features/present/presenter.tsx';
import { RoomPane } from '../features/room/room-pane.tsx';
import { firstSlide, type Address } from '../model/address/address.ts';
import { useShell } from '../shared/window/shell.ts';
import { useLabSlide } from './lab-slide.ts';
import { known, useShownLecture } from './lecture.ts';

const LabFrame = lazy(() =>
  import('../features/lab/frame/beside-frame.tsx').then((module) => ({
    default: module.BesideFrame,
  })),
);

/** The presenter's window: the lecture's place, and what goes with it. */
export function PresentRoom({ address, busy }: { address: Address; busy: boolean }) {
  const shell = useShell();
  const { content, lecture, slides } = useShownLecture();
  const place = isLecturePlace(address) ? address : (firstSlide(known) as LecturePlace);
  const opened = useLabSlide(place.room === 'labs' ? place.lab.id : '');
  const go = useCallback((next: LecturePlace) => shell.addresses.go(next), [shell]);
  const classes = useCallback(() => shell.open('classes'), [shell]);
  const room = useCallback(() => shell.open('room'), [shell]);
  const jump = useCallback(() => shell.open('jump'), [shell]);
  return (
    <Presenter
      lecture={lecture}
      slides={slides}
      content={content}
      busy={busy}
      go={go}
      onJump={jump}
      onClasses={classes}
      onRoom={room}
      roomPane={<RoomPane onRoom={room} />}
      tell={shell.tell}
      at={place.room === 'slides' ? { slide: place.slide, step: place.step } : opened}
      lab={place.lab}
      LabFrame={LabFrame}
      full={place.room === 'labs'}
    />
  );
}
