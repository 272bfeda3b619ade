import type { Grades, GradeRow } from './grades.ts';
import { isRead } from './submission.ts';
import { html, type Html } from './html.ts';
import type { Mark } from './marks.ts';
import { isLabDone, labCounts, totals } from './status.ts';

/** The first table: a row for each file with what there is of each lab, and what is to be said of it. */
export function overview({ labs, rows }: Grades): Html {
  // One course for all is said once, above the table.
  const courses = new Set(
    rows.filter(({ file }) => file.learner !== null).map(({ student }) => student.course),
  );
  const withCourse = courses.size > 1;
  return html`<h2 id="overview">Overview</h2>
<p>${courses.size === 1 && [...courses][0] !== '' && html`All of ${[...courses][0]}. `}Checks right of those asked, lab by lab. A lab is done when all its checks are right, all its predictions made and something is written wherever it asks for words.</p>
<div class="wide" tabindex="0" role="region" aria-labelledby="overview"><table class="full">
<thead><tr><th scope="col">Student</th>${withCourse && html`<th scope="col">Course</th>`}<th scope="col" class="n">Runs</th>${labs.map(({ title }) => html`<th scope="col" class="n">${title}</th>`)}<th scope="col" class="n">Predictions</th><th scope="col" class="n">Reflections</th><th scope="col" class="n">Labs done</th><th scope="col">To look at</th></tr></thead>
<tbody>${rows.map((row) => line(row, labs, withCourse))}</tbody></table></div>`;
}

function line(row: GradeRow, labs: Grades['labs'], withCourse: boolean): Html {
  const { file, student, marks } = row;
  const answered = file.learner !== null;
  const sum = totals(file, labs);
  const of = (done: number, all: number) =>
    html`<td class="n">${answered ? html`${done}<span class="less">/${all}</span>` : '–'}</td>`;
  const counts = labs.map((lab) => labCounts(file, lab));
  return html`<tr>${studentHead(row, 'wide')}${withCourse && html`<td>${student.course}</td>`}<td class="n">${isRead(file) ? file.runs.length : '–'}</td>${counts.map(({ right, checks }) => of(right, checks))}${of(sum.predicted, sum.predictions)}${of(sum.reflected, sum.reflections)}${of(labs.filter((lab) => isLabDone(file, lab)).length, labs.length)}<td>${markList(marks)}</td></tr>
`;
}

/** The head of a student's row, `withFile` with the file's name under it. */
export function studentHead(
  { file, student }: GradeRow,
  withFile: 'wide' | 'narrow' | false,
): Html {
  return html`<th scope="row"${withFile === 'wide' && html` class="with-file"`}>${student.name}${withFile && student.named && html`<br><span class="file">${file.file}</span>`}</th>`;
}

function markList(marks: readonly Mark[]): Html {
  if (marks.length === 0) return html`<span class="less">–</span>`;
  return html`<ul class="marks">${marks.map(({ look, words }) => html`<li class="${look ? 'look' : 'key'}">${look ? '▲' : '·'}  ${words}</li>`)}</ul>`;
}
