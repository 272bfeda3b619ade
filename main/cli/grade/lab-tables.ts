import { stepsOf, type AskedLab, type AskedStep } from './asked.ts';
import type { GradeRow } from './grades.ts';
import { html, wideTable, type Html } from './html.ts';
import { studentHead } from './overview.ts';
import { checkStatus, predictionStatus, reflectionText, reflectionWords } from './status.ts';

const signs = { right: '✓', 'not yet': '○', 'not attempted': '–' } as const;
const plural = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** One lab: who got which check right, what each predicted, how much they wrote. Files without answers are left out. */
export function labTables(lab: AskedLab, at: number, rows: readonly GradeRow[]): Html {
  const answered = rows.filter(({ file }) => file.learner !== null);
  // Whose file it is must be told where somebody handed in two.
  const twice = new Set(
    answered.map(({ student }) => student.key).filter((key, i, all) => all.indexOf(key) !== i),
  );
  const [checks, predictions, reflections] = [
    stepsOf(lab, 'check'),
    stepsOf(lab, 'predict'),
    stepsOf(lab, 'reflect'),
  ];
  const questions = [...checks, ...predictions, ...reflections].filter(
    ({ question }) => question !== '',
  );
  const head = (row: GradeRow) => studentHead(row, twice.has(row.student.key) && 'narrow');
  const checkRow = (row: GradeRow) => {
    const words = reflections.map(
      (step) => html`<td class="n">${reflectionWords(row.file, step) || '–'}</td>`,
    );
    return html`<tr>${head(row)}${checks.map((step) => checkCell(row, step))}${words}</tr>
`;
  };
  const predictionRow = (row: GradeRow) => {
    const cells = predictions.map((step) => predictionCell(row, step));
    return html`<tr>${head(row)}${cells}</tr>
`;
  };
  const groups = [
    groupHead('Checks', checks.length),
    groupHead('Words written', reflections.length),
  ];
  const checkHead = html`<tr><th scope="col" rowspan="2">Student</th>${groups}</tr>`;
  const checkTable = wideTable(
    `checks-${at}`,
    html`<table><thead>${checkHead}<tr>${checks.map(columnHead)}${reflections.map(narrowHead)}</tr></thead>
<tbody>${answered.map(checkRow)}</tbody></table>`,
  );
  const predictionTable = wideTable(
    `predictions-${at}`,
    html`<table><thead><tr><th scope="col">Student</th>${predictions.map(columnHead)}</tr></thead>
<tbody>${answered.map(predictionRow)}</tbody></table>`,
  );
  const wordsRow = (row: GradeRow) => {
    const texts = reflections.map((step) => reflectionText(row.file, step));
    if (texts.every((text) => text === '')) return null;
    return html`<tr>${head(row)}${texts.map(wordsCell)}</tr>
`;
  };
  const wordsRows = answered.map(wordsRow).filter((row) => row !== null);
  const wordsTable = wideTable(
    `words-${at}`,
    html`<table class="full"><thead><tr><th scope="col">Student</th>${reflections.map(columnHead)}</tr></thead>
<tbody>${wordsRows}</tbody></table>`,
  );
  const checksTitle = 'Checks, and how many words were written';
  return html`<section><h2 id="lab-${at}">${lab.title}</h2>
${
  checks.length + reflections.length > 0 &&
  html`${heading(`checks-${at}`, lab, checksTitle)}
${checkTable}`
}
${
  predictions.length > 0 &&
  html`${heading(`predictions-${at}`, lab, 'Predictions')}
${predictionTable}`
}
${
  wordsRows.length > 0 &&
  html`${heading(`words-${at}`, lab, 'In their words')}
${wordsTable}`
}
${questions.length > 0 && html`<h3>What was asked</h3><dl>${questions.map(asked)}</dl>`}</section>`;
}

const asked = ({ code, title, question }: AskedStep) =>
  html`<dt><span class="code">${code}</span> ${title}</dt><dd>${question}</dd>`;
const heading = (id: string, lab: AskedLab, words: string) =>
  html`<h3 id="${id}"><span class="sr">${lab.title}: </span>${words}</h3>`;
const groupHead = (words: string, columns: number) =>
  columns > 0 && html`<th scope="colgroup" colspan="${columns}" class="group">${words}</th>`;
const columnHead = ({ code, title }: AskedStep) =>
  html`<th scope="col"><span class="code">${code}</span> ${title}</th>`;
/** Reflections are mostly called "In your words", and their columns hold a small number: the code must do. */
const narrowHead = ({ code, title }: AskedStep) =>
  html`<th scope="col" class="n"><span class="code">${code}</span><span class="sr"> ${title}</span></th>`;

function checkCell({ file }: GradeRow, step: AskedStep): Html {
  const { status, tries, hints } = checkStatus(file, step);
  const spent = [
    tries > 0 && plural(tries, 'try', 'tries'),
    hints > 0 && plural(hints, 'hint', 'hints'),
  ]
    .filter(Boolean)
    .join(', ');
  const sign = html`<span class="${status.replace(' ', '-')}">${signs[status]} ${status}</span>`;
  return html`<td>${sign}${spent !== '' && html`<br><span class="less">${spent}</span>`}</td>`;
}

function predictionCell({ file }: GradeRow, step: AskedStep): Html {
  const found = predictionStatus(file, step);
  if (!found) return html`<td class="less">–</td>`;
  const { said, unit, confidence, run } = found;
  const rest = [confidence !== null && `${Math.round(confidence * 100)} % sure`, runWords(run)]
    .filter(Boolean)
    .join(', ');
  const answer = html`${saidWords(said)} <span class="unit">${unit}</span>`;
  return html`<td class="said">${answer}<br><span class="less">${rest}</span></td>`;
}

const wordsCell = (text: string) =>
  text === '' ? html`<td class="less">–</td>` : html`<td class="words" dir="auto">${text}</td>`;

type Said = NonNullable<ReturnType<typeof predictionStatus>>;

export function saidWords(said: Said['said']) {
  if (typeof said !== 'number') return said;
  return said.toLocaleString('en-US', { maximumSignificantDigits: 6 }).replace('-', '−');
}

export function runWords(run: Said['run']): string {
  if (run === null) return 'no run yet';
  if (run === 'formula') return 'a formula answers it';
  return run === 'missing' ? 'its run is not in the file' : `run ${run.number}`;
}
