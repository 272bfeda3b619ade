import type { FromPhone, ToPhone } from '../../main/contract/room-wire.ts';
import type { Ended } from './state.ts';

interface LinkOptions {
  heard: (message: ToPhone) => void;
  /** Connected, or not any more. */
  changed: (connected: boolean) => void;
  /** The host ended it and said why. */
  ended: (why: Ended) => void;
}

/** The host says something at least every 15 s. After so long without, in ms, the connection is dead. */
const silenceMs = 40_000;
/** A closed room may open again: it is asked now and then, in ms. */
const closedMs = 8_000;

/** `closeCodes` of the contract, which is not bundled for three numbers. */
const reasons: Readonly<Record<number, Ended>> = {
  4000: 'closed',
  4001: 'full',
  4002: 'elsewhere',
};

/** The connection to the room: tried again for as long as the page is open. */
export class Link {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(private readonly options: LinkOptions) {
    // Back from a locked screen or a dead spot: at once, not when the next try is due.
    addEventListener('online', () => this.now());
    addEventListener('pageshow', () => this.now());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.now();
    });
    addEventListener('offline', () => this.socket?.close());
  }

  /** Connects, unless it is connected. */
  now(): void {
    clearTimeout(this.timer);
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return;
    this.connect();
  }

  /** False where there is no connection: what has to be sent is sent when it is back. */
  send(message: FromPhone): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  private connect(): void {
    const socket = new WebSocket(`ws://${location.host}/room`);
    this.socket = socket;
    let opened = false;
    socket.onopen = () => {
      opened = true;
      this.failures = 0;
      this.listen();
      this.options.changed(true);
    };
    socket.onmessage = ({ data }) => {
      this.listen();
      this.options.heard(JSON.parse(String(data)) as ToPhone);
    };
    socket.onclose = ({ code }) => {
      if (this.socket !== socket) return;
      clearTimeout(this.silence);
      this.options.changed(false);
      const why = reasons[code];
      if (why) this.options.ended(why);
      // In another tab the person goes on there; a full room is tried again by a press.
      if (why === 'elsewhere' || why === 'full') return;
      this.failures += 1;
      this.later(why === 'closed' ? closedMs : wait(this.failures), !opened);
    };
  }

  /** @param refused the host may not know this phone's cookie any more: asking for the page makes a new one */
  private later(ms: number, refused: boolean): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!refused) return this.connect();
      fetch('/', { method: 'HEAD' }).then(
        () => this.connect(),
        () => this.later(wait(this.failures++), true),
      );
    }, ms);
  }

  private listen(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.socket?.close(), silenceMs);
  }
}

/** Half a second, doubled with each failure up to eight, and never the same for all phones of a room. */
const wait = (failures: number) => Math.min(8_000, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
