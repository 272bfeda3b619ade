import { codeAsked, codeIn, type AskedCode } from '../code/code-section.ts';
import type { CodeFound } from '../code/code-found.ts';
import type { GradeRow, Grades } from '../grades.ts';
import { html, type Html } from '../html.ts';
import { codePointsIn, codeWorth } from '../points/rubric.ts';

const about = 'Each answer was run again here, on data that were drawn for this grading.';

/**
 * A student's answers in code: what came of each when it was run again, and the answer itself. Nothing where the class wrote none,
 * or where they are extras and this student wrote none. What a notebook claims, and whose answer is like whose, is for the instructor.
 */
export function codeFeedback(
  row: GradeRow,
  { rows, labs, rubric }: Pick<Grades, 'rows' | 'labs' | 'rubric'>,
): Html | null {
  const shown = codeAsked(rows).filter(
    (asked) => codeIn(row, asked) || codeWorth(rubric, asked.lab, asked.exercise) > 0,
  );
  if (shown.length === 0) return null;
  const titles = new Map(labs.map(({ id, title }) => [id, title]));
  const most = shown.reduce((all, one) => all + codeWorth(rubric, one.lab, one.exercise), 0);
  return html`<section><h2>Code${most > 0 && html`<span class="of">${codePointsIn(rubric, row.file)} of ${most}</span>`}</h2>
<p>${about}</p>
${shown.map((asked) => answer(row, asked, titles.get(asked.lab) ?? asked.lab, codeWorth(rubric, asked.lab, asked.exercise)))}</section>`;
}

function answer(row: GradeRow, asked: AskedCode, lab: string, full: number): Html {
  const found = codeIn(row, asked);
  const given = found?.passes ? full : 0;
  return html`<div class="step"><h3>${asked.title}${full > 0 && html`<span class="of">${given} of ${full}</span>`}</h3>
<p class="question">${lab}</p>
${found ? outcome(row, found) : html`<p class="none">${nothingFor(row, asked)}</p>`}</div>
`;
}

/** What is said of an answer that there is none of: whoever begins and never runs the tests has written something all the same. */
function nothingFor({ file }: GradeRow, { lab, exercise }: AskedCode): string {
  const begun = file.learner?.labs[lab]?.codes?.[exercise] !== undefined;
  return begun ? 'You began and never ran the tests, so nothing was judged.' : 'You wrote nothing.';
}

function outcome({ file }: GradeRow, found: CodeFound): Html {
  const code = file.learner?.labs[found.lab]?.codes?.[found.exercise]?.answer ?? '';
  const spent = [
    `${found.tries} ${found.tries === 1 ? 'try' : 'tries'}`,
    found.hints > 0 && `${found.hints} ${found.hints === 1 ? 'hint' : 'hints'}`,
    found.opened && 'the worked answer was opened',
  ].filter((part) => part !== false);
  return html`<p><strong class="${found.passes ? 'right' : 'not-yet'}">${found.passes ? 'Passes' : 'Does not pass'}</strong>, ${spent.join(', ')}.</p>
${!found.passes && found.broken.length > 0 && html`<p>What it breaks:</p><ul>${found.broken.map((one) => html`<li>${one}</li>`)}</ul>`}
${found.older && html`<p class="none">The exercise has changed since you answered it.</p>`}
${found.newer && html`<p class="none">You answered a newer form of the exercise than the one that it was graded by.</p>`}
<pre class="code" dir="ltr">${code}</pre>`;
}
