import { describe, expect, it } from 'vitest';
import { agree, difference } from './difference.ts';
import type { CodeExercise, CodeTest } from './exercise.ts';
import { judge, type Ran } from './judge.ts';
import { showValue } from './show-value.ts';

describe('where a value differs', () => {
  it.each<[unknown, unknown, string | null]>([
    [1, 1 + 1e-12, null],
    [0, -0, null],
    [NaN, NaN, null],
    [[1, 2], new Float64Array([1, 2]), null],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, null],
    [1, '1', 'Expected 1, got "1".'],
    [1, NaN, 'Expected 1, got NaN.'],
    [null, undefined, 'Expected null, got undefined.'],
    [[1], { $: 'a promise' }, 'Expected [1], got a promise.'],
    [[1, 2], [1], 'Expected 2 values, got 1.'],
    [[1, [2, 3]], [1, [2, 4]], 'At [1][1]: expected 3, got 4.'],
    [[1, 2], [1, { $: 'a hole' }], 'At [1]: expected 2, got a hole.'],
    [{ a: { b: 1 } }, { a: { b: 2 } }, 'At a.b: expected 1, got 2.'],
    [{ a: 1 }, {}, 'There is no a.'],
    [{}, { a: 1 }, 'Nobody asked for a.'],
  ])('%j beside %j', (expected, got, words) => expect(difference(expected, got)).toBe(words));

  it('a tolerance is relative, and absolute below 1', () => {
    expect([agree(1000, 1001, 1e-3), agree(1000, 1002, 1e-3)]).toEqual([true, false]);
    expect([agree(0, 1e-4, 1e-3), agree(0, 1e-2, 1e-3)]).toEqual([true, false]);
  });
});

it('long values are cut', () => {
  expect(showValue(Array.from({ length: 1000 }, (_, i) => i))).toHaveLength(160);
  expect(showValue({ a: [-0, 0.1 + 0.2, 'x'], b: {} })).toBe('{ a: [-0, 0.3, "x"], b: {} }');
});

describe('a verdict', () => {
  const tests: CodeTest[] = [
    { property: 'one', visible: true, args: [1], expected: 1 },
    { property: 'two', args: [[2]], expected: 2 },
    { property: 'two', args: [[3]], check: (got) => (got === 3 ? null : 'Not three.') },
  ];
  const exercise = {
    name: 'f',
    properties: { one: 'One.', two: 'Two.' },
    tests: () => tests,
  } as unknown as CodeExercise;
  const returned = (value: unknown, ...after: unknown[]) => ({
    kind: 'returned' as const,
    value,
    after,
  });
  const of = (ran: Partial<Ran>) =>
    judge(exercise, tests, { calls: [], stopped: null, printed: [], ...ran });
  const right = [returned(1, 1), returned(2, [2]), returned(3, [3])];
  const states = (ran: Partial<Ran>) =>
    Object.fromEntries(of(ran).properties.map(({ id, passed }) => [id, passed]));

  it('passes where every property does', () => {
    expect(of({ calls: right }).passed).toBe(true);
    expect(states({ calls: right })).toEqual({ one: true, two: true, 'keeps-inputs': true });
  });
  it('one failing test fails its property, whichever comes after it', () => {
    expect(states({ calls: [right[0]!, returned(9, [2]), right[2]!] })).toEqual({
      one: true,
      two: false,
      'keeps-inputs': true,
    });
    expect(of({ calls: [right[0]!, right[1]!, returned(9, [3])] }).passed).toBe(false);
  });
  it('a changed input fails, whatever is returned', () => {
    expect(states({ calls: [right[0]!, returned(2, []), right[2]!] })['keeps-inputs']).toBe(false);
  });
  it('what was not reached is neither passed nor failed', () => {
    const ran = { calls: [right[0]!], stopped: { what: 'It ran too long.', line: 3 } };
    expect(states(ran)).toEqual({ one: true, two: false, 'keeps-inputs': true });
    expect(of(ran)).toMatchObject({ passed: false, stopped: { line: 3 } });
    expect(states({ stopped: { what: '', line: 1 } })).toEqual({
      one: false,
      two: null,
      'keeps-inputs': null,
    });
  });
  it('of a program that could not be read no test and no property was reached', () => {
    for (const why of ['unreadable', 'no-function', 'threw', 'code-length']) {
      const ran = { stopped: { why, what: 'SyntaxError', line: 1 } };
      expect(states(ran)).toEqual({ one: null, two: null, 'keeps-inputs': null });
      expect(of(ran)).toMatchObject({ passed: false, tests: [{ got: null, difference: '' }] });
    }
    const late = { stopped: { why: 'time', what: 'It ran too long.', line: 3 } };
    expect(of(late).tests).toMatchObject([{ got: null, difference: 'It was ended here.' }]);
  });
  it('a visible test tells its line and what it threw', () => {
    const [seen] = of({ calls: [{ kind: 'threw', what: 'TypeError: no', line: 4 }] }).tests;
    expect(seen).toEqual({
      call: 'f(1)',
      expected: '1',
      got: null,
      passed: false,
      difference: 'It threw: TypeError: no',
      line: 4,
    });
  });
});
