import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anomalyIndex, entropyBits, median } from './anomaly.ts';
import { silhouettes, twoMeans } from './clusters.ts';
import { dot, principal, symmetricEigen } from './principal.ts';
import { seededRandom } from './random.ts';

const table = fc.integer({ min: 1, max: 100_000 }).chain((seed) =>
  fc
    .record({ n: fc.integer({ min: 2, max: 12 }), d: fc.integer({ min: 1, max: 6 }) })
    .map(({ n, d }) => {
      const random = seededRandom(seed);
      return Array.from({ length: n }, () => Array.from({ length: d }, () => random.normal()));
    }),
);

describe('symmetricEigen', () => {
  it('gives vectors of length 1 that the matrix only stretches', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const d = rows[0]!.length;
        const matrix = Array.from({ length: d }, (_, i) =>
          Array.from({ length: d }, (_x, j) =>
            rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0),
          ),
        );
        const { values, vectors } = symmetricEigen(matrix);
        vectors.forEach((vector, k) => {
          expect(dot(vector, vector)).toBeCloseTo(1, 9);
          matrix.forEach((row, i) =>
            expect(dot(row, vector)).toBeCloseTo(values[k]! * vector[i]!, 8),
          );
          if (k > 0) expect(values[k]!).toBeLessThanOrEqual(values[k - 1]! + 1e-9);
        });
      }),
    );
  });
});

describe('principal', () => {
  it('keeps all the spread when it keeps all the directions', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { explained, projected, singular } = principal(rows, rows[0]!.length);
        const spread = projected.reduce((sum, row) => sum + dot(row, row), 0);
        expect(spread).toBeCloseTo(
          singular.reduce((sum, s) => sum + s * s, 0),
          7,
        );
        if (explained[0] !== null)
          expect(explained.reduce((sum: number, share) => sum + share!, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
  it('has no shares where nothing spreads, and refuses no rows and what is no number', () => {
    expect(
      principal(
        [
          [1, 2],
          [1, 2],
        ],
        1,
      ).explained,
    ).toEqual([null]);
    expect(() => principal([], 1)).toThrow(RangeError);
    expect(() => principal([[1, Number.NaN]], 1)).toThrow(RangeError);
    expect(() => principal([[1, 2], [1]], 1)).toThrow(RangeError);
  });
});

describe('twoMeans', () => {
  it('is the best of all splits of a few rows', () => {
    fc.assert(
      fc.property(
        table.filter((rows) => rows.length <= 9),
        (rows) => {
          const found = twoMeans(rows, seededRandom(1));
          const cost = (mask: number) =>
            [0, 1].reduce((sum, side) => {
              const own = rows.filter((_, i) => ((mask >> i) & 1) === side);
              const middle = rows[0]!.map((_, j) =>
                own.reduce((s, row) => s + row[j]! / own.length, 0),
              );
              return (
                sum +
                own.reduce((s, row) => s + row.reduce((q, x, j) => q + (x - middle[j]!) ** 2, 0), 0)
              );
            }, 0);
          let best = Infinity;
          for (let mask = 1; mask < 2 ** (rows.length - 1); mask++)
            best = Math.min(best, cost(mask));
          expect(found.inertia).toBeCloseTo(best, 8);
          expect(found.sizes[0] + found.sizes[1]).toBe(rows.length);
        },
      ),
    );
  });
  it('keeps a row in each cluster where all are alike', () => {
    expect([...twoMeans([[1], [1], [1]], seededRandom(1)).sizes].sort()).toEqual([1, 2]);
  });
});

describe('silhouettes', () => {
  it('are near 1 for two heaps, 0 for a row alone, null for one cluster', () => {
    const rows = [[0], [0.1], [10], [10.1]];
    for (const value of silhouettes(rows, [0, 0, 1, 1])!) expect(value).toBeGreaterThan(0.95);
    expect(silhouettes([[0], [1], [9]], [0, 0, 1])![2]).toBe(0);
    expect(silhouettes(rows, [0, 0, 0, 0])).toBeNull();
  });
});

describe('median, anomaly index, entropy', () => {
  it('have the values of their definitions', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNull();
    expect(anomalyIndex([1, 1, 1])).toMatchObject({ mad: 0, index: [null, null, null] });
    expect(anomalyIndex([]).index).toEqual([]);
    expect(entropyBits([0.5, 0.5])).toBe(1);
    expect(entropyBits([1, 0])).toBe(0);
    expect(() => entropyBits([-0.1, 1.1])).toThrow(RangeError);
  });
});
