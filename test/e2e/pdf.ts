import { inflateSync } from 'node:zlib';
import { expect } from '@playwright/test';

/** CSS pixels and millimetres in PDF points. */
export const px = 0.75;
export const mm = 72 / 25.4;

/** What a PDF says of its objects. They may lie in compressed streams, so these are opened first. */
function objectsIn(pdf: Buffer): string {
  const text = [pdf.toString('latin1')];
  for (const match of text[0]!.matchAll(/\/ObjStm[\s\S]*?stream\r?\n/g)) {
    try {
      text.push(inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {
      // No page is described in a stream that can't be opened; the count below would tell.
    }
  }
  return text.join('\n');
}

/** The titles of a PDF's outline, as its reader shows them beside the pages. */
export function outlineTitles(pdf: Buffer): string[] {
  const titles = [
    ...objectsIn(pdf).matchAll(/\/Title\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]*)>)/gs),
  ];
  return titles.map(([, plain, hex]) =>
    hex === undefined
      ? plain!.replace(/\\(.)/g, '$1')
      : Buffer.from(hex, 'hex').subarray(2).swap16().toString('utf16le'),
  );
}

/** Sizes of a PDF's pages in points. */
export function pageSizes(pdf: Buffer): [number, number][] {
  const all = objectsIn(pdf);
  const boxes = [
    ...all.matchAll(
      /\/Type\s*\/Page(?!s)[\s\S]*?\/MediaBox\s*\[\s*[\d.]+\s+[\d.]+\s+([\d.]+)\s+([\d.]+)\s*\]/g,
    ),
  ];
  expect(boxes.length, 'every page has a size').toBe(
    [...all.matchAll(/\/Type\s*\/Page(?!s)/g)].length,
  );
  return boxes.map(([, width, height]) => [Number(width), Number(height)]);
}

export function expectSize(sizes: [number, number][], width: number, height: number) {
  for (const [wide, high] of sizes) {
    expect(Math.abs(wide - width)).toBeLessThan(1);
    expect(Math.abs(high - height)).toBeLessThan(1);
  }
}

/** The colours that a PDF's pages, and the pictures on them, are filled with: red, green and blue. */
export function fillsOfPages(pdf: Buffer): string[][] {
  const contents = [...pdf.toString('latin1').matchAll(/stream\r?\n/g)].map((match) => {
    try {
      return inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1');
    } catch {
      // Fonts and pictures are packed otherwise; they fill nothing.
      return '';
    }
  });
  return contents
    .map((text) => [...text.matchAll(/([\d.]+ [\d.]+ [\d.]+) rg\b/g)].map(([, fill]) => fill!))
    .filter((fills) => fills.length > 0);
}
