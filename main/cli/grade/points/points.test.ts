import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { emptyLabProgress, emptyLearner, type LabProgress } from '../../../contract/learner.ts';
import type { Exercises } from '../../../contract/notebook-file.ts';
import { feedbackHtml } from '../feedback/feedback-html.ts';
import { feedbackNames } from '../feedback/file-names.ts';
import { canvasCsv } from '../gradebooks/canvas.ts';
import { moodleCsv } from '../gradebooks/moodle.ts';
import { gradesOf, type Grading } from '../grades.ts';
import { gradesHtml } from '../grades-html.ts';
import { summary } from '../summary.ts';
import { emptyFile, type Submission } from '../submission.ts';
import { readRoster } from './roster.ts';
import { readRubric, rubricSchema } from './rubric.ts';

const exercises: Exercises = [
  {
    lab: 'queue',
    title: 'Queue',
    steps: [
      { id: 'p', kind: 'predict', title: 'Guess', question: 'How long?' },
      { id: 'c', kind: 'check', title: 'Count', question: 'How many?' },
      { id: 'r', kind: 'reflect', title: 'In your words', question: 'Why?' },
    ],
  },
  { lab: 'other', title: 'Other', steps: [{ id: 'x', kind: 'check', title: 'X', question: '' }] },
];
const all: Partial<LabProgress> = {
  predictions: { p: { value: 4, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: null } },
  checks: { c: { tries: 2, passed: true, hints: 2, answer: 4 } },
  reflections: { r: 'Idle time keeps a queue short.' },
};
function fileOf(name: string, progress: Partial<LabProgress> = {}, file = `${name}.jsonl`) {
  const labs = { queue: { ...emptyLabProgress, ...progress } };
  const learner = { ...emptyLearner, who: { name, course: 'ML' }, labs };
  return { ...emptyFile(file, 'notebook'), learner, exercises } satisfies Submission;
}
const rubric = rubricSchema.parse({ check: 4, reflect: 3, hint: 0.75, steps: { 'queue/p': 2 } });
const rows = (csv: string) => Papa.parse<string[]>(csv, { skipEmptyLines: true }).data;
const marks = (files: Submission[], grading?: Grading) =>
  gradesOf(files, grading).rows.map((row) => row.marks.map(({ words }) => words));

describe('a rubric', () => {
  test('gives points for what is there, less what hints cost, and only for the labs that are asked', () => {
    const grades = gradesOf([fileOf('Ada', all), fileOf('Bo')], { rubric });
    expect(grades.most).toBe(13);
    expect(grades.graded.map(({ name, points }) => [name, points])).toEqual([
      ['Ada', 7.5],
      ['Bo', 0],
    ]);
    expect(gradesOf([fileOf('Ada', all)], { rubric, labs: ['queue'] }).most).toBe(9);
    const long = rubricSchema.parse({ words: 30 });
    expect(gradesOf([fileOf('Ada', all)], { rubric: long }).graded[0]!.points).toBe(2);
  });

  test('says what is wrong with it', () => {
    expect(readRubric('{')).toEqual({ ok: false, why: 'it is no JSON' });
    expect(readRubric('{"check":-1}')).toMatchObject({ why: expect.stringMatching(/^check: /) });
    expect(readRubric('{"chek":1}')).toMatchObject({ why: expect.stringContaining('chek') });
    expect(readRubric('\uFEFF{}')).toMatchObject({ ok: true });
  });
});

