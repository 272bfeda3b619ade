import type { GradeRow } from '../grades.ts';
import { html, wideTable, type Html } from '../html.ts';
import { studentHead } from '../overview.ts';
import { differs, type CodeFound } from './code-found.ts';

/** An exercise that somebody answered. */
export interface AskedCode {
  lab: string;
  exercise: string;
  title: string;
}

/** Every exercise in code that a file answers, in the order of the labs. */
export function codeAsked(rows: readonly Pick<GradeRow, 'file'>[]): AskedCode[] {
  const all = new Map<string, AskedCode>();
  for (const { file } of rows)
    for (const { lab, exercise, title } of file.code)
      all.set(`${lab}/${exercise}`, { lab, exercise, title });
  return [...all.values()];
}

/** What a file's answer to an exercise came to; undefined where there is none. */
export const codeIn = (
  { file }: Pick<GradeRow, 'file'>,
  { lab, exercise }: AskedCode,
): CodeFound | undefined => file.code.find((one) => one.lab === lab && one.exercise === exercise);

/** Files whose answers to one exercise are the same but for names, comments and layout. */
export interface Alike {
  asked: AskedCode;
  rows: GradeRow[];
}

/** Groups of different students with one token fingerprint. */
export function alike(rows: readonly GradeRow[]): Alike[] {
  return codeAsked(rows).flatMap((asked) => {
    const groups = new Map<string, GradeRow[]>();
    for (const row of rows) {
      const print = codeIn(row, asked)?.print;
      if (print) groups.set(print, [...(groups.get(print) ?? []), row]);
    }
    return [...groups.values()]
      .filter((group) => new Set(group.map(({ student }) => student.key)).size > 1)
      .map((group) => ({ asked, rows: group }));
  });
}

const about =
  'Each answer was run again here, in a sandbox, on data that was drawn for this grading. ' +
  'What counts is what came of that, not what a notebook says.';
const aboutAlike =
  'These answers are the same but for names, comments and layout. It is a hint and no ' +
  'verdict. A short function has few ways to be right, and a class that worked together has ' +
  'them in common.';

/** What came of the answers in code; nothing where nobody wrote any. */
export function codeSection(rows: readonly GradeRow[]): Html | null {
  const asked = codeAsked(rows);
  if (asked.length === 0) return null;
  const answered = rows.filter(({ file }) => file.code.length > 0);
  const head = asked.map(
    ({ lab, title }) => html`<th scope="col">${title}<br><span class="less">${lab}</span></th>`,
  );
  const body = answered.map(
    (row) => html`<tr>${studentHead(row, false)}${asked.map((one) => cell(codeIn(row, one)))}</tr>
`,
  );
  const groups = alike(rows);
  return html`<section><h2 id="code">Code, run again</h2>
<p>${about}</p>
${wideTable(
  'code',
  html`<table><thead><tr><th scope="col">Student</th>${head}</tr></thead>
<tbody>${body}</tbody></table>`,
)}
${groups.length > 0 && html`<h3>Answers that are alike</h3><p>${aboutAlike}</p><ul>${groups.map(group)}</ul>`}</section>`;
}

function cell(found: CodeFound | undefined): Html {
  if (!found) return html`<td class="less">–</td>`;
  const sign = found.passes
    ? html`<span class="right">✓ passes</span>`
    : html`<span class="not-yet">○ fails</span>`;
  const rest = [
    found.broken.slice(0, 2).join(' '),
    differs(found) && `The notebook says that it ${found.claims ? 'passed' : 'did not pass'}.`,
    found.older && 'It was judged by an older form of the exercise.',
    found.newer &&
      'It was judged by a newer form of the exercise: this Lectern is older than theirs.',
    found.opened && 'The worked answer was opened.',
  ].filter((words) => words !== false && words !== '');
  return html`<td>${sign}${rest.map((words) => html`<br><span class="less">${words}</span>`)}</td>`;
}

const group = ({ asked, rows }: Alike) =>
  html`<li>${asked.title}: ${rows.map(({ student }) => student.name).join(', ')}</li>`;
