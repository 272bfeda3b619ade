import { networkInterfaces } from 'node:os';
import { LecternError } from '../contract/errors.ts';
import type { LectureClass } from '../contract/lecture-class.ts';
import {
  type KeptRoom,
  type QuestionState,
  type RoomAddress,
  type RoomFile,
  type RoomView,
} from '../contract/room.ts';
import type { RoomOutcome, RoomQuestion } from '../contract/room-question.ts';
import type { RunSnapshot } from '../contract/run.ts';
import { roomAddresses } from './addresses.ts';
import type { ClassRoom } from './class/class-room.ts';
import { OpenClass } from './kept/open-class.ts';
import { RoomFolder } from './kept/room-folder.ts';
import { readSession, removeSession } from './kept/room-session.ts';
import { newKey, roomId } from './listen/identity.ts';
import { listenForPhones, type RoomListener } from './listen/listener.ts';
import type { RoomOptions } from './room-options.ts';
import { roomView } from './room-view.ts';
import { randomWord } from './word.ts';

/** Windows hear of the room so often at most, in ms. */
const tellEveryMs = 250;
/** So often it is looked whether anybody is still lost and the address is still there. */
const lookEveryMs = 5_000;

const refused = (what: string, next: string) =>
  new LecternError({ code: 'bad-request', what, safe: 'Nothing was changed.', next });
const unreadable = {
  none: 'This class has no answers.',
  newer: 'These answers were kept by a newer version of Lectern.',
  damaged: 'These answers can’t be read: their file is damaged.',
};

/** The class's room: opened and closed, what it is asked, what it answered. One for each host. */
export class Room {
  private held: OpenClass | null = null;
  private listener: RoomListener | null = null;
  private readonly kept: RoomFolder;
  private readonly now: () => number;
  private telling: NodeJS.Timeout | null = null;
  private looking: NodeJS.Timeout | null = null;
  /** Where it was open last, also in the class before: phones look for it there. */
  private place: { host: string; port: number } | null = null;
  /** Opening and closing go one after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RoomOptions) {
    this.kept = new RoomFolder(options.folder);
    this.now = options.now ?? (() => performance.now());
  }

  /** Reads what the class in progress answered before Lectern ended. Opens nothing. */
  async load(): Promise<void> {
    const current = this.options.currentClass();
    if (!current) return;
    const read = await this.kept.readOf(current, this.options.notify);
    const session = await readSession(this.options.folder, current.number);
    this.place = session ?? this.place;
    // Another class's phones are not known any more.
    if (!session) await removeSession(this.options.folder).catch(() => undefined);
    // What can't be read is not written over: the class goes on without it, and `open` says so.
    if (read.ok || (read.why === 'none' && session))
      this.held = this.hold(current, read.ok ? read.data : null, session);
  }

  /** Where the room can be opened, the likely one first: that where it was open before. */
  addresses(): RoomAddress[] {
    return roomAddresses((this.options.interfaces ?? networkInterfaces)(), this.place?.host);
  }

  /** Opens it at one of `addresses`, the likely one where left out. Throws `bad-request` where that can't be. */
  open(host?: string): Promise<RoomView> {
    return this.inTurn(async () => {
      const chosen = host ?? this.addresses()[0]!.host;
      if (this.listener && this.held?.session?.host === chosen) return this.view();
      if (!this.addresses().some((one) => one.host === chosen))
        throw refused(
          'This computer does not have that address now.',
          'Choose another. The network may have changed.',
        );
      await this.closeNow();
      await this.openAt(chosen);
      return this.tellNow();
    });
  }

  private async openAt(host: string): Promise<void> {
    const held = await this.heldClass();
    const session = held.session ?? {
      version: 1,
      class: held.room.lectureClass.number,
      key: newKey(),
      word: randomWord(),
      members: [],
      questions: [],
    };
    await this.kept.make().catch(() => undefined);
    this.listener = await listenForPhones({
      host,
      // At the same port also at another address, so that going back brings the phones back.
      port: this.place?.port ?? 0,
      key: session.key,
      word: session.word,
      page: this.options.page,
      room: held.room,
      id: roomId(session.key),
      members: held.members,
      now: this.now,
      pingMs: this.options.pingMs,
      most: this.options.most,
      mostKnown: this.options.mostKnown,
      newCookies: this.options.newCookies,
      changed: () => this.phoneSaid(),
    });
    this.place = { host, port: this.listener.port };
    held.session = { ...session, ...this.place, version: 1, open: true };
    // Who is lost is found again, and an address can go, without anybody saying so.
    this.looking = setInterval(() => this.tellSoon(), lookEveryMs);
    this.looking.unref();
    held.save();
  }

  /** Ends the listener. Answers stay; phones that joined are known again when it opens in the same class. */
  close(): Promise<RoomView> {
    return this.inTurn(async () => {
      await this.closeNow();
      return this.tellNow();
    });
  }

  private async closeNow(): Promise<void> {
    const { listener, held } = this;
    if (this.looking) clearInterval(this.looking);
    this.listener = null;
    held?.room.ask(null);
    if (held?.session?.open) {
      held.session = { ...held.session, open: false };
      held.save();
    }
    await listener?.close();
  }