describe('a roster', () => {
  const names = ({ missing }: ReturnType<typeof gradesOf>) => missing!.map(({ name }) => name);

  test('names who is missing, whichever way names are written, also from the right', () => {
    const roster = readRoster('Gómez, Ana\nΝίκος Παππάς\nדנה כהן\nمريم حداد\nBo Ek');
    const files = ['ana gomez', 'Παππας Νικος', '\u200fדנה כהן'].map((name) => fileOf(name));
    const grades = gradesOf(files, { roster });
    expect(names(grades)).toEqual(['مريم حداد', 'Bo Ek']);
    expect(gradesHtml(grades, 'class', 'today')).toContain('<li><bdi>مريم حداد</bdi></li>');
  });

  test('with one name twice calls neither missing, and gives nobody the points of the other', () => {
    const roster = readRoster('Name,ID\nBo Li,1\nBo Li,2\nCy,3');
    const grades = gradesOf([fileOf('Bo Li', all)], { roster });
    expect(names(grades)).toEqual(['Cy']);
    expect(grades.graded).toEqual([]);
    expect(grades.rows[0]!.marks[0]!.words).toBe(
      '2 people in the roster have this name: whose is it?',
    );
    // Canvas writes whose it is before the file's name.
    const known = gradesOf([fileOf('Bo Li', all, 'libo_2_9876_notebook.jsonl')], { roster });
    expect(known.graded).toMatchObject([{ person: { at: 1 } }]);
  });

  test('knows a name that has no space in one list and a space, or two columns, in another', () => {
    const roster = readRoster('Last,First\n李,雷\n김,철수\n王,小明\nLi,Na');
    const files = ['李雷', '철수김', '王明小', 'LiNa'].map((name) => fileOf(name, all));
    const grades = gradesOf(files, { roster });
    expect(grades.graded.map(({ person }) => person!.at).sort()).toEqual([0, 1]);
    expect(names(grades)).toEqual(['小明 王', 'Na Li']);
    const joined = gradesOf([fileOf('李 雷', all)], { roster: readRoster('Name\n李雷') });
    expect(joined.graded).toHaveLength(1);
    const moodle = fileOf('雷 李', all, '李雷_7_assignsubmission_file/n.jsonl');
    expect(marks([moodle], { roster })).toEqual([[]]);
  });

  test('is not asked for the rows that Canvas writes beside its students', () => {
    const canvas =
      'Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n' +
      '"Gómez, Ana",1,,,\n"Student, Test",9,,,A';
    expect(readRoster(canvas).map(({ name }) => name)).toEqual(['Ana Gómez']);
    expect(readRoster('Name\nTest Student').map(({ name }) => name)).toEqual(['Test Student']);
  });

  test('gives whom it lacks, and who shares a name in it, a page and no line in a gradebook', () => {
    const roster = readRoster('Name,ID\nBo Li,1\nBo Li,2\nAda,3');
    const files = [fileOf('Zed', all), fileOf('Bo Li', all), fileOf('Ada', all)];
    const grades = gradesOf(files, { roster });
    expect(grades.graded.map(({ name }) => name)).toEqual(['Ada']);
    expect(grades.apart.map(({ name }) => name)).toEqual(['Bo Li', 'Zed']);
    const words =
      '2 students are not in the roster, or share a name in it: Bo Li, Zed. ' +
      'No gradebook has them; feedback pages were written.';
    expect(summary(grades, files)).toContain(words);
    expect(gradesHtml(grades, 'class', 'today')).toContain(`<p>${words}</p>`);
    expect(summary(gradesOf([fileOf('Zed', all)], { roster }), [])).toContain(
      '1 student is not in the roster, or shares a name in it: Zed. ' +
        'No gradebook has it; a feedback page was written.',
    );
  });

  test('says who is not in it', () => {
    expect(marks([fileOf('Zed')], { roster: readRoster('Ada\nBo') })).toEqual([
      ['Not in the roster'],
    ]);
  });
});

