import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../test/cpu-time.ts';
import { asofJoin, byTime, type AsofOptions } from './asof.ts';
import { seededRandom } from './random.ts';

interface Row {
  t: number;
  k: number;
}
const table = fc.array(
  fc.record({ t: fc.integer({ min: 0, max: 12 }), k: fc.integer({ min: 0, max: 2 }) }),
  { maxLength: 25 },
);
const rows = (list: Row[]) => ({ time: list.map((row) => row.t), key: list.map((row) => row.k) });

/** The definition, looked up for every row by itself. */
function bySearch(
  left: Row[],
  right: Row[],
  { direction = 'backward', allowExact = true, within = Infinity }: AsofOptions,
): number[] {
  return left.map(({ t, k }) => {
    const able = right
      .map((row, place) => ({ ...row, place }))
      .filter(
        (row) =>
          (row.k === k && (direction === 'backward' ? row.t < t : row.t > t)) ||
          (row.k === k && allowExact && row.t === t),
      );
    able.sort((a, b) =>
      direction === 'backward' ? b.t - a.t || b.place - a.place : a.t - b.t || a.place - b.place,
    );
    const best = able[0];
    return best && Math.abs(best.t - t) <= within ? best.place : -1;
  });
}

describe('asofJoin', () => {
  it('finds what a search of every row finds, in any order, direction and tolerance', () => {
    const options = fc.record({
      direction: fc.constantFrom('backward' as const, 'forward' as const),
      allowExact: fc.boolean(),
      within: fc.constantFrom(Infinity, 0, 3),
    });
    fc.assert(
      fc.property(table, table, options, (left, right, how) => {
        expect([...asofJoin(rows(left), rows(right), how)]).toEqual(bySearch(left, right, how));
      }),
      { numRuns: 400 },
    );
  });

  it('takes keys that are far apart and negative', () => {
    const right = { time: [1, 2, 3], key: [-5, 4e9, -5] };
    expect([...asofJoin({ time: [2, 5, 5], key: [-5, 4e9, 7] }, right)]).toEqual([0, 1, -1]);
  });

  it('works without keys and with nothing on one side', () => {
    expect([...asofJoin({ time: [4, 1] }, { time: [2, 3] })]).toEqual([1, -1]);
    expect([...asofJoin({ time: [4] }, { time: [] })]).toEqual([-1]);
    expect([...asofJoin({ time: [] }, { time: [1] })]).toEqual([]);
  });

  it('matches nothing at a time that is no number, on either side', () => {
    expect([...asofJoin({ time: [NaN, 5] }, { time: [NaN, 3] })]).toEqual([-1, 1]);
    expect([...asofJoin({ time: [NaN, 5] }, { time: [NaN, 7] }, { direction: 'forward' })]).toEqual(
      [-1, 1],
    );
  });

  it('refuses tables that do not fit', () => {
    expect(() => asofJoin({ time: [1], key: [1, 2] }, { time: [1], key: [1] })).toThrow(RangeError);
    expect(() => asofJoin({ time: [1], key: [1] }, { time: [1] })).toThrow(RangeError);
    expect(() => asofJoin({ time: [1], key: [0.5] }, { time: [1], key: [1] })).toThrow(
      /whole number/,
    );
  });

  it('joins a hundred thousand rows in no time', () => {
    const random = seededRandom(1);
    const make = () => ({
      time: Float64Array.from({ length: 100_000 }, () => random.uniform()).sort(),
      key: Int32Array.from({ length: 100_000 }, () => random.integer(10_000)),
    });
    const [left, right] = [make(), make()];
    const { value: matched, ms } = cpuTime(() => asofJoin(left, right));
    expect(ms).toBeLessThan(500);
    expect(
      matched.every(
        (j, i) => j < 0 || (right.key[j] === left.key[i] && right.time[j]! <= left.time[i]!),
      ),
    ).toBe(true);
  });
});

it('knows what is sorted already', () => {
  expect(byTime([1, 1, 2])).toBeNull();
  expect(byTime([])).toBeNull();
  expect([...byTime([2, 1, 2])!]).toEqual([1, 0, 2]);
});
