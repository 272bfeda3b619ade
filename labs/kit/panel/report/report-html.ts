import type { ReportCell, ReportContent, ReportSection, ReportTable } from '../../../view.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import { escapeHtml } from '../../escape-html.ts';
import { rangeWords } from './range-words.ts';
import { reportFacts } from './report-facts.ts';

const css = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 900px; padding: 40px 32px; color: #14161b; background: #fff; font: 14px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 17px; overflow-wrap: anywhere; }
p, li { margin: 0 0 6px; color: #454a54; }
ul { margin: 0; padding-left: 20px; }
dl { margin: 16px 0; padding: 8px 0; border: solid #dfded8; border-width: 1px 0; }
dl div { display: flex; gap: 16px; }
dt { flex: none; width: 130px; color: #61666f; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
table { width: 100%; margin: 14px 0; border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { padding-bottom: 4px; text-align: left; font-weight: 600; }
th, td { padding: 4px 8px; border-bottom: 1px solid #dfded8; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom-color: #85877f; font-size: 12px; color: #61666f; }
tbody th { font-weight: 600; }
.quiet th, .quiet td { color: #61666f; font-style: italic; }
small { color: #61666f; white-space: nowrap; }
svg { display: block; margin-top: 2px; }
footer { margin-top: 32px; padding-top: 8px; border-top: 1px solid #dfded8; font-size: 12px; color: #61666f; }
@page { margin: 16mm; }
@media print {
body { max-width: none; padding: 0; font-size: 11px; }
h2 { break-after: avoid; }
tr, li { break-inside: avoid; }
thead { display: table-header-group; }
}
`;

/** The report as one file: no script, nothing that is fetched; its own policy says so too. */
export function reportHtml(content: ReportContent): string {
  const { body: report } = content;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(report.title)}</title>
<style>${css}</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
${report.about.map(paragraph).join('\n')}
<dl>
${reportFacts(content).map(fact).join('\n')}
</dl>
${report.sections.map(section).join('\n')}
<footer>Made with Lectern on one computer. The table did not leave it, and none of its rows is in this report.</footer>
</body>
</html>
`;
}

const fact = ([name, value]: [string, string]) =>
  `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`;
const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;

function section({ heading, paragraphs, points, tables }: ReportSection): string {
  return `<section>
<h2>${escapeHtml(heading)}</h2>
${paragraphs.map(paragraph).join('\n')}
${points.length > 0 ? `<ul>${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('')}</ul>` : ''}
${tables.map(table).join('\n')}
</section>`;
}

function table({ caption, columns, rows }: ReportTable): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows
    .map(
      ({ cells, quiet }) =>
        `<tr${quiet ? ' class="quiet"' : ''}` +
        `>${cells.map((cell, at) => (at === 0 ? `<th scope="row">${inner(cell)}</th>` : `<td>${inner(cell)}</td>`)).join('')}</tr>`,
    )
    .join('\n');
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** A rate is a number, its interval, and both as a mark on a line from 0 to 1; any other number has no mark. */
function inner(cell: ReportCell): string {
  if (typeof cell === 'string') return escapeHtml(cell);
  const { value, interval, exact, digits } = cell;
  const x = (share: number) => (2 + 96 * Math.min(1, Math.max(0, share))).toFixed(1);
  const whisker = interval
    ? `<path d="M${x(interval[0])} 5H${x(interval[1])}" stroke="#006fad" stroke-width="2"/>`
    : '';
  const words = interval ? ` <small>${rangeWords(interval)}${exact ? '*' : ''}</small>` : '';
  if (digits !== undefined) return `${formatFixed(value, digits)}${words}`;
  return (
    `${formatFixed(value, 2)}${words}<svg width="100" height="10" viewBox="0 0 100 10" ` +
    `aria-hidden="true"><path d="M2 5H98" stroke="#dfded8"/>${whisker}<circle ` +
    `cx="${x(value)}" cy="5" r="3.5" fill="#006fad"/></svg>`
  );
}
