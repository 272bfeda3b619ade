import { useState, type ReactNode } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { Button } from '../../kit/button.tsx';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { sharedSlideMinutes, undone, withSeconds } from '../../model/lecture/slide-minutes.ts';
import { clockWords, elapsedMs, sharedClock } from './time/clock.ts';
import { MinutesDialog } from './time/minutes-dialog.tsx';
import { rehearsedWords } from './time/rehearsed.ts';
import { SlideTime } from './time/slide-time.tsx';
import { useNow } from './time/use-now.ts';
import { usePlan, useRehearsed } from './time/use-plan.ts';
import styles from './notes-pane.module.css';

interface OnThisSlideProps {
  slides: readonly PlacedSlide[];
  slide: PlacedSlide;
}

/** How long this slide has been on, of the time it has in the plan, which can be changed here; how long it took before. */
export function OnThisSlide({ slides, slide }: OnThisSlideProps) {
  const plan = usePlan(slides);
  const rehearsed = useRehearsed();
  const [minutes, setMinutes] = useShared(sharedSlideMinutes);
  const [listed, setListed] = useState(false);
  const planned = plan.slides.find((one) => one.id === slide.id);
  const long = planned ? planned.endMs - planned.startMs : 0;
  const changed = minutes.before !== null && minutes.before[slide.id] !== minutes.own[slide.id];
  return (
    <section className={styles.slideTime} aria-label="Time of this slide">
      <Spent slide={slide} long={long}>
        <SlideTime
          key={slide.id}
          ms={long}
          onChange={(seconds) => setMinutes(withSeconds(minutes, { [slide.id]: seconds }))}
        />
      </Spent>
      <div className={styles.rehearsed}>
        <span>{rehearsedWords(rehearsed.get(slide.id))}</span>
        {changed && (
          <Button variant="quiet" icon="replay" onClick={() => setMinutes(undone(minutes))}>
            Undo
          </Button>
        )}
        <Button variant="quiet" icon="clock" onClick={() => setListed(true)}>
          Minutes …
        </Button>
      </div>
      <MinutesDialog
        open={listed}
        onClose={() => setListed(false)}
        slides={slides}
        plan={plan}
        rehearsed={rehearsed}
      />
    </section>
  );
}

interface SpentProps {
  slide: PlacedSlide;
  /** In ms. */
  long: number;
  children: ReactNode;
}

/** Draws itself anew four times a second. */
function Spent({ slide, long, children }: SpentProps) {
  const now = useNow();
  const [clock] = useShared(sharedClock);
  const spent =
    clock.arrived?.slide === slide.id ? Math.max(0, elapsedMs(clock, now) - clock.arrived.atMs) : 0;
  return (
    <div className={styles.time} data-over={spent > long || undefined}>
      <span>On this slide</span>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${long > 0 ? Math.min(100, (spent / long) * 100) : 0}%` }} />
      </span>
      <span>
        <b className="num">{clockWords(spent)}</b> of {children}
      </span>
    </div>
  );
}
