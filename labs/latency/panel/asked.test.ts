import { expect, test } from 'vitest';
import { Asked } from './asked.ts';

test('an answer belongs to its own question, also where a newer one has been asked', () => {
  const asked = new Asked<string>();
  const first = asked.ask('the old timings');
  const second = asked.ask('the new timings');
  expect(asked.answered(first)).toBe('the old timings');
  expect(asked.answered(second)).toBe('the new timings');
});

test('a question may be answered more than once, and none after a newer one was', () => {
  const asked = new Asked<string>();
  const [first, second] = [asked.ask('a'), asked.ask('b')];
  expect([asked.answered(second), asked.answered(second)]).toEqual(['b', 'b']);
  expect(asked.answered(first)).toBeNull();
  expect(asked.answered(99)).toBeNull();
});
