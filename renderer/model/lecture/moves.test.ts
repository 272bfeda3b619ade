import { describe, expect, it } from 'vitest';
import type { PlacedSlide } from './lecture.ts';
import { moved, type Move } from './moves.ts';

const slides = [
  ['a', 1],
  ['b', 3],
  ['c', 1],
].map(([id, steps], index) => ({ id, steps, number: index + 1 })) as PlacedSlide[];
const go = (slide: string, step: number, move: Move) => {
  const next = moved(slides, { slide, step }, move);
  return `${next.slide}${next.step}`;
};

describe('moves without Reveal', () => {
  it.each([
    ['a', 1, 'next', 'b1'],
    ['b', 1, 'next', 'b2'],
    ['b', 3, 'next', 'c1'],
    ['c', 1, 'next', 'c1'],
    ['c', 1, 'previous', 'b3'],
    ['b', 3, 'previous', 'b2'],
    ['b', 1, 'previous', 'a1'],
    ['a', 1, 'previous', 'a1'],
    ['b', 2, 'first', 'a1'],
    ['b', 2, 'last', 'c1'],
    ['gone', 4, 'next', 'a1'],
  ] as const)('from %s step %i %s leads to %s', (slide, step, move, to) =>
    expect(go(slide, step, move)).toBe(to),
  );
});
