import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withFirstSlide } from './first-slide.ts';

const page = await readFile(new URL('../../../renderer/index.html', import.meta.url), 'utf8');

it('puts the words into the page, hidden, with a script of our own origin and no inline one', () => {
  const html = withFirstSlide(
    page,
    { slide: 'title', course: 'Systems & design', title: 'Why <models> fail' },
    './assets/first-slide-0a1b2c3d.js',
  );
  expect(html).toContain('data-slide="title" hidden aria-hidden="true"');
  expect(html).toContain('<p>Systems &#38; design</p><p>Why &#60;models&#62; fail</p>');
  expect(html.match(/<script/g)).toHaveLength(2);
  expect(html).not.toMatch(/<script[^>]*>[^<]/);
  expect(html).not.toContain('style=');
});

it('says so where the page has no place for them', () => {
  const words = { slide: 'a', course: 'b', title: 'c' };
  expect(() => withFirstSlide('<html></html>', words, './x.js')).toThrow(/no place/);
});
