import { useCallback, useEffect, useState } from 'react';
import { waitingSteps, type Passages } from '../../queueing/passages.ts';

const frameMs = 80;
/** A whole stretch plays for so long, however fast its replicas are. */
const playMs = 24_000;

/**
 * Whether the reader, or the system, wants nothing to move: the app says it on an element around every figure. `look` is the ref of the
 * figure's own.
 */
export function useStill(): { still: boolean; look: (element: HTMLElement | null) => void } {
  const [still, setStill] = useState(false);
  const look = useCallback((element: HTMLElement | null) => {
    if (element) setStill(element.closest('[data-motion="reduced"]') !== null);
  }, []);
  return { still, look };
}

interface FilmState {
  /** The moment on screen, in the stretch's own time. */
  at: number;
  playing: boolean;
  /** Plays from here, or from the beginning where nothing has moved yet or the end is reached; again: pauses. */
  toggle: () => void;
  goTo: (at: number) => void;
  /** To the next moment at which the line changes. */
  next: () => void;
}

/** Where a stretch of requests is looked at. Until something is pressed it stands where most wait, so that it is a picture too. */
export function useFilm(film: Passages): FilmState {
  const [chosen, setChosen] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const { from, until } = film;
  const at = chosen ?? fullest(film);
  useEffect(() => {
    if (!playing) return;
    const step = ((until - from) * frameMs) / playMs;
    const timer = setInterval(
      () => setChosen((old) => Math.min(until, (old ?? from) + step)),
      frameMs,
    );
    return () => clearInterval(timer);
  }, [playing, from, until]);
  // At its end it stops by itself: nothing loops.
  if (playing && at >= until) setPlaying(false);
  const goTo = (moment: number) => {
    setPlaying(false);
    setChosen(moment);
  };
  return {
    at,
    playing,
    goTo,
    toggle: () => {
      if (!playing && (chosen === null || chosen >= until)) setChosen(from);
      setPlaying(!playing);
    },
    next: () => goTo(waitingSteps(film).find(([moment]) => moment > at)?.[0] ?? from),
  };
}

/** The first moment at which as many wait as ever. */
function fullest(film: Passages): number {
  const steps = waitingSteps(film);
  const most = Math.max(...steps.map(([, many]) => many));
  return steps.find(([, many]) => many === most)![0];
}
