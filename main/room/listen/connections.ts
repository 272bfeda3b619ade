import type { Socket } from 'node:net';
import { addressKey } from '../limits/address-key.ts';
import { Buckets } from '../limits/buckets.ts';
import { limits } from '../limits/limits.ts';

interface ConnectionsOptions {
  now: () => number;
  /** In all at one moment, and of one address; tests take fewer. */
  most?: number;
  mostOfAddress?: number;
}

/**
 * Counts connections, half-open ones too. Where there are too many the oldest that has not said the
 * word makes room: who holds connections without saying anything keeps nobody out.
 */
export class Connections {
  /** Those that have not said the word, the oldest first, by what their address is counted by. */
  private readonly waiting = new Map<Socket, string>();
  private readonly settled = new Map<Socket, string>();
  private readonly buckets: Buckets;

  constructor(private readonly options: ConnectionsOptions) {
    this.buckets = new Buckets({ ...limits.connections, now: options.now });
  }

  add(socket: Socket): void {
    const { most = limits.sockets, mostOfAddress = limits.socketsOfAddress } = this.options;
    const key = addressKey(socket.remoteAddress);
    // Nothing is written to it: an answer would cost more than the connection.
    if (!this.buckets.take(key)) return void socket.destroy();
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.waiting.delete(socket);
      this.settled.delete(socket);
    });
    this.waiting.set(socket, key);
    const all = [...this.waiting.values(), ...this.settled.values()];
    const own = all.filter((one) => one === key).length;
    if (all.length <= most && own <= mostOfAddress) return;
    const oldest = [...this.waiting].find(([, of]) => own <= mostOfAddress || of === key);
    oldest?.[0].destroy();
  }

  /** This connection said the word: it is not closed to make room. */
  settle(socket: Socket): void {
    const key = this.waiting.get(socket);
    if (key === undefined) return;
    this.waiting.delete(socket);
    this.settled.set(socket, key);
  }

  get size(): number {
    return this.waiting.size + this.settled.size;
  }

  endAll(): void {
    for (const socket of [...this.waiting.keys(), ...this.settled.keys()]) socket.destroy();
  }
}
