import type { LectureClass } from '../../contract/lecture-class.ts';
import { mostRounds, type RoomFile } from '../../contract/room.ts';
import { saysRight, type RoomOutcome, type RoomQuestion } from '../../contract/room-question.ts';
import type { FromPhone, PhoneErrorCode, ToPhone } from '../../contract/room-wire.ts';
import { hasSettings, isWhole } from '../../contract/judging.ts';
import type { RunSnapshot } from '../../contract/run.ts';
import { Lost } from './lost.ts';
import { groupOf, questionOnPhones, resultOnPhones } from './on-phone.ts';
import { Questions } from './questions.ts';
import { Round } from './round.ts';
import type { SessionQuestion } from './session-question.ts';

/** So many questions that were let through are on a phone: the latest. */
const mostHeard = 20;

type Message<T extends ToPhone['t']> = Extract<ToPhone, { t: T }>;

/** What the room knows of one class: who joined, by number, what was asked and answered. No sockets, no addresses. */
export class ClassRoom {
  private readonly rounds = new Map<string, Round>();
  /** Phones that answered, asked or supported something. */
  private readonly spoken = new Set<number>();
  readonly questions = new Questions();
  readonly lost: Lost;
  /** Numbers that were given out. */
  joined = 0;
  /** What is asked now. */
  asking: string | null = null;

  constructor(
    readonly lectureClass: Pick<LectureClass, 'number' | 'begunAt'>,
    now: () => number,
    /** This computer's wall clock, ms since 1970. */
    private readonly clock: () => number = Date.now,
  ) {
    this.lost = new Lost(now);
  }

  /** @param endedWhole whether a run ended whole, and its card is here */
  static from(file: RoomFile, now: () => number, endedWhole: (run: string) => boolean): ClassRoom {
    const room = new ClassRoom(file.class, now);
    room.joined = file.joined;
    for (const kept of file.rounds) {
      room.rounds.set(kept.question.id, Round.from(kept, endedWhole));
      for (const [phone] of kept.answers) room.spoken.add(phone);
    }
    room.questions.restore(file.questions);
    return room;
  }

  /** The number of one more phone. */
  join(): number {
    this.joined += 1;
    return this.joined;
  }

  /** Whether a phone has said something that is to stay its own. */
  hasSaid(phone: number): boolean {
    return this.spoken.has(phone);
  }

  /** Brings back the questions that a restart interrupted. */
  resume(questions: readonly SessionQuestion[]): void {
    this.questions.resume(questions);
    for (const { phone, support } of questions)
      for (const one of [phone, ...support]) this.spoken.add(one);
  }

  /** What a window says is on screen. Null: nothing is asked there. True where that is news. */
  ask(question: RoomQuestion | null): boolean {
    if (question === null) {
      const was = this.asking;
      this.asking = null;
      return was !== null;
    }
    const known = this.rounds.get(question.id);
    if (this.asking === question.id && known && sameQuestion(known.question, question))
      return false;
    if (known) known.askedAs(question);
    else if (this.rounds.size >= mostRounds) return false;
    else this.rounds.set(question.id, new Round(question));
    this.asking = question.id;
    return true;
  }

  /** Takes what a phone that is in says. Null where it was taken, else why not. */
  hear(phone: number, said: Exclude<FromPhone, { t: 'join' }>): PhoneErrorCode | null {
    const refused = this.take(phone, said);
    if (refused === null && said.t !== 'lost') this.spoken.add(phone);
    return refused;
  }

  private take(phone: number, said: Exclude<FromPhone, { t: 'join' }>): PhoneErrorCode | null {
    switch (said.t) {
      case 'answer': {
        // An answer that comes late, from a phone that was away, still counts while nobody saw a result.
        const round = this.rounds.get(said.q);
        if (round?.again !== said.round) return 'not-asked';
        const { value, sure, n } = said;
        return round.take(phone, { value, sure, n });
      }
      case 'ask':
        return this.questions.ask(phone, said.key, said.text, said.name);
      case 'support':
        return this.questions.support(phone, said.id, said.on) ? null : 'not-asked';
      case 'lost':
        this.lost.set(phone, said.on);
        return null;
    }
  }

