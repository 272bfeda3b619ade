import type { Grades, GradeRow } from './grades.ts';
import { html, wideTable, type Html } from './html.ts';
import type { SameRun } from './same-runs.ts';
import { studentOf } from './students.ts';

const how: Record<SameRun['how'], string> = {
  hash: 'one card: the same hash',
  timings: 'the same measured times, on cards of their own',
  duration: 'the same settings and seed, and as long to the microsecond, on cards of their own',
};

const aboutSame =
  'Compared is what only one run can have. That is the hash of its card, every time that it measured, ' +
  'and how long it took. Equal parameters and an equal seed are not compared. A class that ' +
  'does one exercise has them in common, and equal results follow. A run that was handed ' +
  'round on purpose, or whose measurements were reused, is in several notebooks too. Ask before ' +
  'you conclude anything.';

const aboutHashes =
  'Every run card carries a hash of its content. A card that does not fit it was changed after ' +
  'it was written, as by an editor, a script or a bad copy. That shows carelessness, not malice: ' +
  'who means to deceive writes a new hash as well. To see which number was changed, take the ' +
  'notebook into Lectern and replay the run there; a card by itself also with';

const noHash = 'Answers, predictions and names carry no hash at all.';

interface Unfit {
  row: GradeRow;
  run: GradeRow['file']['runs'][number];
}

/** What links notebooks, and which cards were changed, each with what it does and does not show. */
export function findings({ rows, same }: Grades): Html {
  const unfit = rows.flatMap((row) =>
    row.file.runs.filter(({ hashFits }) => !hashFits).map((run) => ({ row, run })),
  );
  return html`<section><h2 id="same">The same run in several notebooks</h2>
<p>${aboutSame}</p>
${same.length === 0 ? html`<p>None was found.</p>` : sameTable(same)}</section>
<section><h2 id="hash">Cards that do not fit their hash</h2>
<p>${aboutHashes} <code>npm run lab -- replay card.json</code>. ${noHash}</p>
${unfit.length === 0 ? html`<p>All cards fit.</p>` : unfitTable(unfit)}</section>`;
}

function sameTable(same: readonly SameRun[]): Html {
  const head = html`<th scope="col">Lab</th><th scope="col">Where</th><th scope="col">What is the same</th>`;
  return wideTable(
    'same',
    html`<table><thead><tr>${head}</tr></thead>
<tbody>${same.map(sameRow)}</tbody></table>`,
  );
}

function sameRow({ of, how: same }: SameRun): Html {
  const places = of.map(({ file, run }) => {
    const changed = run.hashFits ? '' : ', changed since';
    return html`${studentOf(file).name}, run ${run.number}, seed ${run.seed}${changed}<br>`;
  });
  const lab = html`<th scope="row">${of[0]!.run.lab}</th>`;
  return html`<tr>${lab}<td>${places}</td><td>${how[same]}</td></tr>`;
}

function unfitTable(unfit: readonly Unfit[]): Html {
  const head = html`<th scope="col">Student</th><th scope="col">Run</th><th scope="col">File and line</th>`;
  return wideTable(
    'hash',
    html`<table><thead><tr>${head}</tr></thead>
<tbody>${unfit.map(unfitRow)}</tbody></table>`,
  );
}

function unfitRow({ row, run }: Unfit): Html {
  const student = html`<th scope="row">${row.student.name}</th>`;
  const which = html`<td>${run.number} of ${run.lab}, seed ${run.seed}</td>`;
  const where = html`<td class="file">${row.file.file}, line ${run.line}</td>`;
  return html`<tr>${student}${which}${where}</tr>`;
}
