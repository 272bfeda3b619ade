import { describe, expect, it } from 'vitest';
import type { CodeTask } from '../../../labs/kit/code/exercise.ts';
import { codeState } from '../../../main/contract/code.ts';
import { codeStateOf, isOlder, judged, maySeeWorked } from './code-answer.ts';

const task = { id: 'write', version: 2, starter: 'function f() {}' } as CodeTask;
const begun = codeStateOf(task, {});
const after = (...tries: [code: string, passed: boolean][]) =>
  tries.reduce((state, [code, passed]) => judged(task, state, code, passed), begun);

describe('an exercise in code', () => {
  it('begins with its signature, and is what was kept where something was', () => {
    expect(codeState.parse(begun)).toMatchObject({ code: task.starter, answer: null, tries: 0 });
    const kept = after(['a', false]);
    expect(codeStateOf(task, { codes: { write: kept } })).toBe(kept);
    expect(codeStateOf({ ...task, id: 'constructor' }, { codes: {} }).tries).toBe(0);
  });
  it('gives a hint for each other wrong answer, then the worked answer', () => {
    const once = after(['a', false]);
    expect(once).toMatchObject({ tries: 1, hints: 1, passed: false, answer: 'a' });
    expect(maySeeWorked(once)).toBe(false);
    expect(after(['a', false], ['a', false])).toMatchObject({ tries: 1, hints: 1 });
    const twice = after(['a', false], ['b', false]);
    expect(twice).toMatchObject({ tries: 2, hints: 2 });
    expect(maySeeWorked(twice)).toBe(true);
  });
  it('keeps what passed, whatever is tried after it', () => {
    const state = after(['a', true], ['b', false]);
    expect(state).toMatchObject({ answer: 'a', passed: true, tries: 1, code: 'b' });
    expect(after(['a', true], ['b', false], ['c', true])).toMatchObject({ answer: 'c', tries: 2 });
  });
  it('an answer to an older form of it is judged anew, also where it had passed', () => {
    const old = { ...after(['a', true]), version: 1 };
    expect(isOlder(task, old)).toBe(true);
    expect(judged(task, old, 'a', false)).toMatchObject({ passed: false, version: 2, tries: 2 });
    expect(isOlder(task, begun)).toBe(false);
  });
});
