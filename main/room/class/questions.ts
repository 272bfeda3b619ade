import { mostQuestions, type LecturerQuestion, type QuestionState } from '../../contract/room.ts';
import type { PhoneErrorCode } from '../../contract/room-wire.ts';
import { questionText, signedName } from './clean-text.ts';
import type { SessionQuestion } from './session-question.ts';

interface Asked extends Omit<LecturerQuestion, 'support'> {
  /** The phone's number and its own name of the question; nothing of who asked is known after a restart of the class. */
  phone: number;
  key: string;
  support: Set<number>;
  /** Supports of phones that are no longer told apart. */
  before: number;
}

/** The questions to the lecturer of one class. */
export class Questions {
  private readonly all = new Map<number, Asked>();

  /** Brings back what was let through. Who asked and who supported is not kept. */
  restore(kept: readonly LecturerQuestion[]): void {
    for (const { support, ...one } of kept)
      this.all.set(one.id, { ...one, phone: 0, key: '', support: new Set(), before: support });
  }

  /** Brings back what a restart interrupted, with who asked and who supported it. */
  resume(session: readonly SessionQuestion[]): void {
    for (const { support, ...one } of session)
      this.all.set(one.id, { ...one, support: new Set(support) });
  }

  /** What a restart must not lose. What was removed takes no place in it. */
  session(): SessionQuestion[] {
    return [...this.all.values()]
      .filter(({ state }) => state !== 'removed')
      .map(({ support, ...one }) => ({ ...one, support: [...support] }));
  }

  /** Takes a question; the same key of the same phone again changes nothing. Null, or why not. */
  ask(phone: number, key: string, text: string, name: string | null): PhoneErrorCode | null {
    if (this.knows(phone, key)) return null;
    const read = questionText(text);
    if ('refused' in read) return read.refused;
    if (this.list().length >= mostQuestions) return 'questions-full';
    const id = Math.max(0, ...this.all.keys()) + 1;
    this.all.set(id, {
      id,
      text: read.text,
      name: signedName(name),
      state: 'waiting',
      phone,
      key,
      support: new Set(),
      before: 0,
    });
    return null;
  }

  knows(phone: number, key: string): boolean {
    return [...this.all.values()].some((one) => one.phone === phone && one.key === key);
  }

  /** How many questions of certain phones wait for the lecturer. */
  waitingOf(isTheirs: (phone: number) => boolean): number {
    return [...this.all.values()].filter(
      ({ state, phone }) => state === 'waiting' && isTheirs(phone),
    ).length;
  }

  /** Others can support what they may read. False where it is not on the big screen. */
  support(phone: number, id: number, on: boolean): boolean {
    const one = this.all.get(id);
    if (one?.state !== 'shown' || one.phone === phone) return false;
    if (on) one.support.add(phone);
    else one.support.delete(phone);
    return true;
  }

  /** False where there is no such question. */
  moderate(id: number, state: QuestionState): boolean {
    const one = this.all.get(id);
    if (one) one.state = state;
    return one !== undefined;
  }

  /** All but the removed ones, in the order they came. */
  list(): LecturerQuestion[] {
    return [...this.all.values()]
      .filter(({ state }) => state !== 'removed')
      .map(({ id, text, name, state, support, before }) => ({
        id,
        text,
        name,
        state,
        support: support.size + before,
      }));
  }

  /** What was let through: what is kept of a class. */
  heard(): LecturerQuestion[] {
    return this.list().filter(({ state }) => state === 'shown' || state === 'done');
  }

  /** What one phone asked, and what it supports. */
  of(phone: number): {
    asked: { key: string; text: string; heard: boolean }[];
    supports: number[];
  } {
    const all = [...this.all.values()];
    return {
      asked: all
        .filter((one) => one.phone === phone && one.state !== 'removed')
        .map(({ key, text, state }) => ({ key, text, heard: state !== 'waiting' })),
      supports: all.filter(({ support }) => support.has(phone)).map(({ id }) => id),
    };
  }
}
