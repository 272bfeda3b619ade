import { createElement, type ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, test } from 'vitest';
import { pictures } from './pictures.ts';

const drawn = Object.entries(pictures).map(
  ([id, Picture]) =>
    [id, renderToStaticMarkup(createElement(Picture as ComponentType))] as [string, string],
);

/** Where the words of a picture stand. A letter of 13 px is about 6.6 px wide on average. */
function wordsOf(html: string) {
  return [...html.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, words]) => {
    const of = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1];
    const text = words!.replaceAll(/&[^;]+;/g, '’');
    const width = 6.6 * text.length;
    const starts = { start: 0, middle: width / 2, end: width };
    const left = Number(of('x')) - starts[(of('text-anchor') ?? 'start') as keyof typeof starts];
    return { text, left, right: left + width, y: Number(of('y')) };
  });
}

it('is described in a sentence for whoever does not see it', () => {
  const short = drawn.filter(([, html]) => !/aria-label="[^"]{20,}"/.test(html));
  expect(short.map(([id]) => id)).toEqual([]);
});

test.each(drawn)('the words of %s stand within the picture', (_, html) => {
  const height = Number(/viewBox="0 0 300 (\d+)"/.exec(html)![1]);
  const outside = wordsOf(html).filter(
    ({ left, right, y }) => left < -3 || right > 303 || y < 11 || y > height - 2,
  );
  expect(outside).toEqual([]);
});

test.each(drawn)('no two words of %s lie on one another', (_, html) => {
  const words = wordsOf(html);
  const over = words.flatMap((one, i) =>
    words
      .slice(i + 1)
      .filter(
        (other) =>
          Math.abs(one.y - other.y) < 11 &&
          one.left < other.right - 3 &&
          other.left < one.right - 3,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
  expect(over).toEqual([]);
});
