import { useEffect, useRef, useState } from 'react';
import { useKeepEscape } from '../../kit/use-keep-escape.ts';
import { isTyping } from '../../model/lecture/key-owner.ts';
import { latinKey } from '../../model/lecture/latin-key.ts';
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
  /** What was drawn on last, a slide or a lab's figure: undo and clear mean its ink. */
  surface: string | null;
  setSurface: (surface: string) => void;
}

/** The pen and the pointer of one window. What they leave on the slide is shared; which one is in the hand is not. */
export function useSlideTools(): SlideTools {
  const [drawing, setDrawing] = useState(false);
  const [colour, setColour] = useState<PenColour>('orange');
  const [pointing, setPointing] = useState(false);
  const [surface, setSurface] = useState<string | null>(null);
  const pressedAt = useRef<number | null>(null);
  useKeepEscape(drawing || pointing);

  useEffect(() => {
    const released = (event: KeyboardEvent) => {
      if (latinKey(event) !== 'p' || isTyping(event.target)) return;
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
    surface,
    setSurface,
    togglePointer: (byKey) => {
      // A key that is held down says itself again and again.
      if (byKey && pressedAt.current !== null) return;
      if (byKey) pressedAt.current = performance.now();
      setPointing((on) => !on);
    },
  };
}

/** Escape: puts the pen down, else the pointer. False where neither is in the hand. */
export function leavesTool(tools: SlideTools): boolean {
  if (tools.drawing) tools.setDrawing(false);
  else if (tools.pointing) tools.togglePointer(false);
  else return false;
  return true;
}
