import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionByGroup, ratesOf, sumOf } from './confusion.ts';
import { disparityOf, forcedFalsePositiveRate, groupFairness } from './group-fairness.ts';

const matrix = (tp: number, fp: number, fn: number, tn: number) => ({
  count: tp + fp + fn + tn,
  weight: tp + fp + fn + tn,
  tp,
  fp,
  fn,
  tn,
});
const counts = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
  .map((cells) => matrix(...cells));

describe('group fairness', () => {
  it('says nothing where nothing can be compared', () => {
    const alone = groupFairness([matrix(1, 1, 1, 1)]);
    expect(alone.demographicParity).toEqual({ difference: null, ratio: null, undefined: [] });
    expect(alone.fourFifths).toBeNull();
    expect(groupFairness([]).selectionRateToOverall).toBeNull();
  });

  it('does not pass four fifths where nobody is selected', () => {
    const nobody = groupFairness([matrix(0, 0, 5, 5), matrix(0, 0, 2, 8)]);
    expect(nobody.demographicParity).toMatchObject({ difference: 0, ratio: null });
    expect(nobody.fourFifths).toBeNull();
  });

  it('leaves a group without rows out of everything and names it', () => {
    const rates = [matrix(2, 1, 1, 1), matrix(0, 0, 0, 0), matrix(1, 1, 2, 1)].map(ratesOf);
    expect(disparityOf(rates, 'selectionRate')).toMatchObject({ undefined: [1] });
    expect(disparityOf(rates, 'selectionRate').difference).toBeCloseTo(3 / 5 - 2 / 5, 12);
  });

  it('never gives NaN', () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 5 }), (matrices) => {
        expect(
          JSON.stringify(groupFairness(matrices), (_, value: unknown) =>
            Number.isNaN(value) ? 'NaN' : value,
          ),
        ).not.toContain('NaN');
      }),
    );
  });

  it('Chouldechova’s identity holds for every group that has all its rates', () => {
    fc.assert(
      fc.property(counts, (cells) => {
        const rates = ratesOf(cells);
        const forced = forcedFalsePositiveRate(rates);
        if (forced !== null) expect(forced).toBeCloseTo(rates.fpr!, 9);
      }),
    );
  });

  it('counts rows by group and weight', () => {
    const [a, b] = confusionByGroup([1, 0, 1, 0], [1, 1, 0, 0], [0, 0, 1, 1], 2, [2, 1, 0, 3]);
    expect(a).toEqual({ count: 2, weight: 3, tp: 2, fp: 1, fn: 0, tn: 0 });
    expect(b).toEqual({ count: 2, weight: 3, tp: 0, fp: 0, fn: 0, tn: 3 });
    expect(sumOf([a!, b!])).toEqual({ count: 4, weight: 6, tp: 2, fp: 1, fn: 0, tn: 3 });
    expect(() => confusionByGroup([1], [1, 0], [0], 1)).toThrow(RangeError);
  });
});
