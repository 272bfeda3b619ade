import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ShownLines } from '../../../../../labs/kit/code/shown.ts';
import { CodeLines } from './code-lines.tsx';

it('values are comments: a sum with one in it is no assignment', () => {
  const piece = {
    lines: [[[null, 'const all = warmup + calls;']]],
    fills: ['calls'],
  } as unknown as ShownLines;
  const drawn = renderToStaticMarkup(<CodeLines piece={piece} values={{ calls: 200 }} />);
  expect(drawn.replace(/<[^>]*>/g, '').trim()).toBe('const all = warmup + calls /* 200 */;');
});
