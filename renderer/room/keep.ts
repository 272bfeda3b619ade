import type { AnswerValue } from '../../main/contract/room-question.ts';

/** An answer that was given on this phone. */
export interface KeptAnswer {
  round: number;
  value: AnswerValue;
  sure: number | null;
  n: number;
  /** The host said that it has it. */
  taken?: boolean;
}

/** A question to the lecturer that the host has not taken yet. */
export interface UnsentQuestion {
  key: string;
  text: string;
  name: string | null;
}

/** What the phone keeps over a reload: its own answers, and what was not sent yet. */
export interface Kept {
  /** The room that it was said in. */
  room: string;
  /** Grows with each answer: the host takes the latest, whatever the phone's clock says. */
  n: number;
  answers: Readonly<Record<string, KeptAnswer>>;
  unsent: readonly UnsentQuestion[];
  name: string;
}

export const nothingKept: Kept = { room: '', n: 0, answers: {}, unsent: [], name: '' };
const place = 'lectern-room';

/** What was kept; nothing where the browser keeps nothing, or what it kept is not understood. */
export function readKept(storage: Pick<Storage, 'getItem'> | null): Kept {
  try {
    const read = JSON.parse(storage?.getItem(place) ?? 'null') as Partial<Kept> | null;
    const whole =
      typeof read?.n === 'number' && typeof read.answers === 'object' && Array.isArray(read.unsent);
    return whole ? { ...nothingKept, ...read } : nothingKept;
  } catch {
    return nothingKept;
  }
}

/** A browser that keeps nothing costs a reload its answers, and nothing else. */
export function writeKept(storage: Pick<Storage, 'setItem'> | null, kept: Kept): void {
  try {
    storage?.setItem(place, JSON.stringify(kept));
  } catch {
    // Private windows of some browsers refuse.
  }
}
