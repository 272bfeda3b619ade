import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PredictStep } from '../runs/choose-run.ts';
import { brier, closeWords, scorePrediction } from './score.ts';

type Asked = Pick<PredictStep, 'input' | 'unit'>;
const linear = (min: number, max: number, step = 0.01, unit = ''): Asked => ({
  unit,
  input: { kind: 'number', min, max, step, scale: 'linear' },
});
const share = linear(0, 1);
const percent = linear(0, 100, 1, '%');
const times: Asked = {
  unit: '×',
  input: { kind: 'number', min: 0.1, max: 10_000, step: 0.1, scale: 'log' },
};
const choice: Asked = { unit: '', input: { kind: 'choice', options: ['small', 'large'] } };
const words = (asked: Asked, said: number | string, was: number | string | null) =>
  scorePrediction(asked, { value: said }, was)?.words;
const hit = (asked: Asked, said: number | string, was: number | string | null) =>
  scorePrediction(asked, { value: said }, was)?.hit;

describe('an outcome that is only a lower bound', () => {
  const count: Asked = {
    unit: '/s',
    input: { kind: 'number', min: 1, max: 1e6, step: 1, scale: 'log' },
  };
  const of = (said: number) =>
    scorePrediction(count, { value: said, confidence: 0.9 }, { atLeast: 200 });
  it.each([
    [100, 'at least 2 × too low'],
    [180, 'at least 10 % too low'],
  ])('is more than %i', (said, words) =>
    expect(of(said)).toMatchObject({ hit: false, words, confidence: 0.9 }),
  );
  it.each([200, 5_000])('can’t tell whether %i is too high', (said) => expect(of(said)).toBeNull());
});

describe('a question that names what is close', () => {
  const asked: Asked = {
    unit: '%',
    input: { kind: 'number', min: -100, max: 100, step: 0.1, scale: 'linear', close: 1 },
  };
  it('is scored by that, not by its range', () => {
    expect([hit(asked, -6.4, -5.4), hit(asked, -6.5, -5.4)]).toEqual([true, false]);
    expect(closeWords(asked)).toBe('within 1 point');
  });
});

describe('how far off', () => {
  it.each([
    [share, 0.85, 0.62, '0.23 too high'],
    [share, 0.2, 0.6, '0.4 too low'],
    [share, 0.39, 0.394, 'spot on'],
    [linear(-0.3, 0.5), -0.1, 0.05, '0.15 too low'],
    [percent, 60, 72.4, '12 points too low'],
    [percent, 73, 72, '1 point too high'],
    [linear(0, 240, 1, 'faces'), 30, 10, '20 too high'],
    [times, 23, 10, '2.3 × too high'],
    [times, 10, 23, '2.3 × too low'],
    [times, 2, 200, '100 × too low'],
    [times, 88, 100, '12 % too low'],
    [times, 150, 100, '50 % too high'],
    [times, 100.2, 100, '1 % too high'],
    [times, 3.4, 3.42, 'spot on'],
    [choice, 'small', 'small', 'right'],
    [choice, 'small', 'large', 'wrong'],
  ] as [Asked, number | string, number | string, string][])(
    '%# %j: said %s, was %s: %s',
    (asked, said, was, expected) => {
      expect(words(asked, said, was)).toBe(expected);
    },
  );

  it.each([
    [share, 0.9, null],
    [share, 0.9, Number.NaN],
    [share, 0.9, Infinity],
    [share, 'much', 0.5],
    [share, 0.5, '−6.4, −0.5 or −0.1'],
    [choice, 3, 'small'],
    [choice, 'small', null],
  ] as [Asked, number | string, number | string | null][])(
    '%# has no score where the two can’t be compared',
    (asked, said, was) => {
      expect(scorePrediction(asked, { value: said, confidence: 0.9 }, was)).toBeNull();
    },
  );

  it('says of absurd numbers that they are far off, without their digits', () => {
    expect(words(share, 1e300, 0.5)).toBe('far too high');
    expect(words(percent, -1e9, 50)).toBe('far too low');
    expect(words(times, 1e300, 1e-300)).toBe('more than 1,000 × too high');
    expect(words(times, -4, 10)).toBe('14 too low');
    expect(hit(times, -4, 10)).toBe(false);
    expect(hit(times, 0, 0.1)).toBe(false);
  });
});

describe('close', () => {
  it('on a linear scale is 5 % of the range, the edge included', () => {
    expect([0.65, 0.55, 0.66, 0.54].map((said) => hit(share, said, 0.6))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([55, 56].map((said) => hit(percent, said, 50))).toEqual([true, false]);
    expect([0.09, 0.1].map((said) => hit(linear(-0.3, 0.5), said, 0.05))).toEqual([true, false]);
  });
  it('on a logarithmic scale is a factor of 1.25, the edge included', () => {
    expect([125, 80, 126, 79].map((said) => hit(times, said, 100))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
  it('is said beforehand as it is judged', () => {
    expect([share, percent, linear(0, 240, 1, 'faces'), times, choice].map(closeWords)).toEqual([
      'within 0.05',
      'within 5 points',
      'within 12',
      'within 25 %',
      null,
    ]);
  });
  it('does not depend on the order of the two on a logarithmic scale, and what is spot on is close', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1e4, noNaN: true }),
        fc.double({ min: 0.1, max: 1e4, noNaN: true }),
        (a, b) => {
          expect(hit(times, a, b)).toBe(hit(times, b, a));
          expect(hit(times, a, a)).toBe(true);
        },
      ),
    );
  });
});

describe('the Brier score', () => {
  // A forecast of rain with 70 %: 0.09 on a wet day, 0.49 on a dry one; a coin's forecast is 0.25 whatever happens.
  it.each([
    [0.7, true, 0.09],
    [0.7, false, 0.49],
    [0.5, true, 0.25],
    [0.5, false, 0.25],
    [1, true, 0],
    [1, false, 1],
    [0.9, true, 0.01],
    [0.9, false, 0.81],
  ])('of %s, happened %s, is %s', (confidence, happened, score) => {
    expect(brier(confidence, happened)).toBeCloseTo(score, 12);
  });
  it('is best on average where one says what one knows', () => {
    const mean = (said: number, p: number) => p * brier(said, true) + (1 - p) * brier(said, false);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (p, said) => {
          expect(mean(p, p)).toBeLessThanOrEqual(mean(said, p) + 1e-12);
        },
      ),
    );
  });
  it('comes with a confidence only', () => {
    expect(scorePrediction(share, { value: 0.6, confidence: 0.9 }, 0.62)).toEqual({
      hit: true,
      words: '0.02 too low',
      confidence: 0.9,
      brier: expect.closeTo(0.01, 12),
    });
    expect(scorePrediction(share, { value: 0.6 }, 0.62)).toEqual({
      hit: true,
      words: '0.02 too low',
      confidence: null,
      brier: null,
    });
  });
});
