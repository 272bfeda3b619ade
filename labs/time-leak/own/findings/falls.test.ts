import { expect, it } from 'vitest';
import { whyNot } from './feature-findings.ts';

it.each([
  [0.18, 0.16, 'from 0.02 further on'],
  [0.16, 0.18, 'So the fall alone'],
  [0.03, 0, 'So small a fall'],
])('a fall by %s beside honest ones of %s is said as the numbers stand', (fall, high, words) =>
  expect(whyNot(fall, high)).toContain(words),
);
