import { apartWords } from './points/apart-words.ts';
import { byPointsWords } from './points/rubric-words.ts';
import { codeSection } from './code/code-section.ts';
import { findings } from './findings.ts';
import type { Grades } from './grades.ts';
import { isRead } from './submission.ts';
import { html, Html } from './html.ts';
import { labTables } from './lab-tables.ts';
import { missingNames, notReadTable } from './not-here.ts';
import { overview } from './overview.ts';
import { style } from './style.ts';

const count = (n: number, one: string, more = `${one}s`) =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : more}`;

/** The whole page: one file without a script, without anything from outside. `folder` is only its name; `when` is a date in words. */
export function gradesHtml(grades: Grades, folder: string, when: string): string {
  const { labs, rows } = grades;
  const students = new Set(
    rows.filter(({ file }) => isRead(file)).map(({ student }) => student.key),
  ).size;
  const runs = rows.reduce((sum, { file }) => sum + file.runs.length, 0);
  const marked = rows.filter(({ marks }) => marks.some(({ look }) => look)).length;
  const toLook = marked === 0 ? 'no file' : count(marked, 'file');
  const summary =
    `${count(rows.length, 'file')} of ${count(students, 'student')}, ${count(runs, 'run')}; ` +
    `${toLook} with something to look at.`;
  const without = apartWords(grades.apart);
  const code = codeSection(rows);
  const links = [
    html`<a href="#overview">Overview</a>`,
    ...labs.map(({ title }, i) => html`<a href="#lab-${i}">${title}</a>`),
    code && html`<a href="#code">Code</a>`,
    html`<a href="#same">The same run</a><a href="#hash">Changed cards</a>`,
    grades.missing && html`<a href="#missing">Missing</a>`,
    grades.notRead.length > 0 && html`<a href="#not-read">Not read</a>`,
  ];
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex"><title>Grades: ${folder}</title><style>${new Html(style)}</style></head>
<body><main><h1>Grades</h1>
<p>${folder}, ${when}. ${summary} ${byPointsWords(grades.rubric)}</p>
${without !== null && html`<p>${without}</p>`}
<nav aria-label="On this page">${links}</nav>
${overview(grades)}
${labs.map((lab, i) => labTables(lab, i, rows))}
${code}
${findings(grades)}
${missingNames(grades.missing)}
${notReadTable(grades.notRead)}
</main></body></html>
`;
  return page.text;
}
