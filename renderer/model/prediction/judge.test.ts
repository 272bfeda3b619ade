import { describe, expect, it } from 'vitest';
import {
  answerCheck,
  askForHint,
  readNumber,
  showsWorked,
  untried,
  type CheckStep,
} from './judge.ts';

const step: CheckStep = {
  kind: 'check',
  id: 'c',
  title: '',
  body: '',
  question: '',
  unit: 'ms',
  input: { kind: 'number' },
  hints: ['first', 'second'],
  worked: () => null,
  judge: (answer, result) =>
    (result as { n: number | null }).n === null ? null : answer === (result as { n: number }).n,
};

describe('a check', () => {
  it('passes at once without a hint', () => {
    const state = answerCheck(step, untried, 4, { n: 4 })!;
    expect(state).toEqual({ tries: 1, passed: true, hints: 0, answer: 4 });
    expect(showsWorked(state)).toBe(true);
  });
  it('counts the same wrong answer once, unless another run makes it right', () => {
    const first = answerCheck(step, untried, 1, { n: 4 })!;
    expect(answerCheck(step, first, 1, { n: 4 })).toBe(first);
    expect(answerCheck(step, first, 1, { n: 1 })).toEqual({
      tries: 2,
      passed: true,
      hints: 1,
      answer: 1,
    });
  });
  it('may be tried again after the worked answer, with every try on record, and right stays right', () => {
    const wrong = [1, 2, 3].reduce(
      (state, answer) => answerCheck(step, state, answer, { n: 4 })!,
      untried,
    );
    const right = answerCheck(step, wrong, 4, { n: 4 })!;
    expect(right).toEqual({ tries: 4, passed: true, hints: 2, answer: 4 });
    expect(answerCheck(step, right, 5, { n: 4 })).toBe(right);
  });
  it('gives one hint for each wrong answer, then the worked answer', () => {
    const first = answerCheck(step, untried, 1, { n: 4 })!;
    expect(first).toMatchObject({ tries: 1, passed: false, hints: 1 });
    expect(showsWorked(first)).toBe(false);
    const second = answerCheck(step, first, 2, { n: 4 })!;
    expect(second).toMatchObject({ tries: 2, hints: 2, answer: 2 });
    expect(showsWorked(second)).toBe(true);
  });
  it('counts nothing where the run can’t tell', () => {
    expect(answerCheck(step, untried, 4, null)).toBeNull();
    expect(answerCheck(step, untried, 4, undefined)).toBeNull();
    expect(answerCheck(step, untried, 4, { n: null })).toBeNull();
  });
  it('judges without a run where none is asked about', () => {
    expect(
      answerCheck({ ...step, needsRun: false, judge: (answer) => answer === 4 }, untried, 4, null),
    ).toMatchObject({ passed: true, tries: 1 });
  });
  it('survives a judge that trips over a partial result', () => {
    const trips: CheckStep = {
      ...step,
      judge: (_, result) => (result as { deep: { n: number } }).deep.n === 1,
    };
    expect(answerCheck(trips, untried, 1, {})).toBeNull();
  });
  it('never gives more than two hints', () => {
    expect(askForHint(askForHint(askForHint(untried))).hints).toBe(2);
  });
});

it.each([
  ['12', 12],
  [' 1,234.5 ', 1234.5],
  ['1 234', 1234],
  ['\u22123', -3],
  ['.5', 0.5],
  ['1e3', 1000],
  ['12,345,678', 12_345_678],
  ['', null],
  ['?', null],
  ['1,2', null],
  ['12 ms', null],
  ['Infinity', null],
  ['1e999', null],
  ['0x10', null],
  ['1.2.3', null],
])('reads %j as %j', (text, value) => {
  expect(readNumber(text)).toBe(value);
});
