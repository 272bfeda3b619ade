import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { limits } from '../limits/limits.ts';
import { Connections } from './connections.ts';

class Line extends EventEmitter {
  destroyed = false;
  constructor(readonly remoteAddress: string) {
    super();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('close');
  }
}
const add = (connections: Connections, address: string) => {
  const line = new Line(address);
  connections.add(line as unknown as Socket);
  return line;
};

it('whoever holds 3,000 connections without a word keeps no phone out, and puts none out that is in', () => {
  const connections = new Connections({ now: () => 0 });
  const phone = add(connections, '192.168.1.7');
  connections.settle(phone as unknown as Socket);
  const held = Array.from({ length: 3_000 }, () => add(connections, '192.168.1.66'));
  expect(connections.size).toBeLessThanOrEqual(limits.sockets);
  const late = add(connections, '192.168.1.8');
  expect([phone.destroyed, late.destroyed]).toEqual([false, false]);
  // The oldest silent ones of that address made room, for the address’s own too.
  expect(held.filter(({ destroyed }) => !destroyed)).toHaveLength(limits.socketsOfAddress);
  expect(held[0]!.destroyed).toBe(true);
});

it('one address opens no more connections than its bucket holds; the others are not asked', () => {
  const connections = new Connections({ now: () => 0 });
  for (let count = 0; count < limits.connections.burst; count += 1)
    add(connections, '192.168.1.66').destroy();
  expect(add(connections, '192.168.1.66').destroyed).toBe(true);
  expect(add(connections, '192.168.1.8').destroyed).toBe(false);
  expect(connections.size).toBe(1);
});
