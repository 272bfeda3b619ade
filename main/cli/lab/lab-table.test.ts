import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LessonSection } from '../../../labs/fairness/table/lesson-section.ts';
import { exampleCsv } from '../../../labs/time-leak/own/leak-example.ts';
import { labTable } from './lab-table.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-table-'))));
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const repeat = (line: string, n: number) => `${line}\n`.repeat(n);
const people =
  'repaid,approved,sex,town\n' +
  repeat('1,1,f,Elm', 90) +
  repeat('1,0,f,Oak', 90) +
  repeat('0,0,f,Oak', 90) +
  repeat('1,1,m,Elm', 150) +
  repeat('0,1,m,Elm', 50) +
  repeat('0,0,m,Oak', 90);

interface Json {
  asks?: { role: string }[];
  problem?: { what: string };
  verdict?: string;
  steps?: LessonSection[];
  seed?: number;
}

/** Runs the command on a file of this text; what it prints, writes and ends with. */
const run = (text: string, ...args: string[]) => runLab('fairness', text, ...args);

async function runLab(lab: string, text: string, ...args: string[]) {
  const [path, json] = [join(folder, 'people.csv'), join(folder, 'out.json')];
  await writeFile(path, text);
  const said: string[] = [];
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
  const code = await labTable([lab, '--table', path, '--json', json, ...args]);
  const found = JSON.parse(await readFile(json, 'utf8')) as Json;
  return { code, said: said.join('\n'), json: found };
}

test('goes through the lab’s steps with a table, in words and as JSON, and says what a table can’t do', async () => {
  const { code, said, json } = await run(
    people,
    '--group',
    'sex',
    '--decision',
    'approved',
    '--seed',
    '3',
  );
  expect(code).toBe(0);
  expect(said).toContain(
    'Taken by names and values: label “repaid”. Given: decision “approved”, group “sex”. No weight.',
  );
  expect(json.seed).toBe(3);
  expect(json.steps!.map(({ part }) => part)).toEqual([
    'audit',
    'delete',
    'flip',
    'thresholds',
    'impossible',
    'mitigate',
    null,
  ]);
  for (const words of [
    'Delete: is the group gone with its column?',
    'town',
    'What needs the built-in people',
  ])
    expect(said).toContain(words);
  expect(json.verdict).toMatch(/in 100 of “f” are selected/);
});

test('asks what has to be said first, and names a column that is not there', async () => {
  const open = await run('a1,a2,g\n1,0,x\n0,1,y\n1,1,x\n');
  expect([open.code, open.json.asks!.map(({ role }) => role)]).toEqual([
    2,
    expect.arrayContaining(['label', 'decision']),
  ]);
  const unknown = await run(people, '--group', 'nowhere');
  expect([unknown.code, unknown.json.problem!.what]).toEqual([1, 'There is no column “nowhere”.']);
});

test.each([
  [['latency'], 'takes no table. fairness and time-leak do'],
  [['time-leak', '--seed', '3'], 'about the built-in events'],
  [['time-leak', '--preset', 'default'], 'about the built-in events'],
  [['time-leak', 'fairness'], 'One lab at a time'],
  [[], 'Which lab?'],
  [['fairness', '--preset', 'default'], 'about the built-in people'],
  [['fairness', '--set', 'steps=50'], 'about the built-in people'],
])('what does not go with a table is said: %j', async (args, words) => {
  await expect(labTable([...args, '--table', join(folder, 'x.csv')])).rejects.toThrow(words);
});

test('a file that is not there is said', async () => {
  await expect(labTable(['fairness', '--table', join(folder, 'gone.csv')])).rejects.toThrow(
    'There is no file',
  );
});

test('a rate is printed with its interval and the rows that it is of', async () => {
  const { said } = await run(people, '--group', 'sex', '--decision', 'approved');
  const rates = said
    .split('\n')
    .filter((line) => /^[fm] {2}/.test(line.trim()) && line.includes('('));
  expect(rates.length).toBeGreaterThan(2);
  for (const line of rates) expect(line).toMatch(/\d\.\d\d \(\d\.\d\d to \d\.\d\d; of \d/);
});

test('without outcomes only the audit is made, and that is said', async () => {
  const { code, json, said } = await run(
    people.replace('repaid', 'x'),
    '--label',
    'none',
    '--group',
    'sex',
  );
  expect([code, json.steps!.map(({ part }) => part)]).toEqual([0, ['audit']]);
  expect(said).toContain('models can’t be judged. Only the audit is of this table.');
});

describe('time-leak on a table', () => {
  const events = exampleCsv();
  test('goes through split, leak and join, in words and as JSON, and says what a table can’t do', async () => {
    const { code, said, json } = await runLab('time-leak', events);
    expect(code).toBe(0);
    expect(json.steps!.map(({ part }) => part)).toEqual(['split', 'leak', 'join', null]);
    for (const words of [
      'Split: at random, or in order of time?',
      'LEAK: complaints: ',
      'Join: what was known at each row?',
      'What needs the built-in events',
    ])
      expect(said).toContain(words);
    expect(said).not.toMatch(/NaN|undefined|null/);
  });
  test('asks what has to be said first', async () => {
    const found = await runLab('time-leak', 'a,b,c\n1,2,x\n2,3,y\n4,5,x\n');
    expect([found.code, found.json.asks!.map(({ role }) => role)]).toEqual([2, ['time', 'label']]);
  });
  test('its own options are read although the other lab has others', async () => {
    const found = await runLab('time-leak', events, '--owner', 'none', '--quiet');
    expect([found.code, found.said]).toEqual([0, expect.not.stringContaining('Join:')]);
  });
});
