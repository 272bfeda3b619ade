import { escapeHtml } from '../../../../labs/kit/escape-html.ts';

/** What an exported lecture allows: this one script, its own styles, and pictures and fonts that are inside it. Nothing is fetched. */
export const lecturePolicy = (scriptHash: string): string =>
  [
    "default-src 'none'",
    `script-src '${scriptHash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** One slide of the file; `shots` has it at each of its steps, as markup that is safe already, as `notes` is. */
export interface FileSlide {
  id: string;
  number: number;
  title: string;
  shots: readonly string[];
  notes: string;
}

/**
 * What stands around the slides. `style` and `script` are the player's; `css` and each slide's markup were written out by the
 * browser and are safe.
 */
export function lectureFile({
  title,
  author = '',
  css,
  slides,
  player,
}: {
  title: string;
  /** Who gives it, where and when; empty where nobody says so. */
  author?: string;
  css: string;
  slides: readonly FileSlide[];
  player: { script: string; style: string; hash: string };
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(lecturePolicy(player.hash))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Lectern">${authorTag(author)}
<title>${escapeHtml(title)}</title>
<style>
${[css, player.style].join('\n').replaceAll('</', '<\\/')}
</style>
</head>
<body>
<main>
${slides.map((slide) => sectionOf(slide, slides.length)).join('\n')}
</main>
<script>${player.script}</script>
</body>
</html>
`;
}

const authorTag = (author: string) =>
  author === '' ? '' : `\n<meta name="author" content="${escapeHtml(author)}">`;

function sectionOf({ id, number, title, shots, notes }: FileSlide, count: number): string {
  const last = shots.length - 1;
  return [
    `<section data-slide="${escapeHtml(id)}" data-title="${escapeHtml(title)}" aria-label="Slide ${number} of ${count}">`,
    `<h2 class="said">${number}. ${escapeHtml(title)}</h2>`,
    ...shots.map(
      (shot, index) =>
        `<div data-shot="${index + 1}"${index === last ? ' data-last' : ''}>${shot}</div>`,
    ),
    notes === '' ? '' : `<aside aria-label="Notes">${notes}</aside>`,
    '</section>',
  ].join('');
}
