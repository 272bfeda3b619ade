import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTrialCompute, projectRoot } from '../../compute/fixtures/build-trial.ts';
import type { LearnerChange } from '../../contract/learner.ts';
import { startTrialHost, type TrialHost } from '../../services/fixtures/trial-host.ts';
import { makeZip } from './fixtures/make-zip.ts';
import { notebookOf, oneRun } from './fixtures/notebook-of.ts';

let temp: string;
let folder: string;

/** Types the command, for real. */
function type(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'main/cli/lectern.mjs'), 'grade', ...args],
    { cwd: temp },
  );
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
}
const table = async (path: string) =>
  Papa.parse<Record<string, string>>(await readFile(path, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

const prediction = {
  step: 'guess',
  question: 'How many draws?',
  value: 0,
  unit: 'draws',
  lockedAt: '2026-01-01T00:00:00.000Z',
};
const check = (step: string, tries: number, passed: boolean, hints: number): LearnerChange => ({
  kind: 'check',
  lab: 'trial',
  step,
  state: { tries, passed, hints, answer: 5 },
});

/** Three students work, each with a Lectern of their own: Ada does all, Bo imports a run of hers, Cy changes a number of a card by hand. */
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'lectern-grade-'));
  folder = join(temp, 'handed-in');
  await mkdir(folder);
  const built = await buildTrialCompute();
  const hosts: TrialHost[] = [];
  const student = async (name: string, ...changes: LearnerChange[]) => {
    const host = await startTrialHost(built.entry);
    hosts.push(host);
    for (const change of [{ kind: 'who' as const, who: { name, course: 'ML 1' } }, ...changes])
      await host.window.call('learner.change', change);
    return host;
  };
  try {
    const ada = await student(
      'Ada Ng',
      { kind: 'predict', lab: 'trial', step: 'guess', value: -4.5, confidence: 0.7 },
      check('count', 1, true, 0),
      check('spread', 3, true, 2),
      { kind: 'reflect', lab: 'trial', step: 'why', text: 'Because five were drawn.' },
    );
    const hers = await oneRun(ada, { prediction });
    await writeFile(join(folder, 'ada.jsonl'), `${(await notebookOf(ada)).join('\n')}\n`);

    const bo = await student(
      '=HYPERLINK("http://x.example","Bo")',
      { kind: 'predict', lab: 'trial', step: 'guess', value: '<script>alert(1)</script>' },
      check('count', 2, false, 1),
    );
    await oneRun(bo);
    await bo.window.call('run.import', {
      card: await ada.window.call('run.export', { run: hers }),
    });
    await writeFile(join(folder, 'bo.jsonl'), `${(await notebookOf(bo)).join('\r\n')}\r\n`);

    // The exercise of the class: the same parameters and seed, and measurements of her own.
    const cy = await student('Cy');
    await oneRun(cy);
    const lines = await notebookOf(cy, null);
    const at = lines.findIndex((line) => line.startsWith('{"kind":"run"'));
    lines[at] = lines[at]!.replace(/"draws":\[[\d.]+,/, '"draws":[0.123,');
    await writeFile(join(folder, 'cy.jsonl'), `${lines.join('\n')}\n`);
  } finally {
    for (const host of hosts) await host.close();
    await built.remove();
  }
});
afterAll(() => rm(temp, { recursive: true, force: true }));