  view(): RoomView {
    return roomView(this.held, this.listener, () => this.addresses());
  }

  /** A window says what is on screen. Nothing is asked while the room is closed. */
  ask(question: RoomQuestion | null): RoomView {
    return this.listener && this.held?.room.ask(question) ? this.windowSaid() : this.view();
  }

  /** Nobody can answer a question any more, or everybody again. */
  lock(id: string, closed: boolean): RoomView {
    return this.change((room) => room.close(id, closed));
  }

  /** Shows or hides what was answered, with what came out where a run has said it. */
  reveal(id: string, shown: boolean, outcome: RoomOutcome | null): RoomView {
    return this.change((room) => room.reveal(id, shown, outcome));
  }

  /** Asks anew: the answers go. */
  clear(id: string): RoomView {
    return this.change((room) => room.clear(id));
  }

  /** Lets a question to the lecturer through, or not. */
  moderate(id: number, state: QuestionState): RoomView {
    return this.change((room) => room.questions.moderate(id, state));
  }

  /** Throws `bad-request` where the class has no such thing. */
  private change(work: (room: ClassRoom) => boolean): RoomView {
    if (!this.held || !work(this.held.room))
      throw refused('This class was not asked that.', 'Open its slide again.');
    return this.windowSaid();
  }

  /** Every run that begins, goes on or ends passes here. */
  sawRun(run: RunSnapshot): void {
    if (this.held?.room.sawRun(run)) this.windowSaid();
  }

  /** Another class is in progress: the room closes, and what the new one has answered is read. */
  classChanged(): Promise<void> {
    return this.inTurn(async () => {
      if (this.options.currentClass()?.number !== this.held?.room.lectureClass.number) {
        await this.closeNow();
        await this.held?.flush();
        await this.letGo();
        await this.load();
      }
      this.tellNow();
    });
  }

  /** The classes that have answers, newest first. */
  async list(): Promise<KeptRoom[]> {
    await this.flush();
    return this.kept.list();
  }

  /** All answers of a class. Throws `bad-request` where there are none, or they can't be read. */
  async file(number: number): Promise<RoomFile> {
    if (this.held?.room.lectureClass.number === number) return this.held.room.file();
    const read = await this.kept.read(number);
    if (read.ok) return read.data;
    throw refused(unreadable[read.why], 'Choose another class.');
  }

  /** Deletes the answers of a class for good. Throws `bad-request` for that of an open room, or of a newer Lectern. */
  remove(number: number): Promise<void> {
    return this.inTurn(async () => {
      const own = this.held?.room.lectureClass.number === number;
      if (own && this.listener)
        throw refused('This room is open.', 'Close it first, then delete its answers.');
      const read = await this.kept.read(number);
      if (!read.ok && read.why === 'newer')
        throw refused(unreadable.newer, 'Delete them with that version.');
      if (own) await this.letGo();
      await this.kept.remove(number);
      this.tellNow();
    });
  }

  /** Everything is being erased: the room closes, and nothing is written any more. */
  empty(): Promise<void> {
    return this.inTurn(async () => {
      await this.closeNow();
      await this.letGo();
      this.tellNow();
    });
  }

  async flush(): Promise<void> {
    await this.held?.flush();
  }

  /** Lectern ends. A room that is open counts as interrupted: it can be opened again as it was. */
  end(): Promise<void> {
    return this.inTurn(async () => {
      if (this.looking) clearInterval(this.looking);
      if (this.telling) clearTimeout(this.telling);
      const { listener } = this;
      this.listener = null;
      await listener?.close();
      await this.flush();
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** The class in progress, begun where there is none. */
  private async heldClass(): Promise<OpenClass> {
    this.options.beginUse();
    const current = this.options.currentClass();
    if (!current) throw refused('There is no class yet.', 'Show a slide, and try again.');
    if (this.held?.room.lectureClass.number === current.number) return this.held;
    await this.letGo();
    const read = await this.kept.readOf(current, this.options.notify);
    if (!read.ok && read.why !== 'none')
      throw refused(unreadable[read.why], 'Begin a new class, then open the room.');
    this.held = this.hold(current, read.ok ? read.data : null, null);
    return this.held;
  }

  private hold(
    current: LectureClass,
    file: RoomFile | null,
    session: OpenClass['session'],
  ): OpenClass {
    const { kept, now } = this;
    return new OpenClass({ ...this.options, kept, now }, current, file, session);
  }

  /** Nothing of the class is written any more, and its phones are not known again. */
  private async letGo(): Promise<void> {
    await this.held?.end();
    this.held = null;
    await removeSession(this.options.folder).catch(() => undefined);
  }

  /** A phone joined, left or said something. */
  private phoneSaid(): void {
    this.held?.save();
    this.listener?.phones.tell();
    this.tellSoon();
  }

  /** A window changed what phones may do or see. */
  private windowSaid(): RoomView {
    this.held?.save();
    this.listener?.phones.tell(true);
    return this.tellNow();
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => this.tellNow(), tellEveryMs).unref();
  }

  private tellNow(): RoomView {
    if (this.telling) clearTimeout(this.telling);
    this.telling = null;
    const view = this.view();
    this.options.changed(view);
    return view;
  }
}
