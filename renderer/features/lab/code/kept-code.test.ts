import { expect, it } from 'vitest';
import { codeState, maxCode } from '../../../../main/contract/code.ts';
import { keptCode, maxKept } from './kept-code.ts';

const begun = { answer: null, tries: 0, passed: false, hints: 1, opened: false, version: 1 };

it('a hint is kept beside code of any length, and code that is too long is not', () => {
  expect(maxKept).toBe(maxCode);
  for (const [length, code] of [
    [maxCode, 'x'.repeat(maxCode)],
    [maxCode + 1, 'before'],
  ] as const) {
    const kept = { ...begun, code: keptCode('x'.repeat(length), 'before') };
    expect(codeState.parse(kept).code).toBe(code);
  }
});
