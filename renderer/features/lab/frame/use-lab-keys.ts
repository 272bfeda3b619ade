import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useHostState } from '../../../host/use-host.ts';
import { staysInLab } from '../../../model/runs/run-words.ts';
import { keyOwner } from '../../../model/lecture/key-owner.ts';
import { latinKey } from '../../../model/lecture/latin-key.ts';
import type { LabState } from '../run/use-lab.ts';

const typed =
  'input:not([type="range"]):not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"], [data-keys="text"]';
const inText = (target: EventTarget | null) =>
  target instanceof Element && target.closest(typed) !== null;

/** The lab's keys: R or Ctrl+Enter runs, X or Ctrl+. stops, [ and ] turn the story's pages, Ctrl+Z takes back a slip. */
export function useLabKeys(lab: LabState): void {
  const letters = useHostState((state) => state.settings.letterKeys);
  const latest = useRef(lab);
  useEffect(() => {
    latest.current = lab;
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || document.querySelector('[role="dialog"]'))
        return;
      const now = latest.current;
      const command = event.ctrlKey || event.metaKey;
      const typed = inText(event.target) || event.altKey || (!command && !letters);
      const act = commandOf(latinKey(event), command, typed, now);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [letters]);
}

function commandOf(
  key: string,
  command: boolean,
  text: boolean,
  lab: LabState,
): (() => void) | null {
  if (command) {
    if (key === 'enter') return lab.start;
    if (key === '.') return lab.stop;
    if (key === 'z' && !text) return lab.control.undo;
    return null;
  }
  if (text) return null;
  const { previous, next } = lab.neighbours;
  if (key === 'r') return lab.start;
  if (key === 'x') return lab.stop;
  if (key === '[' && previous) return () => lab.goTo(previous);
  if (key === ']' && next) return lab.goOn;
  return null;
}

/**
 * Put on a lab's outermost element: keys that mean something here do not turn the slide behind it.
 * While nothing there has a use for them, because only a heading or the room has the focus, they go on.
 */
export function keepKeys(event: KeyboardEvent): void {
  if (keyOwner(event.target) === 'nothing') return;
  if (staysInLab(event, inText(event.target))) event.stopPropagation();
}
