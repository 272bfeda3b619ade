import { escapeHtml } from '../../../../labs/kit/escape-html.ts';
import { embeddedAttribute } from '../../../../main/contract/notebook-file.ts';
import { usedFonts } from '../../../shared/file/used-fonts.ts';
import { styleSheets, tokenRule, tokensOf, usedRules } from '../../../shared/file/used-rules.ts';
import { cleanCopy } from './clean-copy.ts';
import printCss from './report-print.css?inline';

/** What the file itself allows: its own styles, and pictures and fonts that are inside it. Nothing is fetched and no script runs. */
export const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const pageCss = `
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; background: #fff; }
body { margin: 0; }
main > article { margin: 0 auto; padding: 40px 24px; box-sizing: content-box; }
@media print { main > article { margin: 0; padding: 0; } }
`;

/**
 * What stands around the body. `css` and `body` must be safe already: see `reportHtml`. `notebook`
 * is packed: see `packed-notebook.ts`. A template is never drawn, so that it costs nothing to read.
 */
export function htmlFile({
  title,
  css,
  body,
  notebook,
}: {
  title: string;
  css: string;
  body: string;
  notebook: string;
}): string {
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${filePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lectern">
<title>${escapeHtml(title)}</title>
<style>
${css.replaceAll('</', '<\\/')}
</style>
<template ${embeddedAttribute}>${notebook}</template>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

/**
 * The report that stands in the window as one file that needs nothing else, and the notebook it was made from. It is copied at once:
 * whatever changes while the rest is read is not in it.
 */
export async function reportHtml(
  sheet: HTMLElement,
  title: string,
  packed: Promise<string>,
): Promise<string> {
  const body = cleanCopy(sheet).outerHTML;
  const text = sheet.textContent ?? '';
  const [sheets, notebook] = await Promise.all([styleSheets(), packed]);
  const fonts = await usedFonts(sheets, text);
  const rules = usedRules(sheets, sheet);
  const tokens = tokenRule(tokensOf(rules, sheet), sheet, 'light');
  return htmlFile({
    title,
    css: [fonts, tokens, rules, pageCss, printCss].join('\n'),
    body,
    notebook,
  });
}
