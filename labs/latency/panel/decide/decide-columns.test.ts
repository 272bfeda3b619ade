import { describe, expect, it } from 'vitest';
import { decideColumns } from './decide-columns.ts';

describe('the columns of the candidates', () => {
  it.each([1100, 800, 640, 639, 540, 525])('fill %i px and leave each head its room', (width) => {
    const { from, narrow } = decideColumns(width);
    const starts = [0, 1, 2, 3, 4, 5].map(from);
    // "Manager" and "k$ / day" in small type, "$1,000/day" in larger, with a space after them.
    for (let i = 1; i <= 4; i += 1)
      expect(starts[i]! - starts[i - 1]!).toBeGreaterThanOrEqual(narrow ? 60 : 70);
    expect(starts[5]! - starts[4]!).toBeGreaterThanOrEqual(56);
    expect(width - starts[5]!).toBeGreaterThanOrEqual(98);
  });
});
