import { stepsOf, type AskedLab, type AskedStep } from './asked.ts';
import type { GradeRow } from './grades.ts';
import { html, type Html } from './html.ts';
import { studentHead } from './overview.ts';
import { checkStanding, predictionStanding, reflectionWords } from './standing.ts';

const signs = { right: '✓', 'not yet': '○', 'not attempted': '–' } as const;
const plural = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** One lab: who got which check right, what each predicted, how much they wrote. Files without answers are left out. */
export function labTables(lab: AskedLab, at: number, rows: readonly GradeRow[]): Html {
  const answered = rows.filter(({ file }) => file.learner !== null);
  const [checks, predictions, reflections] = [stepsOf(lab, 'check'), stepsOf(lab, 'predict'), stepsOf(lab, 'reflect')];
  const questions = lab.steps.filter(({ question }) => question !== '');
  return html`<section><h2 id="lab-${at}">${lab.title}</h2>
${checks.length + reflections.length > 0 && html`${heading(`checks-${at}`, 'Checks, and how many words were written')}
<div class="wide" tabindex="0" role="region" aria-labelledby="checks-${at}"><table><thead><tr><th scope="col" rowspan="2">Student</th>${groupHead('Checks', checks.length)}${groupHead('Words written', reflections.length)}</tr><tr>${checks.map(columnHead)}${reflections.map((step) => columnHead(step, 'n'))}</tr></thead>
<tbody>${answered.map((row) => html`<tr>${studentHead(row)}${checks.map((step) => checkCell(row, step))}${reflections.map((step) => html`<td class="n">${reflectionWords(row.file, step) || '–'}</td>`)}</tr>
`)}</tbody></table></div>`}
${predictions.length > 0 && html`${heading(`predictions-${at}`, 'Predictions')}
<div class="wide" tabindex="0" role="region" aria-labelledby="predictions-${at}"><table><thead><tr><th scope="col">Student</th>${predictions.map((step) => columnHead(step))}</tr></thead>
<tbody>${answered.map((row) => html`<tr>${studentHead(row)}${predictions.map((step) => predictionCell(row, step))}</tr>
`)}</tbody></table></div>`}
${questions.length > 0 && html`<h3>What was asked</h3><dl>${questions.map(({ title, question }) => html`<dt>${title}</dt><dd>${question}</dd>`)}</dl>`}</section>`;
}

const heading = (id: string, words: string) => html`<h3 id="${id}">${words}</h3>`;
const groupHead = (words: string, columns: number) => columns > 0 && html`<th scope="colgroup" colspan="${columns}" class="group">${words}</th>`;
const columnHead = ({ title }: AskedStep, kind: unknown = '') => html`<th scope="col"${kind === 'n' && html` class="n"`}>${title}</th>`;

function checkCell({ file }: GradeRow, step: AskedStep): Html {
  const { standing, tries, hints } = checkStanding(file, step);
  const spent = [tries > 0 && plural(tries, 'try', 'tries'), hints > 0 && plural(hints, 'hint', 'hints')].filter(Boolean).join(', ');
  return html`<td><span class="${standing.replace(' ', '-')}">${signs[standing]} ${standing}</span>${spent !== '' && html`<br><span class="less">${spent}</span>`}</td>`;
}

function predictionCell({ file }: GradeRow, step: AskedStep): Html {
  const found = predictionStanding(file, step);
  if (!found) return html`<td class="less">–</td>`;
  const { said, unit, confidence, run } = found;
  const rest = [confidence !== null && `${Math.round(confidence * 100)} % sure`, run === null ? 'no run yet' : run === 'missing' ? 'its run is not in the file' : `run ${run.number}`].filter(Boolean).join(', ');
  return html`<td class="said">${typeof said === 'number' ? said.toLocaleString('en-US', { maximumSignificantDigits: 6 }).replace('-', '−') : said} <span class="unit">${unit}</span><br><span class="less">${rest}</span></td>`;
}
