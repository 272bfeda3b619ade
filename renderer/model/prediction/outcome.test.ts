import { expect, test } from 'vitest';
import type { Story } from '../../../labs/view.ts';
import type { PredictStep } from '../runs/choose-run.ts';
import { judgePrediction, onScale, outcomeIn, outcomesIn, placesOf } from './outcome.ts';

const step: PredictStep = {
  kind: 'predict',
  id: 'how-many',
  title: '',
  body: '',
  question: 'How many?',
  unit: 'ms',
  input: { kind: 'number', min: 0, max: 10, step: 1, scale: 'linear' },
  outcome: (result) => (result as { n: { value: number } }).n.value,
  verdict: (said, result) => `${said} and ${(result as { n: { value: number } }).n.value}`,
};
const result = { n: { value: 6 } };

test('a prediction is put beside the result, on the scale that was asked on', () => {
  expect(judgePrediction(step, { value: 5, confidence: 0.5 }, result)).toEqual({
    was: 6,
    score: { hit: false, words: '1 too low', confidence: 0.5, brier: 0.25 },
    verdict: '5 and 6',
    places: { said: 0.5, was: 0.6 },
    curve: null,
  });
});

test('a drawn curve is judged beside the value, by the step that asked for it', () => {
  const draws: NonNullable<PredictStep['draws']> = {
    ask: 'Draw it',
    x: { label: 'x', places: [0, 1] },
    y: { label: 'y', unit: '%', min: 0, max: 100, step: 1, scale: 'linear' },
    close: 10,
    truth: () => [
      [0, 0],
      [1, 50],
    ],
  };
  const said = {
    value: 5,
    curve: [
      [0, 5],
      [1, 80],
    ] as [number, number][],
  };
  expect(judgePrediction({ ...step, draws }, said, result).curve).toMatchObject({
    close: 1,
    of: 2,
  });
  expect(judgePrediction(step, said, result).curve).toBeNull();
});

test.each([[null], [undefined], [{}], ['text']])(
  'a result that does not answer the question is none: %j',
  (other) => {
    expect(outcomeIn(step, other)).toBeNull();
    expect(judgePrediction(step, { value: 5 }, other)).toEqual({
      was: null,
      score: null,
      verdict: null,
      places: { said: 0.5, was: null },
      curve: null,
    });
  },
);

test('a sentence that fails or says nothing is none', () => {
  const fails = () => {
    throw new Error('no');
  };
  expect(judgePrediction({ ...step, verdict: fails }, { value: 5 }, result)).toMatchObject({
    was: 6,
    verdict: null,
  });
  expect(judgePrediction({ ...step, verdict: () => '' }, { value: 5 }, result).verdict).toBeNull();
});

test('a sentence stands also where the result can’t tell, but not without a result', () => {
  const tie: PredictStep = { ...step, outcome: () => null, verdict: () => 'Both are the same.' };
  expect(judgePrediction(tie, { value: 5 }, result)).toMatchObject({
    was: null,
    score: null,
    verdict: 'Both are the same.',
  });
  expect(judgePrediction(tie, { value: 5 }, null).verdict).toBeNull();
});

test('a choice has no place on a scale', () => {
  const choice: PredictStep = { ...step, input: { kind: 'choice', options: ['a', 'b'] } };
  expect(placesOf(choice, 'a', 'b')).toBeNull();
});

test('of a story, the questions that a result answers', () => {
  const gone: PredictStep = { ...step, id: 'other', outcome: () => null };
  const part: Story['parts'][number] = { id: 'one', title: '', controls: [], steps: [step, gone] };
  expect(outcomesIn({ parts: [part] }, result)).toEqual(new Map([['how-many', 6]]));
  expect(outcomesIn({ parts: [part] }, null)).toEqual(new Map());
});

test('the scale holds what lies beyond it, and bends where it is logarithmic', () => {
  expect(onScale(100, { min: 1, max: 10_000, scale: 'log' })).toBeCloseTo(0.5);
  expect(onScale(0, { min: 1, max: 10, scale: 'log' })).toBe(0);
  expect(onScale(50, { min: 0, max: 10, scale: 'linear' })).toBe(1);
});
