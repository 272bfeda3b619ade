import { expect, it } from 'vitest';
import { annotationOrigin } from './line-shapes.tsx';

it('a sentence stands at its place, and in a low plot above the numbers of the axis', () => {
  const words = { text: ['one line', 'and another'], place: { x: 0.5, y: 0.75 } };
  expect(annotationOrigin(words, { x: 40, y: 10, width: 400, height: 400 })).toEqual({
    x: 240,
    y: 310,
  });
  for (const height of [60, 120, 140]) {
    const { y } = annotationOrigin(words, { x: 40, y: 10, width: 400, height });
    expect(y + 19 * 2).toBeLessThanOrEqual(10 + height + 3);
    expect(y).toBeGreaterThanOrEqual(10);
  }
});
