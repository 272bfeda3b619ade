import { beforeAll, describe, expect, it } from 'vitest';
import { percentileTask } from '../../../../labs/latency/code/percentile.ts';
import { gapsTask } from '../../../../labs/fairness/code/gaps.ts';
import type { CodeState } from '../../../contract/code.ts';
import { emptyLabProgress, emptyLearner } from '../../../contract/learner.ts';
import { feedbackHtml } from '../feedback/feedback-html.ts';
import { gradesOf } from '../grades.ts';
import { gradesCsv } from '../grades-csv.ts';
import { gradesHtml } from '../grades-html.ts';
import { rubricSchema } from '../points/rubric.ts';
import { emptyFile, type Submission } from '../submission.ts';
import { differs } from './code-found.ts';
import { alike } from './code-section.ts';
import { fingerprint } from './fingerprint.ts';
import { runCodeAgain } from './run-again.ts';

const answer = (code: string, more: Partial<CodeState> = {}): CodeState => ({
  code,
  answer: code,
  tries: 1,
  passed: true,
  hints: 0,
  opened: false,
  version: 1,
  ...more,
});

function handedIn(name: string, latency: Record<string, CodeState>, fairness = {}): Submission {
  const labs = {
    latency: { ...emptyLabProgress, codes: latency },
    fairness: { ...emptyLabProgress, codes: fairness },
  };
  return {
    ...emptyFile(`${name}.jsonl`, 'notebook'),
    learner: { ...emptyLearner, who: { name, course: '' }, labs },
  };
}

/** A solution of one's own, and the same with other names. */
const own = `function percentile(times, p) {
  // in order
  const list = Array.from(times).sort((x, y) => x - y);
  if (list.length < 1) { return null; }
  const k = Math.max(1, Math.ceil(list.length * p - 1e-9));
  return list[k - 1];
}`;
const renamed = own
  .replaceAll('list', 'sorted')
  .replaceAll('k ', 'rank ')
  .replaceAll('k)', 'rank)')
  .replace('// in order', '/* first sort */')
  .replaceAll('  ', '\t');
const wrong = percentileTask.answer.replace('(a, b) => a - b', '');

const step = percentileTask.id;
const files = [
  handedIn('Ada', { [step]: answer(own) }, { [gapsTask.id]: answer(gapsTask.answer) }),
  handedIn('Ben', { [step]: answer(renamed) }),
  handedIn('Cy', { [step]: answer(wrong) }),
  handedIn('Dee', { [step]: answer('for (;;);', { passed: false }) }),
  handedIn('Eve', { [step]: answer(wrong, { version: 99 }) }),
  handedIn('Fay', { [step]: answer('function percentile() {', { answer: null, passed: false }) }),
  handedIn('Gus', { [step]: answer(percentileTask.answer), nowhere: answer('x') }),
];
const of = (name: string) => files.find(({ file }) => file === `${name}.jsonl`)!.code;

beforeAll(() => runCodeAgain(files, { seed: 20_261_129, labs: null }), 300_000);

describe('answers in code', () => {
  it('are run again: what a notebook claims is not believed', () => {
    expect(of('Ada').map(({ exercise, passes }) => [exercise, passes])).toEqual([
      ['write-gaps', true],
      [step, true],
    ]);
    const [cy] = of('Cy');
    expect(cy).toMatchObject({ claims: true, passes: false });
    expect(cy!.broken.join()).toContain('as numbers');
    expect(differs(cy!)).toBe(true);
  });
  it('that never end hold nobody up', () => {
    const [dee] = of('Dee');
    expect(dee).toMatchObject({ claims: false, passes: false });
    expect(dee!.broken[0]).toContain('ended');
  });
  it('that were judged by another form of the exercise differ from no claim', () => {
    expect(of('Eve')).toMatchObject([{ older: false, newer: true, passes: false }]);
    expect(differs(of('Eve')[0]!)).toBe(false);
    expect(differs({ ...of('Cy')[0]!, older: true })).toBe(false);
  });
  it('that were never tried, and those of exercises that are not there, are left out', () => {
    expect(of('Fay')).toEqual([]);
    expect(of('Gus').map(({ exercise }) => exercise)).toEqual([step]);
  });
});

