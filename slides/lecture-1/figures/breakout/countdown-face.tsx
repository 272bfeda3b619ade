import type { ReactNode } from 'react';
import { useDeck, useDrawing, useSlide } from '../../../../renderer/shared/slide/deck-context.ts';
import { useAlone } from '../../../../renderer/shared/window/use-use.ts';
import { ring, wakeBell } from './bell.ts';
import styles from './countdown-face.module.css';
import { paused as stopped, resetCountdown, started, withMinute } from './countdown.ts';
import { useCountdown, useMarks, useSpokenMarks, type CountdownState } from './use-countdown.ts';

/** The countdown that the whole room reads, with its buttons. */
export function CountdownFace() {
  const state = useCountdown();
  const spoken = useSpokenMarks(state);
  const { paper } = useDrawing();
  return (
    <div className={styles.face} data-over={state.over || undefined} data-own-number>
      <time className={styles.digits} aria-label={`${state.words} left`}>
        {state.words}
      </time>
      <p className={styles.word}>{paper ? 'minutes to talk in your group' : wordUnder(state)}</p>
      <CountdownButtons state={state} more={<SkipTheWait state={state} />} />
      <p className="said" role="status" ref={spoken} />
      <Bell state={state} />
    </div>
  );
}

/** What stands under the digits. */
function wordUnder({ over, running, paused }: CountdownState): string {
  if (over) return 'Time is up';
  if (paused) return 'left, paused';
  return running ? 'left' : 'not running';
}

/** For whoever is alone: nobody else needs the time. It leads on to the next slide. */
function SkipTheWait({ state: { countdown, change } }: { state: CountdownState }) {
  const alone = useAlone();
  const { slides, goTo } = useDeck();
  const { slide } = useSlide();
  const next = slides[slide.number];
  if (!alone || !next) return null;
  const skip = () => {
    change(resetCountdown(countdown));
    goTo(next.id);
  };
  return (
    <button type="button" onClick={skip}>
      Skip the wait
    </button>
  );
}

/**
 * Rings once at the end, in windows that show the deck itself; a picture of the slide is silent,
 * and so is a computer that slept through the end.
 */
function Bell({ state }: { state: CountdownState }) {
  const { as } = useDrawing();
  useMarks(state, (said, lateMs) => {
    if (as === 'deck' && state.countdown.sound && said === 'Time is up.' && lateMs < 5_000) ring();
  });
  return null;
}

/** Start or pause, a minute more, back to eight minutes, the sound. */
export function CountdownButtons({
  state,
  few = false,
  more,
}: {
  state: CountdownState;
  few?: boolean;
  /** Another button, at the end. */
  more?: ReactNode;
}) {
  const { countdown, change, running } = state;
  const toggle = () => {
    wakeBell();
    change(running ? stopped(countdown, Date.now()) : started(countdown, Date.now()));
  };
  return (
    <div className={styles.buttons} data-small data-print="hide">
      <button type="button" className={styles.main} onClick={toggle}>
        {toggleWord(state)}
      </button>
      {!few && (
        <>
          <button type="button" onClick={() => change(withMinute(countdown, Date.now()))}>
            Add a minute
          </button>
          <button type="button" onClick={() => change(resetCountdown(countdown))}>
            Reset
          </button>
          <button
            type="button"
            aria-pressed={countdown.sound}
            onClick={() => change({ ...countdown, sound: !countdown.sound })}
          >
            {countdown.sound ? 'Sound on' : 'Sound off'}
          </button>
        </>
      )}
      {more}
    </div>
  );
}

function toggleWord({ running, paused, over }: CountdownState): string {
  if (running) return 'Pause';
  if (over) return 'Start again';
  return paused ? 'Continue' : 'Start';
}

/** The countdown in the corner of another slide, from its start until it is reset. */
export function CountdownCorner() {
  const state = useCountdown();
  const spoken = useSpokenMarks(state);
  return (
    <>
      {(state.running || state.paused || state.over) && (
        <p className={styles.corner} data-over={state.over || undefined} data-own-number>
          {state.paused && <span className={styles.paused}>paused</span>}
          <time aria-label={`${state.words} left`}>{state.words}</time>
        </p>
      )}
      <p className="said" role="status" ref={spoken} />
    </>
  );
}