describe('three notebooks', () => {
  it('are graded into a table and a page; the one that was edited by hand is marked, and so is the run that two share', async () => {
    const ended = await type('handed-in');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(
      /^3 files of 3 students, 4 runs\.\n1 run in more than one notebook\.\n1 card changed after it was written/,
    );
    const rows = await table(join(folder, 'grades.csv'));
    expect(rows).toHaveLength(3);
    const of = (file: string) => rows.find((row) => row['file'] === file)!;
    expect(of('ada.jsonl')).toMatchObject({
      student: 'Ada Ng',
      course: 'ML 1',
      runs: '1',
      'labs done': '1',
      'checks right': '2',
      'checks asked': '2',
      'trial/count': 'right',
      'trial/count tries': '1',
      'trial/count hints': '0',
      'trial/spread': 'right',
      'trial/spread tries': '3',
      'trial/spread hints': '2',
      'trial/guess said': '-4.5',
      'trial/guess unit': 'draws',
      'trial/guess sure, %': '70',
      'trial/guess run': '1',
      'trial/why words': '4',
      'cards that do not fit their hash': '0',
    });
    // What a spreadsheet would run begins with an apostrophe; a negative number stays a number.
    expect(of('bo.jsonl')).toMatchObject({
      student: `'=HYPERLINK("http://x.example","Bo")`,
      'labs done': '0',
      'trial/count': 'not yet',
      'trial/count tries': '2',
      'trial/count hints': '1',
      'trial/spread': 'not attempted',
      'trial/guess sure, %': '',
      'trial/guess run': '',
      runs: '2',
    });
    expect(of('ada.jsonl')['marks']).toBe(
      `The same run as =HYPERLINK("http://x.example","Bo") (run 1): run 1 of trial`,
    );
    expect(of('bo.jsonl')['marks']).toContain('The same run as Ada Ng (run 1): run 1 of trial');
    expect(of('cy.jsonl')).toMatchObject({
      'cards that do not fit their hash': '1',
      'trial/count': 'not attempted',
      marks: 'Changed after it was written, by its hash: run 1 of trial',
    });

    const page = await readFile(join(folder, 'grades.html'), 'utf8');
    expect(page).not.toMatch(/<script|<img|<link|javascript:|\son\w+=/i);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('Changed after it was written');
    expect(page).toContain('How far apart are they?');
  });

  it('are not graded over what is there already, unless told to; what was handed in is never touched', async () => {
    const before = await Promise.all(
      ['ada', 'bo', 'cy'].map((name) => readFile(join(folder, `${name}.jsonl`), 'utf8')),
    );
    await writeFile(join(folder, 'grades.csv'), 'my own notes');
    const refused = await type(folder);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(
      /grades\.csv is there already\.\nNothing was written\.\nGive --force/,
    );
    expect(await readFile(join(folder, 'grades.csv'), 'utf8')).toBe('my own notes');
    await mkdir(join(temp, 'elsewhere'));
    expect((await type(folder, '--out', join(temp, 'elsewhere'))).code).toBe(0);
    expect((await readdir(join(temp, 'elsewhere'))).sort()).toEqual([
      'canvas.csv',
      'feedback',
      'grades.csv',
      'grades.html',
    ]);
    expect((await readdir(join(temp, 'elsewhere/feedback'))).sort()).toEqual([
      'ada-ng.html',
      'cy.html',
      'hyperlink-http-x-example-bo.html',
    ]);
    expect((await type(folder, '--force')).code).toBe(0);
    // What the command wrote is not taken for something that was handed in.
    expect((await type(folder, '--force')).out).not.toContain('Not read');
    expect(await table(join(folder, 'grades.csv'))).toHaveLength(3);
    expect(
      await Promise.all(
        ['ada', 'bo', 'cy'].map((name) => readFile(join(folder, `${name}.jsonl`), 'utf8')),
      ),
    ).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual([
      'ada.jsonl',
      'bo.jsonl',
      'canvas.csv',
      'cy.jsonl',
      'feedback',
      'grades.csv',
      'grades.html',
    ]);
  });
});

