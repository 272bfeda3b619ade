import { fileWords } from '../../labs/kit/file-words.ts';
import type { DataTable } from './data-table.ts';

/** Hands a file to the person. The address is a blob of this window: nothing leaves it. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser reads the blob after this turn; a second is plenty.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Saves a figure's numbers. What writes CSV is loaded now: most figures are looked at and never saved. */
export async function saveCsv(title: string, { columns, rows }: DataTable): Promise<void> {
  const { csvText } = await import('../../labs/data/write-csv.ts');
  const file = new Blob([csvText([columns, ...rows])], { type: 'text/csv' });
  downloadBlob(fileName(title, 'csv'), file);
}

/** A file name from a sentence: plain small letters, dashes, at most 60 characters. */
export const fileName = (title: string, extension: string): string =>
  `${fileWords(title) || 'chart'}.${extension}`;

const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-opacity',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-feature-settings',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
  'display',
];

/**
 * Draws an SVG, with a title above it, as a PNG at twice its size. Styles are copied into the drawing, as a picture has no style sheet.
 * Rejects where the browser can't draw it.
 */
export async function svgToPng(
  svg: SVGSVGElement,
  words: { title: string; subtitle: string },
): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const from = [svg, ...svg.querySelectorAll('*')];
  const to = [copy, ...copy.querySelectorAll('*')];
  to.forEach((element, i) => {
    const computed = getComputedStyle(from[i]!);
    for (const property of inherited)
      element.setAttribute(property, computed.getPropertyValue(property));
    element.removeAttribute('class');
    element.removeAttribute('style');
  });
  const head = 64;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const url = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = (width + 32) * 2;
    canvas.height = (height + head + 16) * 2;
    const paint = canvas.getContext('2d')!;
    paint.scale(2, 2);
    const page = getComputedStyle(document.documentElement);
    const token = (name: string) => page.getPropertyValue(name).trim();
    paint.fillStyle = token('--page') || 'white';
    paint.fillRect(0, 0, canvas.width, canvas.height);
    paint.fillStyle = token('--ink') || 'black';
    paint.font = `600 17px ${token('--font-text') || 'sans-serif'}`;
    paint.fillText(words.title, 16, 30, width);
    paint.fillStyle = token('--ink-3') || 'grey';
    paint.font = `400 13px ${token('--font-text') || 'sans-serif'}`;
    paint.fillText(words.subtitle, 16, 52, width);
    paint.drawImage(image, 16, head, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) =>
        blob ? resolve(blob) : reject(new Error('The picture could not be drawn.')),
      ),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
