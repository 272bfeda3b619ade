import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LessonSection } from '../../../labs/fairness/table/lesson-section.ts';
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
async function run(text: string, ...args: string[]) {
  const [path, json] = [join(folder, 'people.csv'), join(folder, 'out.json')];
  await writeFile(path, text);
  const said: string[] = [];
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
  const code = await labTable(['fairness', '--table', path, '--json', json, ...args]);
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
  [['time-leak'], 'npm run leaks'],
  [['latency'], 'takes no table'],
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
