import type { WebSocket } from 'ws';
import type { FromPhone, ToPhone } from '../../contract/room-wire.ts';
import { Buckets } from '../limits/buckets.ts';
import { limits } from '../limits/limits.ts';
import { sameWord } from '../word.ts';
import { endWith } from './end-with.ts';
import { phoneError } from './phone-errors.ts';
import { Places, type PlacesOptions } from './places.ts';
import { aboutOf, readMessage } from './read-message.ts';
import { WrongWords } from './wrong-words.ts';

export interface PhonesOptions extends PlacesOptions {
  /** Tells this room from others for a phone that was in one before. */
  id: string;
  word: string;
  /** A clock that never goes back, in ms. */
  now: () => number;
  /** Something that windows and other phones are told of. */
  changed: () => void;
  /** Each phone must answer a ping so often, in ms. */
  pingMs?: number | undefined;
}

interface Phone {
  socket: WebSocket;
  /** The hash of its cookie. */
  hash: string;
  /** What its address is counted by. */
  from: string;
  /** Its number in the class; null until it is in. */
  number: number | null;
  /** Whether it answered the last ping. */
  alive: boolean;
  /** Messages that came over the limit while it was not read. */
  over: number;
  /** It has joined: its connection is not closed to make room. */
  settle: () => void;
}

/** How often all phones are told what is news, in ms: less often where there are many. */
const tellEveryMs = (phones: number) => (phones > 200 ? 800 : 200);
/** So many phones are told in one go; then others have their turn. */
const inOneGo = 100;

/** The phones that are connected: who they are, what they may say, what they are told. */
export class Phones {
  private readonly connected = new Set<Phone>();
  private readonly own: Buckets;
  private readonly total: Buckets;
  private readonly asks: Buckets;
  /** By what the address of each phone that asked something is counted; never kept. */
  private readonly askers = new Map<number, string>();
  private readonly wrong: WrongWords;
  private readonly places: Places;
  private readonly pings: NodeJS.Timeout;
  private telling: NodeJS.Timeout | null = null;
  private ownToo = false;

  constructor(private readonly options: PhonesOptions) {
    const { now } = options;
    this.own = new Buckets({ ...limits.phone, now });
    this.total = new Buckets({ ...limits.total, now });
    this.asks = new Buckets({ ...limits.questions, now });
    this.wrong = new WrongWords(now);
    this.places = new Places(options);
    this.pings = setInterval(() => this.ping(), options.pingMs ?? limits.pingMs);
    this.pings.unref();
  }

  /** Phones that are in, each counted once. */
  get online(): number {
    return this.places.taken;
  }

