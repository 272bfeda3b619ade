import { expect, test } from 'vitest';
import { crosses, placesAround, placeWords, touching, wordsBox } from './free-places.ts';

test.each([24, 30, 36, 44])(
  'a point on a flat line is named past a diamond that stands %i px under it',
  (under) => {
    const at = { x: 100, y: 60 };
    const flat = [
      { x: 0, y: 58 },
      { x: 400, y: 62 },
    ];
    const diamond = { x: 88, y: 60 + under - 12, width: 24, height: 24 };
    const { a } = placeWords([{ id: 'a', text: '−0.5 %', places: placesAround(at, 'below') }], {
      boxes: [diamond],
      lines: [flat],
      plot: { x: 0, y: 40, width: 400, height: 200 },
    });
    expect(crosses(flat, wordsBox('−0.5 %', a!))).toBe(false);
    expect(touching(wordsBox('−0.5 %', a!), diamond)).toBe(false);
  },
);
