import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import {
  activationClustering,
  caught,
  highest,
  spectralCount,
  spectralSignature,
  suspectLabels,
} from './defences.ts';
import { removedRows } from './defend.ts';
import type { Inside } from './lab.ts';
import { attackRates, confusionMatrix } from './metrics.ts';

describe('attack rates', () => {
  it('leave out the target’s own faces', () => {
    const rates = attackRates([0, 0, 1, 2], [0, 0, 1, 2], [0, 0, 0, 2], 0);
    expect(rates).toMatchObject({
      eligible: 2,
      asr: 0.5,
      inflated: 0.75,
      baseRate: 0,
      cleanAccuracy: 1,
      robustAccuracy: 0.5,
    });
  });
  it('are null where nobody is left, and refuse what does not fit', () => {
    expect(attackRates([0], [0], [0], 0)).toMatchObject({ asr: null, baseRate: null, eligible: 0 });
    expect(attackRates([], [], [], 0).cleanAccuracy).toBeNull();
    expect(() => attackRates([0, 1], [0], [0, 1], 0)).toThrow(RangeError);
    expect(() => attackRates([0], [0], [0], -1)).toThrow(RangeError);
  });
  it('count who is taken for whom', () => {
    expect(confusionMatrix([0, 0, 1], [0, 1, 1], 2)).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });
});

/** Rows about a middle, and some that stand apart. */
function mixture(seed: number, clean: number, poison: number, apart: number) {
  const random = seededRandom(seed);
  return Array.from({ length: clean + poison }, (_, i) =>
    Float64Array.from(
      { length: 8 },
      (_x, j) => random.normal() + (i >= clean && j === 2 ? apart : 0),
    ),
  );
}

describe('defences', () => {
  it('spectral signatures find a minority that stands apart, and point at the clean where it is the majority', () => {
    const poison = Array.from({ length: 20 }, (_, i) => 100 + i);
    expect(caught(spectralSignature(mixture(1, 100, 20, 12), 0.17).removed, poison).recall).toBe(1);
    const most = Array.from({ length: 100 }, (_, i) => 20 + i);
    expect(caught(spectralSignature(mixture(2, 20, 100, 12), 0.1).removed, most).found).toBe(0);
  });
  it('take half as many again as expected, never more than there are', () => {
    expect(spectralCount(0.3, 6)).toBe(3);
    expect(spectralCount(0.2, 20)).toBe(6);
    expect(spectralCount(0.9, 10)).toBe(10);
    expect(spectralCount(0, 10)).toBe(0);
    expect(highest([1, 3, 3, 2], 2)).toEqual([1, 2]);
  });
  it('clustering splits what stands apart', () => {
    const found = activationClustering(mixture(3, 60, 15, 14), 4);
    expect(found.smallerRows).toEqual(Array.from({ length: 15 }, (_, i) => 60 + i));
    expect(found.silhouette!).toBeGreaterThan(0.4);
  });
  it('does not depend on the rows’ order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const rows = mixture(seed, 30, 10, 12);
        const back = [...rows].reverse();
        const first = activationClustering(rows, 3).smallerRows;
        expect(
          activationClustering(back, 3)
            .smallerRows.map((row) => rows.length - 1 - row)
            .reverse(),
        ).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });
  it('find nothing where there is nothing, and say so', () => {
    expect(suspectLabels([5, 5, 5]).flagged).toEqual([]);
    expect(caught([1, 2], [])).toEqual({
      found: 0,
      missed: 0,
      cleanRemoved: 2,
      recall: null,
      precision: null,
    });
    expect(() => spectralSignature([], 0.1)).toThrow(RangeError);
  });
});

describe('an operating point', () => {
  const inside: Inside = {
    points: [],
    suspect: 1,
    scores: [0.5, 4, 1],
    clusters: [
      { label: 0, rows: 3, smaller: [2], silhouette: 0.3 },
      { label: 1, rows: 3, smaller: [4], silhouette: 0.5 },
    ],
  };
  const labels = [0, 0, 0, 1, 1, 1];
  it('takes the suspect’s rows with the highest scores', () => {
    expect(removedRows('spectral', 22, inside, labels)).toEqual([4]);
    expect(removedRows('spectral', 40, inside, labels)).toEqual([4, 5]);
  });
  it('takes the small clusters under the share, and no row for pruning', () => {
    expect(removedRows('clustering', 30, inside, labels)).toEqual([]);
    expect(removedRows('clustering', 34, inside, labels)).toEqual([2, 4]);
    expect(removedRows('fine-pruning', 50, inside, labels)).toEqual([]);
  });
});
