import { useEffect, useRef, useState } from 'react';
import { keyOwner } from '../../model/lecture/keys.ts';
import type { PenColour } from './ink.ts';

/** Longer than this is holding a key, not pressing it, in ms. */
const holdMs = 400;

export interface SlideTools {
  drawing: boolean;
  setDrawing: (on: boolean) => void;
  colour: PenColour;
  setColour: (colour: PenColour) => void;
  pointing: boolean;
  /** Turns the pointer on or off, as its key does: held down, it is on until the key is let go. */
  togglePointer: (byKey: boolean) => void;
}

/** The pen and the pointer of one window. What they leave on the slide is shared; which one is in the hand is not. */
export function useSlideTools(): SlideTools {
  const [drawing, setDrawing] = useState(false);
  const [colour, setColour] = useState<PenColour>('orange');
  const [pointing, setPointing] = useState(false);
  const pressedAt = useRef<number | null>(null);

  useEffect(() => {
    const released = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'p' || keyOwner(event.target) === 'text') return;
      if (pressedAt.current !== null && performance.now() - pressedAt.current > holdMs)
        setPointing(false);
      pressedAt.current = null;
    };
    // A key that is let go in another window is never heard of here.
    const left = () => void (pressedAt.current = null);
    addEventListener('keyup', released);
    addEventListener('blur', left);
    return () => {
      removeEventListener('keyup', released);
      removeEventListener('blur', left);
    };
  }, []);

  return {
    drawing,
    setDrawing,
    colour,
    setColour,
    pointing,
    togglePointer: (byKey) => {
      // A key that is held down says itself again and again.
      if (byKey && pressedAt.current !== null) return;
      if (byKey) pressedAt.current = performance.now();
      setPointing((on) => !on);
    },
  };
}
