import { useCallback, useEffect, useRef, useState } from 'react';
import type { Values } from '../../../../labs/view.ts';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import { overridesOf, type ResolvedPlace } from '../../../model/lab/resolve-place.ts';

/** The address follows a moving slider no more often than this: browsers refuse hundreds of changes a second. */
const settleMs = 120;
/** Changes of the same control within this time are one slip to undo. */
const sameSlipMs = 1500;

export interface ParameterControl {
  /** What the controls say now: the address, plus what has moved since it was last written. */
  parameters: Values;
  set: (name: string, value: Values[string]) => void;
  reset: () => void;
  /** Takes the last change back. Does nothing where there is none. */
  undo: () => void;
  canUndo: boolean;
  changed: boolean;
}

/** Holds the controls' values between the hand and the address. The address is the truth; this is at most `settleMs` ahead. */
export function useParameters(
  place: LabPlace,
  resolved: ResolvedPlace,
  onPlace: (place: LabPlace) => void,
): ParameterControl {
  const [draft, setDraft] = useState<Values | null>(null);
  const [past, setPast] = useState<{ parameters: Values; name: string; at: number }[]>([]);
  const latest = useRef({ place, resolved, onPlace, draft });
  useEffect(() => {
    latest.current = { place, resolved, onPlace, draft };
  });

  const flushedAt = useRef(-settleMs);
  const flush = useCallback(() => {
    flushedAt.current = performance.now();
    const now = latest.current;
    if (now.draft)
      now.onPlace({ ...now.place, parameters: overridesOf(now.resolved.base, now.draft) });
  }, []);

  // A new address, whoever wrote it, overrules what was on its way to it.
  const address = JSON.stringify([place.id, place.preset, place.parameters]);
  const [seen, setSeen] = useState(address);
  if (seen !== address) {
    setSeen(address);
    setDraft(null);
  }
  // The first movement at once, the next ones not put off by each other: another window that shows the same lab follows while the
  // hand is still on the slider.
  const ahead = draft !== null;
  useEffect(() => {
    if (!ahead) return;
    const timer = setTimeout(
      flush,
      Math.max(0, settleMs - (performance.now() - flushedAt.current)),
    );
    return () => clearTimeout(timer);
  }, [ahead, flush]);

  const parameters = draft ?? resolved.parameters;
  const write = (next: Values) => setDraft(next);
  return {
    parameters,
    set: (name, value) => {
      if (parameters[name] === value) return;
      const at = performance.now();
      setPast((old) => {
        const last = old.at(-1);
        if (last && last.name === name && at - last.at < sameSlipMs)
          return [...old.slice(0, -1), { ...last, at }];
        return [...old.slice(-49), { parameters, name, at }];
      });
      // Two in one go, such as a pair of thresholds, must not undo each other.
      setDraft((old) => ({ ...(old ?? resolved.parameters), [name]: value }));
    },
    reset: () => {
      setPast((old) => [...old.slice(-49), { parameters, name: '', at: 0 }]);
      write({ ...resolved.base });
    },
    undo: () => {
      const last = past.at(-1);
      if (!last) return;
      setPast(past.slice(0, -1));
      write(last.parameters);
    },
    canUndo: past.length > 0,
    changed: Object.keys(overridesOf(resolved.base, parameters)).length > 0,
  };
}
