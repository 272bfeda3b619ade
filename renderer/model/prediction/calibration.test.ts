import { expect, it } from 'vitest';
import { brierWords, calibration, calibrationWords } from './calibration.ts';

const said = (confidence: number, ...hits: (0 | 1)[]) =>
  hits.map((hit) => ({ confidence, hit: hit === 1 }));

it('counts each confidence by itself, least sure first, and averages the Brier scores', () => {
  const found = calibration([...said(0.9, 1, 0, 1, 0), ...said(0.5, 1, 0)]);
  expect(found.rows).toEqual([
    { confidence: 0.5, said: 2, hits: 1 },
    { confidence: 0.9, said: 4, hits: 2 },
  ]);
  expect(found.scored).toBe(6);
  // (2 · 0.25 + 2 · 0.01 + 2 · 0.81) / 6
  expect(found.brier).toBeCloseTo(2.14 / 6, 12);
});

it('has no mean where nothing was scored', () => {
  expect(calibration([])).toEqual({ rows: [], scored: 0, brier: null });
});

it('takes what is the same to the per cent together', () => {
  expect(calibration([...said(0.7, 1), ...said(0.7000001, 0)]).rows).toEqual([
    { confidence: 0.7, said: 2, hits: 1 },
  ]);
});

it.each([
  [0.9, 4, 2, 'You said 90 % sure four times and were right or close twice.'],
  [0.5, 1, 0, 'You said 50 % sure once and were right or close never.'],
  [0.7, 1, 1, 'You said 70 % sure once and were right or close then.'],
  [0.7, 2, 2, 'You said 70 % sure twice and were right or close both times.'],
  [0.7, 3, 3, 'You said 70 % sure three times and were right or close every time.'],
  [0.7, 20, 12, 'You said 70 % sure 20 times and were right or close 12 times.'],
])('%s, %s times, %s right', (confidence, of, hits, words) => {
  expect(calibrationWords({ confidence, said: of, hits })).toBe(words);
});

it('says what the mean means', () => {
  expect(brierWords(0.2134)).toMatch(/^0\.21 .*0 is perfect.*0\.25/);
});
