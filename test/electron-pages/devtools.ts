import { EventEmitter } from 'node:events';
import type { CDPSession } from '@playwright/test';
import { WebSocket } from 'ws';

/** One line of Chromium's DevTools protocol: to the browser, or to a page. Events come in the order in which Chromium sends them. */
export type Session = Pick<CDPSession, 'send' | 'on' | 'once' | 'off'>;

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
}

interface Waiting {
  sessionId: string | undefined;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * A connection of our own to a browser that Playwright started. Playwright names a popup only once its first page has come, which
 * is too late to put anything into that page: this one is told before.
 */
export class DevTools {
  private readonly waiting = new Map<number, Waiting>();
  private readonly emitters = new Map<string | undefined, EventEmitter>();
  private asked = 0;
  readonly browser: Session;

  private constructor(private readonly socket: WebSocket) {
    this.browser = this.session(undefined);
    socket.on('message', (data) => this.hear(JSON.parse(String(data)) as Message));
    socket.on('close', () => this.end(() => true));
  }

  /** @param address the browser's own, `ws://127.0.0.1:…` */
  static async connect(address: string): Promise<DevTools> {
    const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 256 * 2 ** 20 });
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new DevTools(socket);
  }

  /** The line with this id, as `Target.attachedToTarget` names it. */
  session(id: string | undefined): Session {
    let emitter = this.emitters.get(id);
    if (!emitter) {
      emitter = new EventEmitter().setMaxListeners(0);
      this.emitters.set(id, emitter);
    }
    const send = (method: string, params: object = {}) => this.send(id, method, params);
    return Object.assign(emitter, { send }) as unknown as Session;
  }

  /** Whoever still waits for an answer on this line gets none. */
  detached(id: string): void {
    this.end(({ sessionId }) => sessionId === id);
    this.emitters.delete(id);
  }

  close(): void {
    this.socket.terminate();
  }

  private send(sessionId: string | undefined, method: string, params: object): Promise<unknown> {
    const id = ++this.asked;
    const answer = new Promise((resolve, reject) =>
      this.waiting.set(id, { sessionId, resolve, reject }),
    );
    // Most of what is asked is not waited for, and a page may be gone at any time.
    answer.catch(() => undefined);
    this.socket.send(JSON.stringify({ id, sessionId, method, params }), () => undefined);
    return answer;
  }

  private hear({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      this.emitters.get(sessionId)?.emit(method!, params);
      return;
    }
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  private end(which: (one: Waiting) => boolean): void {
    for (const [id, one] of this.waiting) {
      if (!which(one)) continue;
      this.waiting.delete(id);
      one.reject(new Error('The page is gone.'));
    }
  }
}
