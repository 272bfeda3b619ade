import { expect, it } from 'vitest';
import type { OpenRoom } from '../../../main/contract/room.ts';
import { currentWords, listWords, roomEndsWords } from './class-words.ts';

const at = '2026-11-27T10:15:00.000Z';
const list = (current: number, ...earlier: number[]) => ({
  current: { number: current, begunAt: at, usedAt: at },
  offered: false,
  earlier: earlier.map((number) => ({ number, begunAt: at, usedAt: at, problem: null })),
});

it('a class later than the one that was opened is not called an earlier one', () => {
  expect(listWords(list(3, 2, 1))).toBe('Earlier classes');
  expect(listWords({ ...list(3, 2, 1), current: null })).toBe('Earlier classes');
  expect(listWords(list(1, 2))).toBe('Other classes');
});

it('says what becomes of an open room before another class begins, and nothing where none is open', () => {
  const open = { address: '192.168.1.20:4000' } as OpenRoom;
  expect(roomEndsWords({ open })).toMatch(/closes with this class\..*192\.168\.1\.20:4000/);
  expect(roomEndsWords({ open: null })).toBeNull();
});

it('says that a class is kept only where it will be', () => {
  const { current } = list(1);
  expect(currentWords(current, true)).toMatch(/^Begun .+\. It is kept when a new one begins\.$/);
  expect(currentWords(current, false)).toMatch(/nothing to keep/);
  for (const kept of [true, false])
    expect(currentWords(null, kept)).toBe('Nothing was done in this class yet.');
});
