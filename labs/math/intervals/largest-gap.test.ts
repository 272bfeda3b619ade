import { describe, expect, it } from 'vitest';
import { differenceInterval, ratioInterval } from './compare.ts';
import { criticalGap } from './critical-gap.ts';
import { largestGap, ratioOfLargestGap } from './largest-gap.ts';

const rate = (hits: number, n: number) => ({ p: hits / n, n });
const near = (got: readonly number[], expected: readonly number[], digits = 4) =>
  expected.forEach((value, i) => expect(got[i]).toBeCloseTo(value, digits));

describe('two groups', () => {
  it('differences: examples of Newcombe 1998 (Stat. Med. 17, 873), method 10', () => {
    near(differenceInterval(rate(56, 70), rate(48, 80)), [0.0524, 0.3339]);
    near(differenceInterval(rate(9, 10), rate(3, 10)), [0.1705, 0.809]);
    near(differenceInterval(rate(5, 56), rate(0, 29)), [-0.0381, 0.1926]);
    near(differenceInterval(rate(10, 10), rate(0, 10)), [0.6075, 1]);
  });
  it('ratios: the example of Koopman 1984 (Biometrics 40, 513), and its turned self', () => {
    near(ratioInterval(rate(36, 40), rate(16, 80))!, [2.94, 7.15], 2);
    const [low, high] = ratioInterval(rate(16, 80), rate(36, 40))!;
    near([1 / high, 1 / low], [2.94, 7.15], 2);
  });
  it('ratios with nobody on a side have one bound, with nobody on both none', () => {
    const [low, high] = ratioInterval(rate(0, 50), rate(10, 50))!;
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(0.1);
    expect(high).toBeLessThan(1);
    const turned = ratioInterval(rate(10, 50), rate(0, 50))!;
    expect(turned[1]).toBe(Infinity);
    expect(turned[0]).toBeCloseTo(1 / high, 6);
    expect(ratioInterval(rate(0, 50), rate(0, 50))).toBeNull();
  });
  it('of a named pair are the same whichever is called first', () => {
    const [low, high] = differenceInterval(rate(30, 90), rate(41, 80));
    near(differenceInterval(rate(41, 80), rate(30, 90)), [-high, -low], 12);
  });
});

describe('the critical value', () => {
  it('is 1.96 for two groups, and Tukey’s studentised range for more that may be equal', () => {
    expect(criticalGap([{ kind: 'together', groups: 2 }])).toBeCloseTo(1.95996, 4);
    expect(criticalGap([{ kind: 'apart', top: 1, bottom: 1 }])).toBeCloseTo(1.95996, 4);
    for (const [groups, range] of [
      [3, 3.314],
      [5, 3.858],
      [10, 4.474],
      [20, 5.012],
    ] as const)
      expect(criticalGap([{ kind: 'together', groups }]) * Math.SQRT2).toBeCloseTo(range, 3);
  });
  it('grows with what was chosen from, and with a second rate', () => {
    const apart = (top: number, bottom: number) => criticalGap([{ kind: 'apart', top, bottom }]);
    expect(apart(1, 4)).toBeGreaterThan(apart(1, 2));
    expect(apart(1, 4)).toBeLessThan(criticalGap([{ kind: 'together', groups: 5 }]));
    // Two independent gaps of two groups each: both within z with probability .95.
    const two = criticalGap([
      { kind: 'together', groups: 2 },
      { kind: 'together', groups: 2 },
    ]);
    expect(two).toBeCloseTo(2.2365, 3);
  });
});

describe('the largest gap', () => {
  it('is between named groups; without a choice it is Newcombe’s', () => {
    const groups = [rate(48, 80), rate(56, 70)];
    expect(largestGap([groups])).toEqual({
      rate: 0,
      most: 1,
      least: 0,
      difference: 56 / 70 - 48 / 80,
      z: expect.closeTo(1.96, 3) as number,
      interval: [expect.closeTo(0.0524, 3), expect.closeTo(0.3339, 3)],
    });
  });
  it('holds 0 between equal groups, where a bootstrap of largest less smallest never does', () => {
    const { interval, difference } = largestGap([
      [rate(2_480, 5_000), rate(2_520, 5_000), rate(2_500, 5_000)],
    ])!;
    expect(difference).toBeCloseTo(0.008, 12);
    expect(interval[0]).toBeLessThan(0);
    const [low, high] = ratioOfLargestGap([rate(2_480, 5_000), rate(2_520, 5_000)])!;
    expect(low < 1 && 1 < high).toBe(true);
  });
  it('is wider where five may be the farthest than where two are', () => {
    const width = (groups: { p: number; n: number }[]) => {
      const [low, high] = largestGap([groups])!.interval;
      return high - low;
    };
    const two = [rate(30, 100), rate(40, 100)];
    const five = [...two, rate(34, 100), rate(36, 100), rate(35, 100)];
    expect(width(five)).toBeGreaterThan(1.3 * width(two));
    // Groups that are clearly between the two cost nothing.
    const clear = [rate(1_000, 5_000), rate(4_000, 5_000)];
    expect(width([...clear, rate(2_500, 5_000)])).toBeCloseTo(width(clear), 4);
  });
  it('takes the larger of several rates: equalized odds', () => {
    const tpr = [rate(50, 100), rate(55, 100)];
    const fpr = [rate(10, 100), rate(40, 100)];
    expect(largestGap([tpr, fpr])).toMatchObject({ rate: 1, most: 1, least: 0 });
  });
  it('leaves groups without the rate out, and says nothing of fewer than two', () => {
    expect(largestGap([[rate(3, 10), null, rate(5, 10)]])).toMatchObject({ most: 2, least: 0 });
    expect(largestGap([[rate(3, 10), null]])).toBeNull();
    expect(ratioOfLargestGap([rate(3, 10)])).toBeNull();
    expect(ratioOfLargestGap([rate(0, 10), rate(0, 10)])).toBeNull();
    // All the same: two groups all the same, and not one with itself.
    const { most, least } = largestGap([[rate(5, 10), rate(5, 10)]])!;
    expect(most).not.toBe(least);
  });
});
