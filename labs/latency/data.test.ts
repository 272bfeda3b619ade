import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import { clickData, featureCount } from './data.ts';

describe('clickData', () => {
  const { train, test } = clickData(seededRandom(7));
  it('draws standard normal features and 0/1 labels', () => {
    expect(train).toMatchObject({ rows: 10_000, features: featureCount });
    expect(train.x).toHaveLength(640_000);
    const mean = train.x.reduce((sum, v) => sum + v, 0) / train.x.length;
    const square = train.x.reduce((sum, v) => sum + v * v, 0) / train.x.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(square).toBeCloseTo(1, 1);
    expect([...new Set(test.y)].sort()).toEqual([0, 1]);
    const rate = train.y.reduce((sum, v) => sum + v, 0) / train.rows;
    expect(rate).toBeGreaterThan(0.3);
    expect(rate).toBeLessThan(0.45);
  });
  it('is the same for the same seed, and its folds and seeds differ', () => {
    const again = clickData(seededRandom(7));
    expect(again.train.x).toEqual(train.x);
    expect(again.test.y).toEqual(test.y);
    expect(clickData(seededRandom(8)).train.x[0]).not.toBe(train.x[0]);
    expect(train.x[0]).not.toBe(test.x[0]);
  });
  it('keeps its rows where the other fold changes size', () => {
    expect(clickData(seededRandom(7), 10, 4_000).test.x).toEqual(test.x);
  });
  it('hides most of its signal in products: no feature beyond the twentieth tells anything, and few of the first alone', () => {
    const correlation = (k: number) => {
      let sum = 0;
      for (let row = 0; row < train.rows; row++)
        sum += train.x[row * featureCount + k]! * (train.y[row]! - 0.37);
      return Math.abs(sum) / train.rows;
    };
    const strength = Array.from({ length: featureCount }, (_, k) => correlation(k));
    expect(Math.max(...strength.slice(20))).toBeLessThan(0.02);
    expect(Math.max(...strength.slice(0, 20))).toBeGreaterThan(0.03);
  });
});
