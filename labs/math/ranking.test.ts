import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  brierScore,
  calibrationBins,
  equalMassCalibrationError,
  expectedCalibrationError,
  logLoss,
  maximumCalibrationError,
  precisionAtTop,
  rocAuc,
} from './ranking.ts';

const rows = fc.array(
  fc.record({
    y: fc.constantFrom(0, 1),
    s: fc.integer({ min: 0, max: 10 }).map((k) => k / 10),
    w: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('rocAuc', () => {
  it('is the share of pairs won, ties one half, by counting every pair', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        let won = 0;
        let pairs = 0;
        for (const a of sample)
          for (const b of sample)
            if (a.y === 1 && b.y === 0) {
              pairs += a.w * b.w;
              if (a.s > b.s) won += a.w * b.w;
              if (a.s === b.s) won += (a.w * b.w) / 2;
            }
        const auc = rocAuc(
          sample.map((r) => r.y),
          sample.map((r) => r.s),
          sample.map((r) => r.w),
        );
        if (pairs === 0) expect(auc).toBeNull();
        else expect(auc).toBeCloseTo(won / pairs, 12);
      }),
    );
  });
  it('is 1/2 for one score and undefined for one class', () => {
    expect(rocAuc([0, 1, 1], [0.3, 0.3, 0.3])).toBe(0.5);
    expect(rocAuc([1, 1], [0.1, 0.2])).toBeNull();
    expect(rocAuc([], [])).toBeNull();
  });
});

describe('precisionAtTop', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => i / 20);
  it('looks at the highest tenth only', () => {
    expect(
      precisionAtTop(
        twenty.map((_, i) => Number(i >= 18)),
        twenty,
        0.1,
      ),
    ).toBe(1);
    expect(
      precisionAtTop(
        twenty.map((_, i) => Number(i === 18)),
        twenty,
        0.1,
      ),
    ).toBe(0.5);
    expect(
      precisionAtTop(
        twenty.map((_, i) => Number(i < 18)),
        twenty,
        0.1,
      ),
    ).toBe(0);
  });
  it('counts a tie across the edge by its share of positives, whatever the order of the rows', () => {
    // One clear positive, then four tied rows, one of them positive, for one place.
    const labels = [1, 1, 0, 0, 0, ...Array.from({ length: 15 }, () => 0)];
    const scores = [0.9, 0.8, 0.8, 0.8, 0.8, ...Array.from({ length: 15 }, () => 0.1)];
    expect(precisionAtTop(labels, scores, 0.1)).toBe((1 + 1 / 4) / 2);
    expect(precisionAtTop([...labels].reverse(), [...scores].reverse(), 0.1)).toBe((1 + 1 / 4) / 2);
    expect(precisionAtTop([1, 0, 0, 1], [0.5, 0.5, 0.5, 0.5], 0.1)).toBe(0.5);
  });
  it('takes one row of fewer than ten, whole rows of more, and none of none', () => {
    expect(precisionAtTop([0, 1, 0], [0.1, 0.9, 0.2], 0.1)).toBe(1);
    expect(precisionAtTop([1], [0.3], 0.1)).toBe(1);
    expect(
      precisionAtTop(
        [1, 0, ...Array.from({ length: 9 }, () => 0)],
        Array.from({ length: 11 }, (_, i) => -i),
        0.1,
      ),
    ).toBe(0.5);
    expect(
      precisionAtTop(
        Array.from({ length: 70 }, (_, i) => Number(i < 7)),
        Array.from({ length: 70 }, (_, i) => -i),
        0.1,
      ),
    ).toBe(1);
    expect(precisionAtTop([], [], 0.1)).toBeNull();
  });
  it('of all rows is the share of positives', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        expect(
          precisionAtTop(
            sample.map((r) => r.y),
            sample.map((r) => r.s),
            1,
          ),
        ).toBeCloseTo(sample.reduce((sum, r) => sum + r.y, 0) / sample.length, 12);
      }),
    );
  });
});

describe('weights', () => {
  it('count as repeated rows in every metric', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        const y = sample.map((r) => r.y);
        const s = sample.map((r) => r.s);
        const w = sample.map((r) => r.w);
        const repeated = sample.flatMap((r) => Array.from({ length: r.w }, () => r));
        const y2 = repeated.map((r) => r.y);
        const s2 = repeated.map((r) => r.s);
        const pairs: [number | null, number | null][] = [
          [averagePrecision(y, s, w), averagePrecision(y2, s2)],
          [logLoss(y, s, w), logLoss(y2, s2)],
          [brierScore(y, s, w), brierScore(y2, s2)],
          [expectedCalibrationError(y, s, 10, w), expectedCalibrationError(y2, s2, 10)],
          [maximumCalibrationError(y, s, 10, w), maximumCalibrationError(y2, s2, 10)],
        ];
        for (const [weighted, plain] of pairs) {
          if (plain === null) expect(weighted).toBeNull();
          else expect(weighted).toBeCloseTo(plain, 10);
        }
      }),
    );
  });
});

describe('probabilities', () => {
  it('clips before the logarithm', () => {
    expect(logLoss([1], [0])).toBeCloseTo(-Math.log(1e-7), 10);
    expect(logLoss([0], [1])).toBeCloseTo(-Math.log(1e-7), 8);
    expect(logLoss([1], [0], null, 1e-3)).toBeCloseTo(-Math.log(1e-3), 10);
  });
  it('puts an edge into the bin below it', () => {
    const bins = calibrationBins([1, 1, 1, 1], [0, 0.1, 0.3, 1], 10);
    expect(bins.map((bin) => bin.weight)).toEqual([2, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
    expect(bins[1]).toEqual({ weight: 0, confidence: null, accuracy: null });
  });
  it('fills bins of equal mass, the first ones longer', () => {
    // Bins of 3 and 2 rows: gaps |.2 − 1/3| and |.75 − 1|.
    expect(equalMassCalibrationError([0, 0, 1, 1, 1], [0.1, 0.2, 0.3, 0.7, 0.8], 2)).toBeCloseTo(
      (3 * Math.abs(0.2 - 1 / 3) + 2 * 0.25) / 5,
      12,
    );
  });
  it('is null of nothing', () => {
    expect([
      logLoss([], []),
      brierScore([], []),
      averagePrecision([0], [0.2]),
      expectedCalibrationError([], [], 10),
      maximumCalibrationError([], [], 10),
      equalMassCalibrationError([], [], 10),
    ]).toEqual([null, null, null, null, null, null]);
    expect(brierScore([1], [0.5], [0])).toBeNull();
  });
});

describe('bad input', () => {
  it.each([
    ['lists of different length', () => rocAuc([0, 1], [0.5])],
    ['weights of different length', () => rocAuc([0, 1], [0.5, 0.6], [1])],
    ['a label that is not 0 or 1', () => logLoss([0, 2], [0.5, 0.6])],
    ['a score that is no number', () => brierScore([0, 1], [0.5, Number.NaN])],
    ['a negative weight', () => averagePrecision([0, 1], [0.5, 0.6], [1, -1])],
    ['no bins', () => expectedCalibrationError([0, 1], [0.5, 0.6], 0)],
    ['a share of nothing', () => precisionAtTop([0, 1], [0.5, 0.6], 0)],
    ['more than all', () => precisionAtTop([0, 1], [0.5, 0.6], 1.1)],
    ['half a bin', () => equalMassCalibrationError([0, 1], [0.5, 0.6], 1.5)],
  ])('refuses %s', (_name, call) => expect(call).toThrow(RangeError));
});
