import { useCallback, useEffect, useRef, useSyncExternalStore, type RefObject } from 'react';
import { useShared } from '../../../../renderer/host/use-shared.ts';
import {
  clockWords,
  isPaused,
  isRunning,
  leftAt,
  saidOnTheWay,
  sharedCountdown,
  type Countdown,
} from './countdown.ts';

export interface CountdownState {
  countdown: Countdown;
  change: (next: Countdown) => void;
  /** "7:05" */
  words: string;
  running: boolean;
  /** It was started, and waits with time left. */
  paused: boolean;
  /** It ran to its end. */
  over: boolean;
}

/** The room's countdown as it is now, in every window alike. */
export function useCountdown(): CountdownState {
  const [countdown, change] = useShared(sharedCountdown);
  const ticking = countdown.endsAt !== null;
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = ticking ? setInterval(tick, 200) : undefined;
      // A computer that wakes up, or a window that comes back, must not wait for the next tick.
      document.addEventListener('visibilitychange', tick);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', tick);
      };
    },
    [ticking],
  );
  const readWords = () => clockWords(leftAt(countdown, Date.now()));
  const readRunning = () => isRunning(countdown, Date.now());
  // Given twice: the slide is also drawn without a browser, for the search to read it.
  const words = useSyncExternalStore(subscribe, readWords, readWords);
  const running = useSyncExternalStore(subscribe, readRunning, readRunning);
  const isOver = ticking && !running;
  return { countdown, change, words, running, paused: isPaused(countdown), over: isOver };
}

/**
 * Calls `onMark` with what is worth saying as time passes; not for what passed before the window
 * was there.
 */
export function useMarks(
  { countdown, words }: CountdownState,
  onMark: (said: string, lateMs: number) => void,
): void {
  const before = useRef<number | null>(null);
  const tell = useRef(onMark);
  useEffect(() => {
    tell.current = onMark;
  });
  useEffect(() => {
    const now = Date.now();
    const left = leftAt(countdown, now);
    const said =
      before.current === null || countdown.endsAt === null
        ? null
        : saidOnTheWay(before.current, left);
    before.current = left;
    if (said) tell.current(said, left > 0 ? 0 : now - countdown.endsAt!);
  }, [countdown, words]);
}

/**
 * A live region that says the marks. Written straight into the page: nothing else depends on it.
 */
export function useSpokenMarks(state: CountdownState): RefObject<HTMLParagraphElement | null> {
  const region = useRef<HTMLParagraphElement>(null);
  useMarks(state, (said) => {
    if (region.current) region.current.textContent = said;
  });
  return region;
}
