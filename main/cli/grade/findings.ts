import type { Grades } from './grades.ts';
import { html, type Html } from './html.ts';
import type { SameRun } from './same-runs.ts';
import { studentOf } from './students.ts';

const how: Record<SameRun['how'], string> = {
  hash: 'one card: the same hash',
  timings: 'the same measured times, on cards of their own',
  duration: 'the same settings and seed, and as long to the microsecond, on cards of their own',
};

/** What links notebooks, and which cards were changed, each with what it does and does not show. */
export function findings({ rows, same }: Grades): Html {
  const unfit = rows.flatMap((row) =>
    row.file.runs.filter(({ hashFits }) => !hashFits).map((run) => ({ row, run })),
  );
  return html`<section><h2 id="same">The same run in several notebooks</h2>
<p>Compared is what only one run can have: the hash of its card, every time that it measured, and how long it took. Equal parameters and an equal seed are not compared: a class that does one exercise has them in common, and equal results follow from them. A run that was handed round on purpose, or whose measurements were reused, is in several notebooks too. Ask before you conclude anything.</p>
${
  same.length === 0
    ? html`<p>None was found.</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-labelledby="same"><table><thead><tr><th scope="col">Lab</th><th scope="col">Where</th><th scope="col">What is the same</th></tr></thead>
<tbody>${same.map((one) => html`<tr><th scope="row">${one.of[0]!.run.lab}</th><td>${one.of.map(({ file, run }) => html`${studentOf(file).name}, run ${run.number}, seed ${run.seed}${run.hashFits ? '' : ', changed since'}<br>`)}</td><td>${how[one.how]}</td></tr>`)}</tbody></table></div>`
}</section>
<section><h2 id="hash">Cards that do not fit their hash</h2>
<p>Every run card carries a hash of its content. A card that does not fit it was changed after it was written, as by an editor, a script or a bad copy. That shows carelessness, not malice: who means to deceive writes a new hash as well. To see which number was changed, take the notebook into Lectern and replay the run there; a card by itself also with <code>npm run lab -- replay card.json</code>. Answers, predictions and names carry no hash at all.</p>
${
  unfit.length === 0
    ? html`<p>All cards fit.</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-labelledby="hash"><table><thead><tr><th scope="col">Student</th><th scope="col">Run</th><th scope="col">File and line</th></tr></thead>
<tbody>${unfit.map(({ row, run }) => html`<tr><th scope="row">${row.student.name}</th><td>${run.number} of ${run.lab}, seed ${run.seed}</td><td class="file">${row.file.file}, line ${run.line}</td></tr>`)}</tbody></table></div>`
}</section>`;
}
