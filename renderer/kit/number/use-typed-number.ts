import { useId, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { NumberFieldProps } from './number-field.tsx';
import type { TypedNumber } from './typed-number.ts';

export interface TypedNumberOptions {
  /** What stands in the field while nothing is typed. */
  shown: string;
  read: (text: string) => TypedNumber;
  /** A number was typed, and ended with Enter or by leaving the field. */
  onCommit: (value: number) => void;
  /**
   * For a field that is there only while it is typed into: that is over. By a key, the focus goes
   * back to what opened it. `refused` says what was typed and not taken.
   */
  onEnd?: (byKey: boolean, refused: string | null) => void;
  /** Hears every change, before it is ended. */
  onType?: (typed: TypedNumber) => void;
  /** Something wrong stays in the field when it is left, to be corrected; otherwise it is forgotten. */
  keepsWrong?: boolean;
  /** What is wrong is said at Enter, not while it is typed. */
  patient?: boolean;
}

type Problem = Extract<TypedNumber, { ok: false }>;

export interface TypedNumberState {
  /** Spread it on the `NumberField`. */
  field: Pick<
    NumberFieldProps,
    'text' | 'onText' | 'wrong' | 'describedBy' | 'onFocus' | 'onBlur' | 'onKeyDown'
  >;
  /** Why what was typed is not taken; null where it is. Its words stand in an element with `problemId`. */
  problem: Problem | null;
  problemId: string;
  /** What the field was left with and did not take, and what stands instead; null once it is entered again. */
  refused: string | null;
  /** Takes the number that is offered instead. Put `data-offer={problemId}` on its button: going there does not leave the field. */
  takeNearest: () => void;
  /** The value stands again, whatever was typed. */
  forget: () => void;
}

/** "four" is not taken, 04:30 stays: whoever leaves a field learns that nothing was changed. */
function refusedWords(text: string, stays: string, what: string): string {
  const typed = text.trim() === '' ? 'Nothing was typed' : `“${text.trim()}” is not taken`;
  return `${typed}, ${stays} stays. ${what}${what.endsWith('.') ? '' : '.'}`;
}

/** A field that stands for a value: all is selected when it is entered, Enter or leaving takes what was typed, Escape forgets it. */
export function useTypedNumber({
  shown,
  read,
  onCommit,
  onEnd,
  onType,
  keepsWrong = false,
  patient = false,
}: TypedNumberOptions): TypedNumberState {
  /** What is being typed; null while the value stands. */
  const [text, setText] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const problemId = useId();
  const typed = text === null ? null : read(text);
  const wrong = typed !== null && !typed.ok ? typed : null;
  const problem = patient && !asked ? null : wrong;

  const end = (byKey: boolean, left: string | null = null) => {
    setText(null);
    setAsked(false);
    setRefused(left);
    onEnd?.(byKey, left);
  };
  const take = (byKey: boolean) => {
    if (typed?.ok) onCommit(typed.value);
    end(byKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      // Or the button that takes the focus back would be pressed by the same key.
      event.preventDefault();
      if (wrong) setAsked(true);
      else take(true);
    }
    if (event.key === 'Escape' && (text !== null || onEnd)) {
      event.stopPropagation();
      end(true);
    }
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && relatedTarget.dataset.offer === problemId) return;
    if (wrong && keepsWrong) return;
    if (wrong) end(false, refusedWords(text ?? '', shown, wrong.what));
    else take(false);
  };
  return {
    field: {
      text: text ?? shown,
      onText: (next) => {
        setText(next);
        setAsked(false);
        onType?.(read(next));
      },
      wrong: problem !== null,
      describedBy: problem ? problemId : undefined,
      onFocus: (event) => {
        setRefused(null);
        event.target.select();
      },
      onBlur,
      onKeyDown,
    },
    problem,
    problemId,
    refused,
    takeNearest: () => {
      if (wrong && wrong.nearest !== null) onCommit(wrong.nearest);
      end(true);
    },
    forget: () => setText(null),
  };
}
