import { useCallback, useEffect, useRef, useState } from 'react';
import type { Lab } from '../../../../labs/lab.ts';
import type { Values } from '../../../../labs/view.ts';
import type { LabPlace } from '../../../model/address/lab-place.ts';
import { isOfQuestion, ownChoices } from '../../../model/lab/question-settings.ts';
import { baseOf, overridesOf, type ResolvedPlace } from '../../../model/lab/resolve-place.ts';

/** The address follows a moving slider no more often than this: browsers refuse hundreds of changes a second. */
const settleMs = 120;
/** Changes of the same control within this time are one slip to undo. */
const sameSlipMs = 1500;

export interface ParameterControl {
  /** What the controls say now: the address, plus what has moved since it was last written. */
  parameters: Values;
  set: (name: string, value: Values[string]) => void;
  setPreset: (preset: string) => void;
  /** Goes back to the settings that the part's question is about, from a preset as well. */
  reset: () => void;
  /** Takes the last change back. Does nothing where there is none. */
  undo: () => void;
  canUndo: boolean;
  /** Whether they differ from the preset that is on. */
  changed: boolean;
  /** Whether they differ from what the part's question is about. */
  away: boolean;
  /** True where the question's settings alone may stand: the step asks what the learner expects. */
  locked: boolean;
}

/** What the controls said before a change. */
interface Before {
  preset: string | null;
  parameters: Values;
  /** The control that was moved; empty where it was more than one. */
  name: string;
  at: number;
}

/**
 * Holds the controls' values between the hand and the address. The address is the truth; this is at
 * most `settleMs` ahead. `onPlace` hears of every change that the learner makes.
 */
export function useParameters(
  lab: Lab,
  place: LabPlace,
  resolved: ResolvedPlace,
  onPlace: (place: LabPlace) => void,
): ParameterControl {
  const [draft, setDraft] = useState<Values | null>(null);
  const [past, setPast] = useState<Before[]>([]);
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
  const address = JSON.stringify([place.id, place.step, place.preset, place.parameters]);
  const [seen, setSeen] = useState(address);
  if (seen !== address) {
    setSeen(address);
    setDraft(null);
  }
  // Each part has settings of its own: what was changed in another can't be taken back here.
  const part = resolved.part.id;
  const [within, setWithin] = useState(part);
  if (within !== part) {
    setWithin(part);
    setPast([]);
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
  const locked = resolved.step.kind === 'predict';
  const before = { preset: place.preset, parameters };
  const remember = () => setPast((old) => [...old.slice(-49), { ...before, name: '', at: 0 }]);
  const write = (preset: string | null, next: Values) => {
    const base = baseOf(lab, resolved.part, preset);
    setDraft(null);
    onPlace({ ...place, preset, parameters: overridesOf(base, next) });
  };
  // Neither a preset nor the way back takes away what the learner answered with.
  const chosen = ownChoices(lab, parameters);
  const away = !isOfQuestion(lab, resolved.part, parameters);
  return {
    parameters,
    set: (name, value) => {
      if (locked || parameters[name] === value) return;
      const at = performance.now();
      setPast((old) => {
        const last = old.at(-1);
        if (last && last.name === name && at - last.at < sameSlipMs)
          return [...old.slice(0, -1), { ...last, at }];
        return [...old.slice(-49), { ...before, name, at }];
      });
      // Two in one go, such as a pair of thresholds, must not undo each other.
      setDraft((old) => ({ ...(old ?? resolved.parameters), [name]: value }));
    },
    setPreset: (preset) => {
      if (locked) return;
      remember();
      write(preset, { ...baseOf(lab, resolved.part, preset), ...chosen });
    },
    reset: () => {
      if (locked || !away) return;
      remember();
      write(null, { ...baseOf(lab, resolved.part, null), ...chosen });
    },
    undo: () => {
      const last = past.at(-1);
      if (locked || !last) return;
      setPast(past.slice(0, -1));
      write(last.preset, last.parameters);
    },
    canUndo: !locked && past.length > 0,
    changed: Object.keys(overridesOf(resolved.base, parameters)).length > 0,
    away,
    locked,
  };
}
