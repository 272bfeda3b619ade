import { stepsOf, type AskedLab, type AskedStep } from '../asked.ts';
import type { GradeRow, Grades } from '../grades.ts';
import { html, Html } from '../html.ts';
import { runWords, saidWords } from '../lab-tables.ts';
import { byPointsWords } from '../points/rubric-words.ts';
import { mostPoints, pointsIn, pointsOf, worth, type Rubric } from '../points/rubric.ts';
import { checkStatus, predictionStatus, reflectionText } from '../status.ts';
import type { Submission } from '../submission.ts';
import { codeFeedback } from './code-feedback.ts';
import { style } from './feedback-style.ts';

/**
 * One student's page: what they handed in and what it was given. It names nobody else, and nothing
 * that an instructor would ask about first. One file without a script or anything from outside.
 */
export function feedbackHtml(row: GradeRow, grades: Grades, name: string, when: string): string {
  const { file, student, points } = row;
  const { labs, rubric, most } = grades;
  const done = labs.map((lab) => labSection(file, lab, rubric));
  const facts = factsOf(file);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="robots" content="noindex"><title>${rubric.title}: ${name}</title><style>${new Html(style)}</style></head>
<body><main><p class="eyebrow">${rubric.title}${student.course !== '' && html` · ${student.course}`} · ${when}</p>
<h1><bdi>${name}</bdi></h1>
<p class="total"><strong>${points ?? 0}</strong> of ${most} points</p>
<p>${byPointsWords(rubric)}</p>
${facts.length > 0 && html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`}
${done}
${codeFeedback(row, grades)}
</main></body></html>
`;
  return page.text;
}

/** What is so of the file as it arrived: the student can hand in a better one. */
function factsOf({ cutShort, missing, damaged, newerRuns }: Submission): string[] {
  return [
    cutShort && 'Your file ends before the notebook does. Save it again and hand that in.',
    missing > 0 && `${missing} of your runs did not arrive.`,
    damaged.count > 0 && `${damaged.count} lines of your file could not be read.`,
    newerRuns > 0 && `${newerRuns} of your runs are of a newer Lectern and were not read.`,
  ].filter((fact) => fact !== false);
}

function labSection(file: Submission, lab: AskedLab, rubric: Rubric): Html {
  const given = pointsIn(rubric, file, [lab]);
  const steps = [
    ...stepsOf(lab, 'predict').map((step) => predicted(file, step, rubric)),
    ...stepsOf(lab, 'check').map((step) => checked(file, step, rubric)),
    ...stepsOf(lab, 'reflect').map((step) => written(file, step, rubric)),
  ];
  return html`<section><h2>${lab.title}<span class="of">${given} of ${mostPoints(rubric, [lab])}</span></h2>
${steps}</section>`;
}

function answered(file: Submission, step: AskedStep, rubric: Rubric, answer: Html): Html {
  const given = pointsOf(rubric, file, step);
  const full = worth(rubric, step);
  return html`<div class="step"><h3>${step.title}<span class="of">${given} of ${full}</span></h3>
${step.question !== '' && html`<p class="question">${step.question}</p>`}
${answer}</div>
`;
}

function predicted(file: Submission, step: AskedStep, rubric: Rubric): Html {
  const found = predictionStatus(file, step);
  if (!found)
    return answered(file, step, rubric, html`<p class="none">You made no prediction.</p>`);
  const { said, unit, confidence, run } = found;
  const sure = confidence === null ? '' : `, ${Math.round(confidence * 100)} % sure`;
  const met = run === 'formula' || run === null ? '' : ` It was met by ${runWords(run)}.`;
  return answered(
    file,
    step,
    rubric,
    html`<p>You said <strong class="said"><bdi>${saidWords(said)}</bdi>${unit !== '' && ` ${unit}`}</strong>${sure}.${met}</p>`,
  );
}

function checked(file: Submission, step: AskedStep, rubric: Rubric): Html {
  const { status, tries, hints } = checkStatus(file, step);
  const words = { right: 'Right', 'not yet': 'Not right yet', 'not attempted': 'Not tried' }[
    status
  ];
  const spent = [
    tries > 0 && `${tries} ${tries === 1 ? 'try' : 'tries'}`,
    hints > 0 && `${hints} ${hints === 1 ? 'hint' : 'hints'}`,
  ].filter((part) => part !== false);
  const rest = spent.length > 0 ? `, ${spent.join(', ')}` : '';
  return answered(
    file,
    step,
    rubric,
    html`<p><strong class="${status.replace(' ', '-')}">${words}</strong>${rest}.</p>`,
  );
}

function written(file: Submission, step: AskedStep, rubric: Rubric): Html {
  const text = reflectionText(file, step);
  if (text === '')
    return answered(file, step, rubric, html`<p class="none">You wrote nothing.</p>`);
  const words = text.split(/\s+/).length;
  const few =
    words < rubric.words && html`<p class="none">${words} of at least ${rubric.words} words.</p>`;
  return answered(file, step, rubric, html`<p class="words" dir="auto">${text}</p>${few}`);
}
