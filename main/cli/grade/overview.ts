import type { Grades, GradeRow } from './grades.ts';
import { isRead } from './submission.ts';
import { html, wideTable, type Html } from './html.ts';
import type { Mark } from './marks.ts';
import { isLabDone, labCounts, totals } from './status.ts';

const about =
  'Checks right of those asked, lab by lab. A lab is done when all its checks are right and ' +
  'all its predictions made. Something must be written wherever it asks for words.';

const sums = ['Predictions', 'Reflections', 'Labs done', 'Points'];

/** The first table: a row for each file with what there is of each lab, and what is to be said of it. */
export function overview({ labs, rows, most }: Grades): Html {
  // One course for all is said once, above the table.
  const courses = new Set(
    rows.filter(({ file }) => file.learner !== null).map(({ student }) => student.course),
  );
  const withCourse = courses.size > 1;
  const onlyCourse = courses.size === 1 ? [...courses][0]! : '';
  const columns = html`<th scope="col">Student</th>${withCourse && html`<th scope="col">Course</th>`}`;
  const numbers = ['Runs', ...labs.map(({ title }) => title), ...sums].map(
    (name) => html`<th scope="col" class="n">${name}</th>`,
  );
  const table = html`<table class="full">
<thead><tr>${columns}${numbers}<th scope="col">To look at</th></tr></thead>
<tbody>${rows.map((row) => line(row, labs, withCourse, most))}</tbody></table>`;
  return html`<h2 id="overview">Overview</h2>
<p>${onlyCourse !== '' && html`All of ${onlyCourse}. `}${about}</p>
${wideTable('overview', table)}`;
}

function line(row: GradeRow, labs: Grades['labs'], withCourse: boolean, most: number): Html {
  const { file, student, marks, points } = row;
  const answered = file.learner !== null;
  const sum = totals(file, labs);
  const of = (done: number, all: number) =>
    html`<td class="n">${answered ? html`${done}<span class="less">/${all}</span>` : '–'}</td>`;
  const done = labs.filter((lab) => isLabDone(file, lab)).length;
  const counts = [
    html`<td class="n">${isRead(file) ? file.runs.length : '–'}</td>`,
    ...labs.map((lab) => labCounts(file, lab)).map(({ right, checks }) => of(right, checks)),
    of(sum.predicted, sum.predictions),
    of(sum.reflected, sum.reflections),
    of(done, labs.length),
    of(points ?? 0, most),
  ];
  const who = [studentHead(row, 'wide'), withCourse && html`<td>${student.course}</td>`];
  return html`<tr>${who}${counts}<td>${markList(marks)}</td></tr>
`;
}

/** The head of a student's row, `withFile` with the file's name under it. */
export function studentHead(
  { file, student }: GradeRow,
  withFile: 'wide' | 'narrow' | false,
): Html {
  const wide = withFile === 'wide' && html` class="with-file"`;
  const name = withFile && student.named && html`<br><span class="file">${file.file}</span>`;
  return html`<th scope="row"${wide}><bdi>${student.name}</bdi>${name}</th>`;
}

function markList(marks: readonly Mark[]): Html {
  if (marks.length === 0) return html`<span class="less">–</span>`;
  const items = marks.map(
    ({ look, words }) =>
      html`<li class="${look ? 'look' : 'key'}">${look ? '▲' : '·'}  ${words}</li>`,
  );
  return html`<ul class="marks">${items}</ul>`;
}
