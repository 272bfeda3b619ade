import { expect, it, vi } from 'vitest';
import { readOnce } from './read-once.ts';

it('reads an object once, another one with the same parts anew, and what is none each time', () => {
  const read = vi.fn((value: unknown) => (value ? { value } : null));
  const once = readOnce(read);
  const [one, same] = [{ auc: 0.5 }, { auc: 0.5 }];
  expect(once(one)).toBe(once(one));
  expect(once(same)).not.toBe(once(one));
  expect(read).toHaveBeenCalledTimes(2);
  expect([once(null), once(null), once(undefined)]).toEqual([null, null, null]);
  expect(read).toHaveBeenCalledTimes(5);
});

it('remembers that nothing could be read', () => {
  const read = vi.fn(() => undefined);
  const once = readOnce(read);
  const broken = {};
  expect([once(broken), once(broken)]).toEqual([undefined, undefined]);
  expect(read).toHaveBeenCalledTimes(1);
});
