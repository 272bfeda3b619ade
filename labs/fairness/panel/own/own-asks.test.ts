import { expect, it } from 'vitest';
import type { Ask } from '../../../data/column.ts';
import { answered } from '../../own/own-answer.ts';
import { answerWords, askWords } from './own-asks.ts';

const ask = (role: string, more: Partial<Ask> = {}): Ask => ({
  ...{ role, column: null, candidates: [] },
  ...more,
});
const columns = [
  { name: 'hired', kind: 'two-valued', two: {} },
  { name: 'test_score', kind: 'number', two: null },
] as never;

it('numbers that are answered as a decision are scores', () => {
  expect(answered({}, ask('decision'), 'hired', columns)).toEqual({ decision: 'hired' });
  expect(answered({}, ask('decision'), 'test_score', columns)).toEqual({ score: 'test_score' });
});

it('that nothing says what turned out is an answer', () => {
  expect(answered({}, ask('label'), 'none', columns)).toEqual({ label: null });
  expect(answered({}, ask('label'), 'hired', columns)).toEqual({ label: 'hired' });
  expect(answerWords(ask('label'), 'none')).toBe('none: compare who is selected');
});

it('that blank cells are the no is an answer', () => {
  const blank = ask('negative', { column: 'hired', candidates: ['blanks', '0'] });
  expect(answered({}, blank, 'blanks', columns)).toEqual({ zeros: { hired: ['blanks'] } });
});

it('why it is asked stands before the question', () =>
  expect(askWords(ask('decision', { why: 'No column looks like a decision.' }))).toBe(
    'No column looks like a decision. Which column holds the decision?',
  ));

it('a decimal mark is answered in words', () => {
  const words = [',', '.'].map((mark) => answerWords(ask('decimal'), mark));
  expect(words).toEqual(['the comma', 'the point']);
});
