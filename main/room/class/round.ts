import type { KeptRound, RoomTally } from '../../contract/room.ts';
import {
  answers,
  isSealed,
  sameAnswer,
  ticksRight,
  type AnswerValue,
  type RoomOutcome,
  type RoomQuestion,
} from '../../contract/room-question.ts';
import type { PhoneErrorCode } from '../../contract/room-wire.ts';
import { isClose, spreadOf, sureRows } from '../../contract/room-spread.ts';
import { meanOf, tickedOf } from './sums.ts';

export interface Answer {
  value: AnswerValue;
  sure: number | null;
  /** The phone's own count of its changes of mind. */
  n: number;
}

/** One thing that the room is asked, with its answers by the phones' numbers. */
export class Round {
  readonly answers = new Map<number, Answer>();
  closed = false;
  shown = false;
  outcome: RoomOutcome | null = null;
  /** The run that is under way for it, or judged it. */
  run: string | null = null;

  constructor(
    public question: RoomQuestion,
    /** How often it was asked anew: a late answer of before does not count. */
    readonly again = 0,
  ) {}

  /** @param isWhole whether a run ended whole, and its card is here */
  static from(kept: KeptRound, isWhole: (run: string) => boolean): Round {
    const round = new Round(kept.question, kept.again);
    // The run that closed it was cut off with the program: it will never say anything. A later one may.
    const isCutOff = kept.run !== null && kept.outcome === null && !isWhole(kept.run);
    for (const [phone, value, sure] of kept.answers)
      round.answers.set(phone, { value, sure, n: 0 });
    return Object.assign(round, {
      // What was shown by hand meanwhile stays closed.
      closed: kept.closed && (!isCutOff || kept.shown),
      shown: kept.shown,
      outcome: kept.outcome,
      run: isCutOff ? null : kept.run,
    });
  }

  /** The same question in other words or with other options: answers that no longer answer it go. */
  askedAs(question: RoomQuestion): void {
    this.question = question;
    for (const [phone, { value }] of this.answers)
      if (!answers(question, value)) this.answers.delete(phone);
  }

  /** Takes a phone's answer. An older one than is known changes nothing and is no error. */
  take(phone: number, answer: Answer): PhoneErrorCode | null {
    const known = this.answers.get(phone);
    if (known && known.n >= answer.n && known.n > 0) return null;
    if (!answers(this.question, answer.value)) return 'bad-answer';
    const same = known && sameAnswer(known.value, answer.value) && known.sure === answer.sure;
    if (this.closed && !same) return 'closed';
    this.answers.set(phone, answer);
    return null;
  }

  private get values(): AnswerValue[] {
    return [...this.answers.values()].map(({ value }) => value);
  }

  /** How many chose each option or ticked each row, or nothing where that is not to be known yet. */
  counts(): Record<string, number> {
    const { question } = this;
    if (isSealed(question) && !this.shown) return {};
    if (question.kind === 'choice') return tickedOf(question.options, this.values);
    return question.kind === 'rows' ? tickedOf(question.rows, this.values) : {};
  }

  /** The mean weight of each criterion, or nothing where that is not to be known yet. */
  means(): Record<string, number> {
    const { question } = this;
    return question.kind === 'weights' && this.shown ? meanOf(question.criteria, this.values) : {};
  }

  spread() {
    if (this.question.kind !== 'number' || !this.shown) return null;
    return spreadOf(this.values.map(Number));
  }

  /** What windows may know. */
  tally(): RoomTally {
    const { question, outcome } = this;
    const judged = this.shown ? this.judged() : null;
    return {
      question,
      answered: this.answers.size,
      closed: this.closed,
      shown: this.shown,
      counts: this.counts(),
      spread: this.spread(),
      means: this.means(),
      outcome,
      close: judged ? judged.filter(({ close }) => close).length : null,
      sure: sureRows(
        (judged ?? []).flatMap(({ sure, close }) => (sure === null ? [] : [{ sure, close }])),
      ),
      run: this.run,
    };
  }

  /** Each answer beside what came out; null where nothing did, or only how much it is at least. */
  private judged(): { sure: number | null; close: boolean }[] | null {
    const { outcome, question } = this;
    if (question.kind === 'rows')
      return this.values.map((value) => ({ sure: null, close: ticksRight(question, value) }));
    if (!outcome || outcome.atLeast) return null;
    // Several studies may answer a number, in words: then nothing is close or not.
    if (question.kind === 'number' && typeof outcome.value !== 'number') return null;
    const rule = question.predicted?.close ?? null;
    return [...this.answers.values()].flatMap(({ value, sure }) =>
      typeof value === 'object' ? [] : [{ sure, close: isClose(value, outcome.value, rule) }],
    );
  }

  kept(): KeptRound {
    const { question, again, closed, shown, outcome, run } = this;
    return {
      question,
      again,
      closed,
      shown,
      outcome,
      run,
      answers: [...this.answers].map(([phone, { value, sure }]) => [phone, value, sure]),
    };
  }
}
