import { html, wideTable, type Html } from './html.ts';
import type { NotRead } from './intake/find-files.ts';
import type { Person } from './points/roster.ts';

/** Who of the roster handed nothing in that could be read; nothing without a roster. */
export function missingNames(missing: readonly Person[] | null): Html | null {
  if (missing === null) return null;
  const names = missing.map(({ name, fields }) => {
    const section = fields.section && html` <span class="less">${fields.section}</span>`;
    return html`<li><bdi>${name}</bdi>${section}</li>`;
  });
  return html`<section><h2 id="missing">In the roster, with no file that was read</h2>
${missing.length === 0 ? html`<p>Nobody is missing.</p>` : html`<ul class="names">${names}</ul>`}</section>`;
}

/** Every other file that lies there, and why it was left. */
export function notReadTable(notRead: readonly NotRead[]): Html | null {
  if (notRead.length === 0) return null;
  const head = html`<th scope="col">File</th><th scope="col">Why</th>`;
  const rows = notRead.map(
    ({ file, why }) =>
      html`<tr><th scope="row"><span class="file">${file}</span></th><td>${why}</td></tr>`,
  );
  return html`<section><h2 id="not-read">Files that were not read</h2>
<p>Nothing in them counts. A file that a student handed in is worth a question.</p>
${wideTable('not-read', html`<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`)}</section>`;
}
