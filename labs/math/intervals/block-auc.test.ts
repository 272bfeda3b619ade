import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random.ts';
import { rocAuc } from '../ranking.ts';
import { blockAuc, blockAucInterval, blockSpread, spreadInterval } from './block-auc.ts';

const random = seededRandom(3);
const n = 200;
const labels = Array.from({ length: n }, () => random.integer(2));
const scores = labels.map((y) => Math.round(4 * (y * 0.5 + random.normal())) / 4);
const block = labels.map((_, i) => i % 20);
const found = blockAuc(labels, scores, block, 20)!;

describe('the AUC and its influences', () => {
  it('is the AUC, ties included', () => {
    expect(found.auc).toBeCloseTo(rocAuc(labels, scores)!, 12);
    expect(found.influence.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
  });
  it('an influence is what leaving a block out moves, but for its square', () => {
    for (let b = 0; b < 20; b++) {
      const stays = labels.map((_, i) => block[i] !== b);
      const of = (values: number[]) => values.filter((_, i) => stays[i]);
      const without = rocAuc(of(labels), of(scores))!;
      expect(Math.abs(found.auc - without - found.influence[b]!)).toBeLessThan(0.004);
    }
  });
  it('with a block for each row it is DeLong’s variance: 0.5 known', () => {
    // Two positives (3, 1), two negatives (2, 0): V10 = 1, .5; V01 = .5, 1; variance ⅛/2 + ⅛/2.
    const rows = blockAuc([1, 1, 0, 0], [3, 1, 2, 0], [0, 1, 2, 3], 4)!;
    expect(rows.auc).toBe(0.75);
    expect([...rows.influence]).toEqual([0.125, -0.125, -0.125, 0.125]);
  });
  it('is null where a class is missing, and refuses lists that do not fit', () => {
    expect(blockAuc([1, 1], [1, 2], [0, 1], 2)).toBeNull();
    expect(() => blockAuc([0, 1], [1], [0, 1], 2)).toThrow(RangeError);
  });
});

describe('the interval', () => {
  it('is Student’s with the blocks’ degrees of freedom, strata apart', () => {
    const influence = [1, -1, 2, -2, 0, 0];
    expect(blockSpread(influence, [0, 6])).toEqual({
      variance: expect.closeTo((10 * 6) / 5, 12) as number,
      df: expect.closeTo(5, 12) as number,
    });
    // The mean of a stratum is its own: what a whole stratum has in common is no spread.
    expect(blockSpread([5, 5, 7, 7], [0, 2, 4]).variance).toBe(0);
    const [low, high] = spreadInterval(0.7, { variance: 0.01 ** 2, df: 35 });
    expect(low).toBeCloseTo(0.7 - 2.0301 * 0.01, 5);
    expect(high).toBeCloseTo(0.7 + 2.0301 * 0.01, 5);
  });
  it('holds the AUC and has a width also where every pair stands right', () => {
    const [low, high] = blockAucInterval(found);
    expect(low < found.auc && found.auc < high).toBe(true);
    const right = blockAuc([0, 0, 1, 1], [1, 2, 3, 4], [0, 1, 0, 1], 2)!;
    const all = blockAucInterval(right);
    expect(all[1]).toBe(1);
    expect(all[0]).toBeLessThan(0.5);
  });
});
