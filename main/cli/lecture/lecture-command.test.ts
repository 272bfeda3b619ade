import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import { lecture1 } from './lecture-1.ts';
import { lecture } from './lecture-command.ts';

let folder: string;
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-lecture-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});
const run = (...args: string[]) => lecture(args, projectRoot);

it.each([
  ['a lecture of its own', []],
  ['an edition of ours', ['--extends', 'lecture-1']],
])('a new folder for %s is clean', async (_name, more) => {
  const place = join(folder, 'mine');
  expect(await run('new', place, ...more)).toBe(0);
  said.length = 0;
  expect(await run('check', place)).toBe(0);
  expect(said.at(-1)).toMatch(/^\d slides?: 0 errors, 0 warnings\.$/);
});

it('a folder that holds something is left alone', async () => {
  await writeFile(join(folder, 'slides.md'), 'mine');
  await expect(run('new', folder)).rejects.toThrow('is not empty');
  expect(await readFile(join(folder, 'slides.md'), 'utf8')).toBe('mine');
});

it('says what is wrong with file, line and mend, and fails', async () => {
  await writeFile(
    join(folder, 'lecture.yaml'),
    'extends: lecture-1\nhide:\n  - grding\nafter: {agenda: a.md}\n',
  );
  await writeFile(join(folder, 'a.md'), '# A\n\n::figure{of=large-model}\n\n![](out.png)\n');
  await writeFile(join(folder, '../out.png'), 'x');
  await symlink(join(folder, '../out.png'), join(folder, 'out.png'));
  expect(await run('check', folder)).toBe(1);
  await rm(join(folder, '../out.png'));
  expect(said).toEqual([
    'a.md:1  warning  The notes of this slide are thinner than two sentences. Write :::notes with “Say:” and “Ask:”.',
    'a.md:3  error  Lecture 1 has no figure “large-model”. Did you mean “large-models”?',
    'a.md:5  error  The picture “out.png” leads out of the folder by a link. Take another file.',
    'lecture.yaml:3  error  Lecture 1 has no slide “grding”. Did you mean “grading”?',
    '1 slide: 3 errors, 1 warning.',
  ]);
});

it('knows every slide of lecture 1', async () => {
  const { slides, parts } = await lecture1(projectRoot);
  expect(slides).toContain('grading');
  expect(new Set(slides).size).toBe(slides.length);
  expect(slides.length).toBeGreaterThanOrEqual(55);
  expect(parts).toContain('overview');
});

it('a folder that is not there is said to be so', async () => {
  await expect(run('check', join(folder, 'gone'))).rejects.toThrow('can’t be read');
});