describe('bad input: two students with one file', () => {
  test('a pair that names both gets the points both', () => {
    const roster = readRoster('Ana Gómez\nBo Ek\nCy Do');
    const { graded, missing } = gradesOf([fileOf('Bo Ek & Ana Gomez', all)], { roster });
    expect(graded.map(({ name }) => name)).toEqual(['Bo Ek', 'Ana Gómez']);
    expect(missing!.map(({ name }) => name)).toEqual(['Cy Do']);
  });

  test('one file that two hand in as theirs is marked in both', () => {
    const digest = 'one';
    const [ada, bo] = ['Ada Ng', 'Bo Ek'].map((name, i) => ({
      ...fileOf('Ada Ng', all, `${name}_${i}_assignsubmission_file/n.jsonl`),
      digest,
    }));
    const [first, second] = marks([ada!, bo!]);
    expect(first).toEqual([`The same file as ${bo!.file}, to the letter`]);
    expect(second).toEqual([
      `The same file as ${ada!.file}, to the letter`,
      'The notebook says “Ada Ng”, the course system “Bo Ek”',
    ]);
  });
});

describe('gradebooks', () => {
  const roster = readRoster(
    'First name,Last name,ID number,Email address\nAna,Gómez,7,a@x.org\nBo,Ek,8,\nCy,Do,9,c@x.org',
  );

  test('for Canvas have its heads in its order, the points that can be had, and who is missing left out', () => {
    const { graded, most } = gradesOf([fileOf('Ana Gómez', all)], { roster, rubric });
    expect(rows(canvasCsv(graded, 'Homework', most))).toEqual([
      ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Homework'],
      ['    Points Possible', '', '', '', '', '13'],
      ['Ana Gómez', '', '', '', '', '7.5'],
    ]);
  });

  test('for Moodle hold who can be found: by the key that most have, none without one', () => {
    const files = [fileOf('Ana Gómez', all), fileOf('Bo Ek')];
    const { graded } = gradesOf(files, { roster, rubric });
    expect(rows(moodleCsv(graded, 'Homework')!)).toEqual([
      ['Full name', 'ID number', 'Homework'],
      ['Ana Gómez', '7', '7.5'],
      ['Bo Ek', '8', '0'],
    ]);
    expect(moodleCsv(gradesOf(files).graded, 'Homework')).toBeNull();
  });

  test('hold no file’s name in the place of a student’s', () => {
    const nameless = fileOf('', all, 'notebook (3).jsonl');
    const grades = gradesOf([fileOf('Ana', all), nameless]);
    expect(rows(canvasCsv(grades.graded, 'H', 5)).slice(2)).toEqual([['Ana', '', '', '', '', '3']]);
    expect(summary(grades, [nameless])).toContain(
      '1 notebook has no name: notebook (3).jsonl. No gradebook has it; a feedback page was written.',
    );
  });

  test('take the best of a student’s files once', () => {
    const { graded } = gradesOf([fileOf('Ana', {}, 'a.jsonl'), fileOf('Ana', all, 'b.jsonl')]);
    expect(graded).toMatchObject([{ points: 3, row: { file: { file: 'b.jsonl' } } }]);
  });
});

describe('a feedback page', () => {
  test('shows one student’s answers, words and points, and names nobody else', () => {
    const twin = { digest: 'one' };
    const files = [
      {
        ...fileOf('Ada', { ...all, reflections: { r: '<script>alert(1)</script> שלום' } }),
        ...twin,
      },
      { ...fileOf('Bo Eavesdrop', all), ...twin },
    ];
    const grades = gradesOf(files, { rubric });
    const { row, name } = grades.graded[0]!;
    const page = feedbackHtml(row, grades, name, 'today');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; שלום');
    expect(page).not.toMatch(/<(script|img|link|iframe|object|base|form)|https?:/i);
    expect(page).toContain('<strong>7.5</strong> of 13 points');
    expect(page).toContain('2 tries, 2 hints');
    expect(page).not.toContain('Eavesdrop');
    expect(page).not.toContain('same file');
  });

  test('has a plain name of its own', () => {
    expect(
      feedbackNames(['José Pérez', 'Jose Perez', 'דנה', 'Łukasz Größe', 'مريم', '?!']),
    ).toEqual([
      'jose-perez.html',
      'jose-perez-2.html',
      'דנה.html',
      'lukasz-grosse.html',
      'مريم.html',
      'student.html',
    ]);
  });
});