describe('class lists and points', () => {
  it('come from files; the gradebooks find students by them, and who is missing is named', async () => {
    const graded = join(temp, 'graded');
    await mkdir(graded);
    const zip = makeZip([
      { name: 'ada.jsonl', content: await readFile(join(folder, 'ada.jsonl')) },
      { name: '../cy.jsonl', content: await readFile(join(folder, 'cy.jsonl')) },
    ]);
    await writeFile(join(graded, 'all.zip'), zip);
    // As Excel's "Unicode text" is written.
    await writeFile(
      join(graded, 'roster.csv'),
      '\uFEFFStudent,ID,SIS Login ID,Section,E-mail\n"Ng, Ada",17,ang,A,ada@x.org\nדנה כהן,18,dana,B,\n',
      'utf16le',
    );
    await writeFile(
      join(graded, 'rubric.json'),
      '{"title":"Homework 1","check":4,"hint":0.5,"steps":{"trial/why":3}}',
    );
    const ended = await type(
      ...['graded', '--roster', 'graded/roster.csv', '--rubric', 'graded/rubric.json'],
    );
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('1 person of the roster has no file that was read: דנה כהן.');
    expect(ended.out).toContain('Not read: all.zip/../cy.jsonl: its name leads out of the zip.');
    expect(await readFile(join(graded, 'canvas.csv'), 'utf8')).toBe(
      'Student,ID,SIS User ID,SIS Login ID,Section,Homework 1\r\n' +
        '"    Points Possible",,,,,12\r\nAda Ng,17,,ang,A,11\r\n',
    );
    expect(await readFile(join(graded, 'moodle.csv'), 'utf8')).toBe(
      'Full name,Email address,Homework 1\r\nAda Ng,ada@x.org,11\r\n',
    );
    const page = await readFile(join(graded, 'feedback/ada-ng.html'), 'utf8');
    expect(page).toContain('Because five were drawn.');
    expect(page).toContain('<strong>11</strong> of 12 points');
  });

  it('that can’t be read stop the command before anything is written', async () => {
    const files = join(temp, 'files');
    await mkdir(files);
    await writeFile(join(files, 'bad.json'), '{"chek": 1}');
    await writeFile(join(files, 'empty.csv'), '\n');
    await writeFile(join(files, 'book.xlsx'), 'PK\u0003\u0004');
    const cases: [string[], RegExp][] = [
      [['--rubric', 'files/bad.json'], /bad\.json is no rubric: .*chek.*\nNothing was written/],
      [['--rubric', 'files/none.json'], /none\.json can't be read/],
      [
        ['--roster', 'files/book.xlsx'],
        /book\.xlsx can't be read.*\nNothing was written.*workbook.*CSV/s,
      ],
      [['--roster', 'files/empty.csv'], /no name in files\/empty\.csv\.\nNothing was written/],
    ];
    for (const [args, words] of cases) {
      const ended = await type(folder, '--out', files, ...args);
      expect([ended.code, ended.out]).toEqual([1, '']);
      expect(ended.err).toMatch(words);
    }
    expect((await readdir(files)).sort()).toEqual(['bad.json', 'book.xlsx', 'empty.csv']);
  });
});

describe('what can’t be graded', () => {
  it('is said, and nothing is written', async () => {
    const empty = join(temp, 'empty');
    await mkdir(empty);
    await writeFile(join(empty, 'essay.docx'), '');
    const cases: [string[], number, RegExp][] = [
      [[], 2, /Which folder\? Name one/],
      [['a', 'b'], 2, /Which folder/],
      [[empty, '--all'], 2, /Unknown option '--all'/],
      [
        [empty],
        1,
        /no notebook in .*empty.*\nNot read: essay\.docx: a \.docx file.*\nNothing was written\.\nStudents get theirs/,
      ],
      [[join(temp, 'nowhere')], 1, /there is no such folder/],
      [[join(folder, 'ada.jsonl')], 1, /is a file, not a folder/],
      [[folder, '--out', join(temp, 'nowhere')], 2, /--out takes a folder that exists/],
    ];
    for (const [args, code, words] of cases) {
      const ended = await type(...args);
      expect([ended.code, ended.out]).toEqual([code, '']);
      expect(ended.err).toMatch(words);
      expect(ended.err).not.toMatch(/^\s+at .*[:(]\d+/m);
    }
    expect(await readdir(empty)).toEqual(['essay.docx']);
  });

  it('among others is named, and the exit code says that one is missing', async () => {
    const mixed = join(temp, 'mixed');
    await mkdir(join(mixed, 'Ada Ng_123_assignsubmission_file'), { recursive: true });
    await writeFile(
      join(mixed, 'Ada Ng_123_assignsubmission_file', 'notebook.jsonl'),
      await readFile(join(folder, 'ada.jsonl')),
    );
    await writeFile(join(mixed, 'shopping.json'), '["milk"]');
    await writeFile(
      join(mixed, 'later.jsonl'),
      '{"format":"lectern-notebook","formatVersion":2,"runs":0}\n',
    );
    await writeFile(join(mixed, '._notebook.jsonl'), 'macOS leaves these');
    const ended = await type('mixed');
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(
      new RegExp(
        '^3 files of 1 student, 1 run\\.\n' +
          'Not read: later\\.jsonl: it was written by a newer version of Lectern\\.\n' +
          'Not read: shopping\\.json: it is neither.*\n' +
          'Left by a system, and not read: \\._notebook\\.jsonl\\.',
      ),
    );
    const rows = await table(join(mixed, 'grades.csv'));
    expect(rows.map(({ file, 'checks right': right }) => [file, right])).toEqual([
      ['Ada Ng_123_assignsubmission_file/notebook.jsonl', '2'],
      ['later.jsonl', ''],
      ['shopping.json', ''],
    ]);
  });
});