  /** Takes a connection whose address, origin and cookie were looked at. */
  attach(socket: WebSocket, hash: string, from: string, settle: () => void): void {
    const known = this.places.numberOf(hash);
    const phone: Phone = { socket, hash, from, number: null, alive: true, over: 0, settle };
    this.connected.add(phone);
    const unjoined = setTimeout(() => {
      if (phone.number === null) endWith(socket, 'word');
    }, limits.joinMs);
    unjoined.unref();
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => (phone.alive = true));
    socket.on('message', (data, isBinary) => this.hear(phone, readMessage(data, isBinary)));
    socket.once('close', () => {
      clearTimeout(unjoined);
      this.connected.delete(phone);
      if (phone.number === null) return;
      this.places.leave(phone.number);
      this.options.changed();
    });
    this.send(phone, { t: 'hello', known: known !== null, room: this.options.id });
    if (known !== null) this.enter(phone, known);
  }

  /** Tells all phones soon what is news, and each what is its own where `own` says so. */
  tell(own = false): void {
    this.ownToo ||= own;
    if (this.telling) return;
    this.telling = setTimeout(() => {
      this.telling = null;
      this.sayAll(this.options.room.forPhones(), this.ownToo);
      this.ownToo = false;
    }, tellEveryMs(this.connected.size));
    this.telling.unref();
  }

  /** The room closes: every phone is told why its connection ends. */
  end(): void {
    clearInterval(this.pings);
    if (this.telling) clearTimeout(this.telling);
    for (const { socket } of this.connected) endWith(socket, 'closed');
  }

  private hear(phone: Phone, read: ReturnType<typeof readMessage>): void {
    if (!this.own.take(phone.hash)) return this.slowDown(phone);
    if (!this.total.take('all')) return this.send(phone, phoneError('busy'));
    if ('refused' in read) return this.send(phone, phoneError(read.refused));
    const { said } = read;
    if (said.t === 'join') return this.join(phone, said.word);
    if (phone.number === null) return this.send(phone, phoneError('not-in'));
    this.take(phone, phone.number, said);
  }

  private take(phone: Phone, number: number, said: Exclude<FromPhone, { t: 'join' }>): void {
    const { room, changed } = this.options;
    const about = aboutOf(said);
    if (said.t === 'ask' && !room.questions.knows(number, said.key)) {
      if (!this.asks.take(phone.hash)) return this.send(phone, phoneError('too-many', about));
      const waiting = room.questions.waitingOf((one) => this.askers.get(one) === phone.from);
      if (waiting >= limits.questionsOfAddress)
        return this.send(phone, phoneError('questions-full', about));
    }
    const refused = room.hear(number, said);
    if (said.t === 'ask' && !refused) this.askers.set(number, phone.from);
    if (refused) this.send(phone, phoneError(refused, about));
    else if (said.t === 'answer' && said.q !== room.asking)
      this.send(phone, { t: 'took', q: said.q, round: said.round, n: said.n });
    // All tabs of the phone say the same.
    for (const one of this.connected) if (one.number === number) this.sayOwn(one);
    if (!refused) changed();
  }

  /** A right word is let in at once, whatever was typed before at this address. */
  private join(phone: Phone, typed: string): void {
    const { word } = this.options;
    if (phone.number !== null) return this.sayOwn(phone);
    if (!sameWord(typed, word)) {
      return this.wrong.refuse(
        phone.from,
        phone.socket,
        () => phone.number === null && this.send(phone, phoneError('wrong-word')),
      );
    }
    // Another tab of the same browser may have joined meanwhile.
    this.enter(phone, this.places.join(phone.hash));
  }

  /** @param number null where there is none for it */
  private enter(phone: Phone, number: number | null): void {
    if (number === null || !this.places.enter(number)) {
      this.send(phone, phoneError('full'));
      return endWith(phone.socket, 'full');
    }
    phone.number = number;
    phone.settle();
    const tabs = [...this.connected].filter((one) => one.number === number);
    if (tabs.length > limits.tabs) {
      this.send(tabs[0]!, phoneError('elsewhere'));
      endWith(tabs[0]!.socket, 'elsewhere');
    }
    this.send(phone, this.options.room.forPhones());
    this.sayOwn(phone);
    this.options.changed();
  }

  /** The socket is not read for a while: what a flood sends waits on the way, at its sender. */
  private slowDown(phone: Phone): void {
    const { socket } = phone;
    phone.over += 1;
    if (phone.over > limits.patience) return endWith(socket, 'flood');
    if (socket.isPaused) return;
    this.send(phone, phoneError('too-many'));
    socket.pause();
    setTimeout(() => {
      phone.over = 0;
      if (socket.readyState === socket.OPEN) socket.resume();
    }, limits.pauseMs).unref();
  }

  private ping(): void {
    for (const phone of this.connected) {
      // A flood that is not read can't answer either, and needs no mercy.
      if (!phone.alive) phone.socket.terminate();
      phone.alive = false;
      if (phone.socket.readyState === phone.socket.OPEN) phone.socket.ping();
    }
    this.sayAll({ t: 'beat' });
  }

  private sayOwn(phone: Phone): void {
    if (phone.number !== null) this.send(phone, this.options.room.forPhone(phone.number));
  }

  /** In parts, so that a window's request in between is answered at once. */
  private sayAll(message: ToPhone, ownToo = false): void {
    const text = Buffer.from(JSON.stringify(message));
    const waiting = [...this.connected].filter(({ number }) => number !== null);
    const some = () => {
      for (const phone of waiting.splice(0, inOneGo)) {
        this.write(phone, text);
        if (ownToo) this.sayOwn(phone);
      }
      if (waiting.length > 0) setImmediate(some);
    };
    some();
  }

  private send(phone: Phone, message: ToPhone): void {
    this.write(phone, Buffer.from(JSON.stringify(message)));
  }

  private write({ socket }: Phone, text: Buffer): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > limits.unread) socket.terminate();
    else socket.send(text, { binary: false });
  }
}
