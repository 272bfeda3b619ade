import { expect, it } from 'vitest';
import type { Ask } from '../../../data/column.ts';
import { survey } from '../../../data/survey.ts';
import { answered, answeredSeveral } from '../../own/own-answer.ts';
import { ownRoles } from '../../own/own-roles.ts';
import { answerWords, askWords, severalOf } from './own-asks.ts';

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

it('several codes can count as 1, and several others as 0', async () => {
  const codes = ['1', '2', '9', '3', '4'];
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 2},${codes[i % 5]},${'ab'[i % 2]}`);
  const { columns } = await survey(new Blob([`repaid,approved,sex\n${rows.join('\n')}\n`]));
  const given = { label: 'repaid', decision: 'approved', groups: ['sex'] };
  const first = ownRoles(columns, given).asks;
  expect(first.map(({ role }) => role)).toEqual(['positive']);
  expect(askWords(first[0]!)).toContain('Which values of “approved” count as 1?');
  const { values, words } = severalOf(first[0]!)!;
  expect([[...values].sort(), words]).toEqual([['1', '2', '3', '4', '9'], 'Count these as 1']);
  const said = answeredSeveral(given, first[0]!, ['1', '2', '9']);
  const second = ownRoles(columns, said).asks;
  expect(severalOf(second[0]!)).toEqual({
    values: expect.arrayContaining(['3', '4']) as string[],
    words: 'Count these as 0',
  });
  const whole = answeredSeveral(said, second[0]!, ['3', '4']);
  expect(ownRoles(columns, whole).mapping!.sides).toEqual({
    approved: { one: ['1', '2', '9'], zero: ['3', '4'] },
  });
});

it.each([
  ['two values', ask('positive', { column: 'hired', candidates: ['yes', 'no'] })],
  ['blank cells', ask('negative', { column: 'hired', candidates: ['blanks', '0'] })],
  ['a word for “not known”', ask('negative', { column: 'hired', candidates: ['unknown', 'no'] })],
  ['one that is left', ask('negative', { column: 'hired', candidates: ['all others', '2'] })],
  ['columns', ask('decision', { candidates: ['a', 'b', 'c'] })],
])('of %s one is the answer', (_name, one) => expect(severalOf(one)).toBeNull());
