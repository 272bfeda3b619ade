import { inflateSync } from 'node:zlib';
import { expect } from '@playwright/test';

/** CSS pixels and millimetres in PDF points. */
export const px = 0.75;
export const mm = 72 / 25.4;

/** Sizes of a PDF's pages in points. Objects may lie in compressed streams, so these are opened first. */
export function pageSizes(pdf: Buffer): [number, number][] {
  const text = [pdf.toString('latin1')];
  for (const match of text[0]!.matchAll(/\/ObjStm[\s\S]*?stream\r?\n/g)) {
    try {
      text.push(inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {
      // No page is described in a stream that can't be opened; the count below would tell.
    }
  }
  const all = text.join('\n');
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
