/** Ranges of a `unicode-range`: "U+0-FF, U+2212" → [[0, 255], [8722, 8722]]. */
export function rangesOf(text: string): [number, number][] {
  return [...text.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, low, high]) => [parseInt(low!, 16), parseInt(high ?? low!, 16)]);
}

/** Whether any sign of the text falls into one of the ranges. */
export const needs = (text: string, ranges: readonly [number, number][]): boolean =>
  [...new Set(text)].some((sign) => ranges.some(([low, high]) => sign.codePointAt(0)! >= low && sign.codePointAt(0)! <= high));

/**
 * The shipped typefaces that a text needs, as rules with the fonts inside. A font that can't be read is left out: the file then shows
 * the reader's own sans-serif.
 */
export async function usedFonts(text: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, base: sheet.href ?? location.href })));
  const rules = await Promise.all(faces.map(async ({ rule: { style }, base }) => {
    const url = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
    if (!url || !style.getPropertyValue('font-family').match(/Inter|JetBrains/) || !needs(text, rangesOf(style.getPropertyValue('unicode-range')))) return '';
    const data = await dataUrl(new URL(url, base)).catch(() => null);
    if (data === null) return '';
    const rest = ['font-family', 'font-style', 'font-weight', 'unicode-range'].map((name) => `${name}: ${style.getPropertyValue(name)};`).join(' ');
    return `@font-face { ${rest} font-display: block; src: url(${data}) format('woff2'); }`;
  }));
  return rules.filter(Boolean).join('\n');
}

async function dataUrl(url: URL): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
