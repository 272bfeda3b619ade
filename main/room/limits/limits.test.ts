import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.ts';
import { Buckets } from './buckets.ts';
import { limits } from './limits.ts';

describe('a token bucket', () => {
  it('gives a burst, then as many a second as it may', () => {
    let now = 0;
    const buckets = new Buckets({ burst: 3, perSecond: 2, now: () => now });
    const take = (times: number) => Array.from({ length: times }, () => buckets.take('a'));
    expect(take(4)).toEqual([true, true, true, false]);
    now = 400;
    expect(take(1)).toEqual([false]);
    now = 1_000;
    expect(take(3)).toEqual([true, true, false]);
    now = 1_000_000;
    expect(take(4)).toEqual([true, true, true, false]);
  });

  it('is one for each key, and remembers no more keys than it may', () => {
    const buckets = new Buckets({ burst: 1, perSecond: 0, most: 2, now: () => 0 });
    expect(buckets.take('a')).toBe(true);
    expect(buckets.take('b')).toBe(true);
    expect(buckets.take('a')).toBe(false);
    expect(buckets.take('c')).toBe(true);
    // b was quiet the longest and is forgotten; a is not.
    expect(buckets.take('a')).toBe(false);
    expect(buckets.take('b')).toBe(true);
  });
});

it('a class of 400 that joins at once behind one address stays under its limits', () => {
  const { newCookies, connections, sockets, socketsOfAddress } = limits;
  const pages = new Buckets({ ...newCookies, now: () => 0 });
  const all = new Buckets({ ...connections, now: () => 0 });
  const phones = Array.from({ length: 400 }, () => 'one address');
  expect(phones.every((address) => pages.take(address))).toBe(true);
  // The page, and the socket twice where the first try broke.
  expect([...phones, ...phones, ...phones].every((address) => all.take(address))).toBe(true);
  expect(Math.min(sockets, socketsOfAddress)).toBeGreaterThan(2_000);
});

describe('what an address is counted by', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20'],
    ['::ffff:192.168.1.20', '192.168.1.20'],
    ['fd00:1:2:3:4:5:6:7', 'fd00:1:2:3::'],
    ['fd00:1:2:3:ffff::1', 'fd00:1:2:3::'],
    ['fd00::1', 'fd00:0:0:0::'],
    ['FE80::1%eth0', 'fe80:0:0:0::'],
    ['::1', '0:0:0:0::'],
  ])('%s by %s', (address, key) => expect(addressKey(address)).toBe(key));
});
