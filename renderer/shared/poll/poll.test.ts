import { describe, expect, it } from 'vitest';
import { handsSchema, noHands, percentsOf, pollShares, pollWords, readHands } from './poll.ts';

const poll = {
  id: 'p',
  question: 'Which?',
  options: [
    { id: 'a', label: 'This' },
    { id: 'b', label: 'That' },
    { id: 'c', label: 'Neither' },
  ],
};

describe('percentsOf', () => {
  it('adds to 100 whatever was counted', () => {
    for (let a = 0; a <= 40; a++)
      for (let b = 0; b <= 40; b += 3)
        for (const c of [0, 1, 17, 9_999]) {
          const sum = percentsOf([a, b, c]).reduce((x, y) => x + y, 0);
          expect(sum, `${a} ${b} ${c}`).toBe(a + b + c === 0 ? 0 : 100);
        }
  });
  it('gives what is left over to the largest remainders, the earlier first', () => {
    expect(percentsOf([1, 1, 1])).toEqual([34, 33, 33]);
    expect(percentsOf([1, 2])).toEqual([33, 67]);
    expect(percentsOf([0, 5])).toEqual([0, 100]);
  });
  it('never rounds by more than one', () => {
    const counted = [7, 19, 3, 11];
    percentsOf(counted).forEach((percent, index) =>
      expect(Math.abs(percent - (100 * counted[index]!) / 40)).toBeLessThan(1),
    );
  });
});

describe('readHands', () => {
  it('takes whole numbers, and nothing as none', () => {
    expect(readHands(' 12 ')).toEqual({ ok: true, value: 12 });
    expect(readHands('')).toEqual({ ok: true, value: 0 });
    expect(readHands('007')).toEqual({ ok: true, value: 7 });
  });
  it.each(['-1', '3.5', 'twelve', '1e3', '0x10', '１２', '12 3', '+4', 'NaN'])(
    'refuses %s',
    (text) => {
      expect(readHands(text).ok).toBe(false);
    },
  );
  it('refuses more hands than a room has', () => {
    expect(readHands('9999').ok).toBe(true);
    expect(readHands('10000')).toMatchObject({ ok: false, what: 'At most 9,999.' });
    expect(readHands('9'.repeat(400)).ok).toBe(false);
  });
});

describe('pollShares', () => {
  it('lists every option in its order and forgets those the poll no longer has', () => {
    const shares = pollShares(poll, { ...noHands, counts: { b: 3, a: 1, gone: 50 } });
    expect(shares.map(({ id, hands, percent }) => [id, hands, percent])).toEqual([
      ['a', 1, 25],
      ['b', 3, 75],
      ['c', 0, 0],
    ]);
    expect(pollWords(shares)).toBe(
      'This: 1 hand, 25 per cent; That: 3 hands, 75 per cent; Neither: 0 hands, 0 per cent',
    );
  });
  it('does not accept from disk what nobody can have counted', () => {
    expect(handsSchema.safeParse({ counts: { a: -1 }, shown: true, before: null }).success).toBe(
      false,
    );
    expect(handsSchema.safeParse(noHands).success).toBe(true);
    // Of the answer of an own lecture that is as long as one can be, the twelfth of its name.
    const longest = `${'x'.repeat(60)}-12`;
    expect(handsSchema.safeParse({ ...noHands, counts: { [longest]: 3 } }).success).toBe(true);
  });
});
