import { expect, test } from 'vitest';
import { tinyRun, tinyStory } from '../lab/fixture.ts';
import { pairOf, stepOf } from './pair.ts';

const prediction = {
  step: 'one-predict',
  question: 'How many?',
  value: 3,
  unit: 'ms',
  lockedAt: '2026-01-01T00:00:00.000Z',
};

test('said and was stand on the scale that was asked on', () => {
  const step = stepOf(tinyStory, 'one-predict');
  expect(pairOf(tinyRun({ prediction }), { n: 1 }, step, 'judged')).toEqual({
    said: '3',
    was: '1.0',
    untold: false,
    unit: 'ms',
    places: { said: 3 / 9, was: 1 / 9 },
    verdict: null,
    curve: null,
    standing: 'judged',
  });
});
test('without a whole result only what was said is there', () => {
  const step = stepOf(tinyStory, 'one-predict');
  expect(pairOf(tinyRun({ prediction, complete: false }), { n: 1 }, step, 'judged')).toMatchObject({
    said: '3',
    was: null,
    places: { was: null },
  });
  expect(
    pairOf(tinyRun({ prediction }), { n: 1 }, stepOf(tinyStory, 'gone'), 'judged'),
  ).toMatchObject({
    said: '3',
    was: null,
    places: null,
  });
  expect(pairOf(tinyRun(), { n: 1 }, step, 'judged')).toBeNull();
});

test('a later run says what came out, and neither judges nor stands on the scale', () => {
  const step = { ...stepOf(tinyStory, 'one-predict')!, verdict: () => 'So.' };
  const of = (standing: 'judged' | 'later' | 'other') =>
    pairOf(tinyRun({ prediction }), { n: 1 }, step, standing);
  expect(of('judged')).toMatchObject({ was: '1.0', verdict: 'So.', places: { was: 1 / 9 } });
  expect(of('later')).toMatchObject({ was: '1.0', verdict: null, places: { was: null } });
  expect(of('other')).toMatchObject({ was: null, verdict: null, places: { was: null } });
});

test('a lower bound is not given as the truth', () => {
  const step = { ...stepOf(tinyStory, 'one-predict')!, outcome: () => ({ atLeast: 5 }) };
  expect(pairOf(tinyRun({ prediction }), { n: 1 }, step, 'judged')).toMatchObject({
    was: 'at least 5.0',
    places: { was: null },
  });
});

test('a whole run that can’t tell says so; a decision, and a run of other settings, have nothing to tell', () => {
  const step = { ...stepOf(tinyStory, 'one-predict')!, outcome: () => null };
  const untold = (standing: 'judged' | 'later' | 'other', of = step, complete = true) =>
    pairOf(tinyRun({ prediction, complete }), { n: 1 }, of, standing)?.untold;
  expect([untold('judged'), untold('later'), untold('other')]).toEqual([true, true, false]);
  expect(untold('judged', step, false)).toBe(false);
  expect(untold('judged', { ...step, decides: true })).toBe(false);
});