describe('what grading says of them', () => {
  it('names equal answers as a hint; the worked answer is nobody’s own', () => {
    const { rows } = gradesOf(files);
    expect(alike(rows).map((one) => one.rows.map(({ student }) => student.name))).toEqual([
      ['Ada', 'Ben'],
      // Two with one fault: the worked answer, changed in one place.
      ['Cy', 'Eve'],
    ]);
    const page = gradesHtml(gradesOf(files), 'class', 'today');
    expect(page).toContain('Code, run again');
    expect(page).toContain('The notebook says that it passed.');
    expect(page).toContain('a hint and no verdict');
  });
  it('has a column for what came of it and one for what was claimed', () => {
    const [head, ...lines] = gradesCsv(gradesOf(files)).trim().split('\n');
    const at = head!.split(',').indexOf(`latency/${step} code`);
    expect(at).toBeGreaterThan(0);
    expect(head!.split(',')[at + 1]).toBe(`latency/${step} code claimed`);
    const cy = lines.find((line) => line.startsWith('Cy'))!.split(',');
    expect(cy.slice(at, at + 2)).toEqual(['fails', 'passed']);
  });
  it('shows a student their own answer, what it breaks and nobody else’s', () => {
    const page = (name: string, rubric: object = {}) => {
      const grades = gradesOf(files, { rubric: rubricSchema.parse(rubric) });
      const row = grades.rows.find(({ student }) => student.name === name)!;
      return feedbackHtml(row, grades, name, 'today');
    };
    const cy = page('Cy');
    expect(cy).toContain('Write a percentile');
    expect(cy).toContain('Does not pass');
    expect(cy).toContain('Times are put in order as numbers: 9 stands before 10.');
    expect(cy).toContain('const sorted = [...times].sort();');
    expect(cy).not.toMatch(/\bEve\b/);
    expect(cy).not.toContain('The notebook says');
    expect(page('Ada')).toContain('<strong class="right">Passes</strong>, 1 try.');
    // An extra that nobody is given points for stands only on the page of who wrote it.
    expect(page('Fay')).not.toContain('<h2>Code');
    expect(page('Fay', { code: 2 })).toContain('You began and never ran the tests');
    expect(page('Ben', { code: 2 })).toContain('You wrote nothing.');
    expect(page('Eve')).toContain('You answered a newer form of the exercise');
    expect(gradesHtml(gradesOf(files), 'class', 'today')).toContain(
      'by a newer form of the exercise',
    );
    expect(page('Cy', { code: 2 })).toContain('0 of 4');
  });
  it('gives points where the rubric does, by what came of it', () => {
    const points = (rubric: object) => {
      const grades = gradesOf(files, { rubric: rubricSchema.parse(rubric) });
      return [grades.most, ...grades.rows.map((row) => row.points)];
    };
    const none = points({});
    const two = points({ code: 2 });
    expect(two.map((one, i) => one! - none[i]!)).toEqual([4, 4, 2, 0, 0, 0, 0, 2]);
  });
});

it('a fingerprint forgets names, comments and layout, and nothing else', () => {
  expect(fingerprint(own)).toBe(fingerprint(renamed));
  expect(fingerprint(own)).not.toBe(fingerprint(own.replace('1e-9', '1e-8')));
  expect(fingerprint(own)).not.toBe(fingerprint(own.replace('list[k - 1]', 'list[p - 1]')));
  expect(fingerprint('const a = 1;')).toBeNull();
  // Nothing in it reads back: a text of quotes that never close takes no time.
  expect(fingerprint('"\\'.repeat(25_000))).toBeNull();
});