  /** Nobody can answer any more, or everybody again. False where there is no such question. */
  close(id: string, closed: boolean): boolean {
    const round = this.rounds.get(id);
    if (round) round.closed = closed;
    return round !== undefined;
  }

  /** Shows or hides what was answered. What has a right answer is closed by that. False where there is no such question. */
  reveal(id: string, shown: boolean, outcome: RoomOutcome | null): boolean {
    const round = this.rounds.get(id);
    if (!round) return false;
    round.shown = shown;
    if (outcome) round.outcome = outcome;
    if (shown && saysRight(round.question)) round.closed = true;
    return true;
  }

  /** Asks anew: the answers go. False where there is no such question. */
  clear(id: string): boolean {
    const round = this.rounds.get(id);
    if (round) this.rounds.set(id, new Round(round.question, round.again + 1));
    return round !== undefined;
  }

  /**
   * A run is on: predictions that it answers are closed, as the screen shows what they are about.
   * True where that is news. One that ended before it was whole leaves them open again, unless they were shown meanwhile.
   */
  sawRun(run: Pick<RunSnapshot, 'id' | 'lab' | 'parameters' | 'status' | 'complete'>): boolean {
    let news = false;
    for (const round of this.rounds.values()) {
      const { predicted } = round.question;
      // What a formula answers no run does.
      if (predicted?.lab !== run.lab || predicted.formula || round.outcome) continue;
      if (!hasSettings(run, predicted.settings)) continue;
      const live = run.status === 'queued' || run.status === 'running';
      const whole = isWhole(run);
      if (live && round.run === null) Object.assign(round, { run: run.id, closed: true });
      else if (!live && !whole && round.run === run.id)
        Object.assign(round, { run: null, closed: round.shown });
      else continue;
      news = true;
    }
    return news;
  }

  tallies() {
    return Object.fromEntries([...this.rounds].map(([id, round]) => [id, round.tally()]));
  }

  /** What every phone is told. */
  forPhones(): Message<'room'> {
    const round = this.asked;
    return {
      t: 'room',
      joined: this.joined,
      answered: round?.answers.size ?? 0,
      ask: round ? questionOnPhones(round.question, this.clock()) : null,
      round: round?.again ?? 0,
      closed: round?.closed ?? false,
      result: round ? resultOnPhones(round) : null,
      heard: this.questions
        .list()
        .filter(({ state }) => state === 'shown')
        .slice(-mostHeard)
        .map(({ id, text, name, support }) => ({ id, text, name, support })),
    };
  }

  /** What one phone is told of itself. */
  forPhone(phone: number): Message<'mine'> {
    const round = this.asked;
    const answer = round?.answers.get(phone);
    return {
      t: 'mine',
      number: phone,
      answer: answer ? { q: this.asking!, round: round!.again, ...answer } : null,
      ...this.questions.of(phone),
      lost: this.lost.is(phone),
      group: groupOf(round?.question, phone),
    };
  }

  /** The round of what is asked now. */
  private get asked(): Round | undefined {
    return this.asking === null ? undefined : this.rounds.get(this.asking);
  }

  /** What is kept of it on disk. */
  file(): RoomFile {
    const { number, begunAt } = this.lectureClass;
    return {
      version: 1,
      class: { number, begunAt },
      joined: this.joined,
      rounds: [...this.rounds.values()]
        .filter(({ answers }) => answers.size > 0)
        .map((round) => round.kept()),
      questions: this.questions.heard(),
    };
  }
}

const sameQuestion = (a: RoomQuestion, b: RoomQuestion) => JSON.stringify(a) === JSON.stringify(b);
