import { describe, expect, it } from 'vitest';
import { placeOf, sliderSteps, typedNumber, valueAt, type NumberQuestion } from './numbers.ts';

describe('a number', () => {
  const linear = { kind: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' } as NumberQuestion;
  const log = { kind: 'number', min: 0.15, max: 220_000, step: 1, scale: 'log' } as NumberQuestion;

  it.each([
    ['12', 12],
    [' 12,5 ', 12.5],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1 234', 1234],
    ['.5', 0.5],
    ['-3', -3],
    ['2e3', 2000],
    ['', null],
    ['12 ms', null],
    ['0x10', null],
    ['1,2,3', null],
    ['Infinity', null],
  ])('typed as %s is %s', (text, value) => expect(typedNumber(text)).toBe(value));

  it('slid is on the question’s step and never outside its ends', () => {
    for (const question of [linear, log])
      for (let place = 0; place <= sliderSteps; place += 7) {
        const value = valueAt(question, place);
        expect(value).toBeGreaterThanOrEqual(question.min);
        expect(value).toBeLessThanOrEqual(question.max);
      }
    expect([valueAt(linear, 0), valueAt(linear, 371), valueAt(linear, sliderSteps)]).toEqual([
      0, 0.37, 1,
    ]);
    expect([valueAt(log, 0), valueAt(log, sliderSteps)]).toEqual([0.15, 220_000]);
    expect(placeOf(linear, 0.37)).toBe(370);
    expect(placeOf(log, 220_000)).toBe(sliderSteps);
    expect(placeOf(log, 0)).toBe(0);
  });
});
