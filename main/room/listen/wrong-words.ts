import type { WebSocket } from 'ws';
import { Buckets } from '../limits/buckets.ts';
import { limits } from '../limits/limits.ts';
import { endWith } from './end-with.ts';

/**
 * Wrong words, by address. The first are answered at once. After that an answer waits, and only a
 * few may wait at one address: whoever guesses on gets no answer but a closed connection.
 */
export class WrongWords {
  private readonly buckets: Buckets;
  private readonly waiting = new Map<string, Set<WebSocket>>();

  constructor(now: () => number) {
    this.buckets = new Buckets({ ...limits.wrongWords, now });
  }

  /** @param say answers that the word is wrong */
  refuse(from: string, socket: WebSocket, say: () => void): void {
    if (this.buckets.take(from)) return say();
    const waiting = this.waiting.get(from) ?? new Set();
    if (waiting.has(socket)) return;
    if (waiting.size >= limits.waitingWrong) return endWith(socket, 'word');
    waiting.add(socket);
    this.waiting.set(from, waiting);
    setTimeout(() => {
      waiting.delete(socket);
      if (waiting.size === 0) this.waiting.delete(from);
      say();
    }, limits.wrongWordMs).unref();
  }
}
