import { describe, expect, it } from 'vitest';
import { blockAuc, bootstrapInterval, drawBlocks } from './bootstrap.ts';
import { seededRandom } from './random.ts';
import { rocAuc } from './ranking.ts';

describe('blockAuc', () => {
  const random = seededRandom(3);
  const n = 200;
  const labels = Array.from({ length: n }, () => random.integer(2));
  const scores = labels.map((y) => Math.round(4 * (y * 0.5 + random.normal())) / 4);
  const block = labels.map((_, i) => i % 20);

  it('is the weighted AUC, ties included, for any counts', () => {
    const auc = blockAuc(labels, scores, block);
    for (let i = 0; i < 20; i++) {
      const counts = drawBlocks(random, 20);
      expect(auc(counts)).toBeCloseTo(
        rocAuc(
          labels,
          scores,
          block.map((b) => counts[b]!),
        )!,
        12,
      );
    }
  });
  it('is null where a class has no weight, and refuses lists that do not fit', () => {
    expect(blockAuc([0, 1], [1, 2], [0, 1])([1, 0])).toBeNull();
    expect(() => blockAuc([0, 1], [1], [0, 1])).toThrow(RangeError);
  });
});

describe('the bootstrap', () => {
  it('draws as many blocks as there are', () => {
    const random = seededRandom(1);
    for (let i = 0; i < 10; i++)
      expect(drawBlocks(random, 30).reduce((sum, count) => sum + count, 0)).toBe(30);
  });
  it('covers the true mean of blocks about nineteen times in twenty', () => {
    const random = seededRandom(9);
    let covered = 0;
    for (let trial = 0; trial < 300; trial++) {
      const means = Array.from({ length: 60 }, () => random.normal());
      const sums = Array.from({ length: 300 }, () => {
        const counts = drawBlocks(random, 60);
        return means.reduce((sum, value, i) => sum + value * counts[i]!, 0) / 60;
      });
      const [low, high] = bootstrapInterval(sums)!;
      if (low <= 0 && 0 <= high) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.9);
    expect(covered / 300).toBeLessThan(0.985);
  });
  it('says nothing of too few values', () => expect(bootstrapInterval([1, 2])).toBeNull());
});
