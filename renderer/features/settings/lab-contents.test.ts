import { expect, test } from 'vitest';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import { runsInWords, saidIn } from './lab-contents.ts';

test('counts what a reset would take, and nothing that is not there', () => {
  expect(saidIn()).toBe('');
  expect(saidIn(emptyLabProgress)).toBe('');
  const said = { value: 3, lockedAt: '2026-01-02T03:04:05.000Z', usedBy: null };
  const check = { tries: 1, passed: true, hints: 0, answer: 3 };
  const kept = { code: 'f', answer: 'f', tries: 1, passed: true };
  const code = { ...kept, hints: 0, opened: false, version: 1 };
  expect(
    saidIn({
      done: ['a'],
      predictions: { a: said, b: said },
      checks: { c: check },
      reflections: { d: '', e: 'Because.' },
      codes: { f: code },
    }),
  ).toBe('2 predictions, 1 answer, 1 reflection, 1 exercise in code, 1 step done');
  expect([0, 1, 2].map(runsInWords)).toEqual(['no run', '1 run', '2 runs']);
});
