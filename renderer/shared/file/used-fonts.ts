import { rulesOf } from './css-rules.ts';
import { dataUrl } from './data-url.ts';

/** Ranges of a `unicode-range`: "U+0-FF, U+2212, U+4??" → [[0, 255], [8722, 8722], [1024, 1279]]. */
export function rangesOf(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, low, high]) => [
    parseInt(low!.replaceAll('?', '0'), 16),
    parseInt(high ?? low!.replaceAll('?', 'F'), 16),
  ]);
}

/** Whether any sign of the text falls into one of the ranges. */
export const needs = (text: string, ranges: readonly [number, number][]): boolean =>
  [...new Set(text)].some((sign) =>
    ranges.some(([low, high]) => sign.codePointAt(0)! >= low && sign.codePointAt(0)! <= high),
  );

const partOf = (body: string, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]+)`).exec(body)?.[1]?.trim() ?? '';

/** The shipped typefaces that a text set in `families` needs: each rule's body without its source, and the address of the font. */
export function neededFaces(
  css: string,
  text: string,
  families: RegExp,
): { rest: string; url: string }[] {
  return rulesOf(css).flatMap(({ prelude, body }) => {
    const url = /url\(["']?([^"')]+)/.exec(partOf(body, 'src'))?.[1];
    if (
      prelude !== '@font-face' ||
      !url ||
      !families.test(partOf(body, 'font-family')) ||
      !needs(text, rangesOf(partOf(body, 'unicode-range')))
    )
      return [];
    return [
      {
        url,
        rest: ['font-family', 'font-style', 'font-weight', 'unicode-range']
          .map((name) => `${name}: ${partOf(body, name)};`)
          .join(' '),
      },
    ];
  });
}

/**
 * The typefaces of the app that a text needs, as rules with the fonts inside. One that can't be
 * read is left out: the reader's own sans-serif stands in.
 */
export async function usedFonts(
  sheets: readonly { css: string; href: string }[],
  text: string,
): Promise<string> {
  const faces = sheets.flatMap(({ css, href }) =>
    neededFaces(css, text, /Inter|JetBrains/).map(({ rest, url }) => ({
      rest,
      url: new URL(url, href),
    })),
  );
  const rules = await Promise.all(
    faces.map(async ({ rest, url }) => {
      const data = await dataUrl(url, 'font/woff2').catch(() => null);
      return data === null
        ? ''
        : `@font-face { ${rest} font-display: block; src: url(${data}) format('woff2'); }`;
    }),
  );
  return rules.filter(Boolean).join('\n');
}
