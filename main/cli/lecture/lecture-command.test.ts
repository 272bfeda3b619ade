import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import type { LecternError } from '../../contract/errors.ts';
import { lecture1 } from './lecture-1.ts';
import { lecture } from './lecture-command.ts';
import { lectureFolder } from './lecture-folder-option.ts';
import { writeLecture } from '../../services/lecture/new-lecture.ts';

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

it('what can’t be made whole is not left half made', async () => {
  const place = join(folder, 'a/b');
  await expect(writeLecture(place, { 'a.md': 'A', 'none/b.md': 'B' })).rejects.toThrow(
    'The folder “b” can’t be used: the folder is not there',
  );
  expect(await readdir(folder)).toEqual([]);
  await writeFile(join(folder, 'file'), '');
  const error = await run('new', join(folder, 'file/below')).catch((thrown: unknown) => thrown);
  expect((error as LecternError).data).toMatchObject({
    what: 'The folder “below” is a file.',
    safe: 'Nothing was written.',
  });
});

// Node's own recursive mkdir never returns there.
it.skipIf(process.platform !== 'linux')('ends where nobody may make a folder', async () => {
  const error = await run('new', '/proc/lectern/mine').catch((thrown: unknown) => thrown);
  expect((error as LecternError).data).toMatchObject({
    what: 'The folder “mine” can’t be used: the folder is not there and can’t be made.',
    next: 'Name a folder in a place where you may write.',
  });
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

it('a part that a lab does not have, and a slide that ours does not, are said with their lines', async () => {
  const place = join(folder, 'mine');
  await writeLecture(place, {
    'lecture.yaml': 'extends: lecture-1\nafter: {agenda: a.md}\n',
    'a.md': '# A\n\n::lab{id=latency part=zzz}\n\n[x](#/slides/nope) [y](#/labs/fairness/aduit)\n',
  });
  expect(await run('check', place)).toBe(1);
  expect(said.filter((line) => line.includes('  error  '))).toEqual([
    'a.md:3  error  The lab “latency” has no part “zzz”. Known parts: batch, convert, decide, measure, queue.',
    expect.stringContaining('a.md:5  error  The link leads to a slide “nope”, and there is none.'),
    'a.md:5  error  The link “#/labs/fairness/aduit” leads nowhere: the lab “fairness” has no part “aduit”. Did you mean “audit”?',
  ]);
});

it('the guide lists every slide and part of lecture 1, and check leads to it', async () => {
  const guide = await readFile(join(projectRoot, 'main/lecture/README.md'), 'utf8');
  const list = guide.split('## Slides and parts of lecture 1\n')[1]!.split('\n## ')[0]!;
  const named = [...list.matchAll(/^\| `.*$/gm)].flatMap(([row]) =>
    [...row.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1]!),
  );
  const { slides, parts } = await lecture1(projectRoot);
  expect(named.sort()).toEqual([...parts, ...slides].sort());
  await writeFile(join(folder, 'lecture.yaml'), 'extends: lecture-1\nhide: [nothing-like-it]\n');
  expect(await run('check', folder)).toBe(1);
  expect(said).toContainEqual(expect.stringContaining('The guide lists the slides of lecture 1'));
});

it('an edition is packed with its own slides and notes; a folder without parts with every Markdown file beside', async () => {
  const edition = join(folder, 'edition');
  await run('new', edition, '--extends', 'lecture-1');
  await writeFile(join(edition, 'more.md'), '# More');
  await run('pack', edition);
  const packed = async (name: string) =>
    Object.keys(unzipSync(await readFile(join(folder, `${name}.zip`))));
  expect(await packed('edition')).toEqual(['lecture.yaml', 'ours.md']);
  const plain = join(folder, 'plain');
  await writeLecture(plain, { 'a.md': '# A', 'b.md': '# B', 'README.md': 'For me.' });
  await run('pack', plain);
  expect(await packed('plain')).toEqual(['a.md', 'b.md']);
});

it('a file of slides that can’t be taken is said with its name, and what to do', async () => {
  const place = join(folder, 'mine');
  await writeLecture(place, { 'lecture.yaml': 'title: A', 'a.md': '# A' });
  await writeFile(join(place, 'ansi.md'), Buffer.from('# \xdcber', 'latin1'));
  await writeFile(join(place, 'long.md'), 'x'.repeat(1024 * 1024 + 1));
  expect(await run('check', place)).toBe(1);
  const fix = 'Save it as plain text in UTF-8, at most 1 MB, in the folder itself.';
  expect(said.filter((line) => line.includes('  error  '))).toEqual([
    `ansi.md  error  The file “ansi.md” is no text in UTF-8 or UTF-16. Nothing of it is shown. ${fix}`,
    `long.md  error  The file “long.md” is larger than 1 MB. Nothing of it is shown. ${fix}`,
  ]);
  await writeFile(join(place, 'lecture.yaml'), 'parts: [{title: B, file: ansi.md}]');
  expect(await run('check', place)).toBe(1);
  expect(said).toContain(
    `lecture.yaml:1  error  The file “ansi.md” is no text in UTF-8 or UTF-16. ${fix}`,
  );
});

it('knows every slide and source of lecture 1', async () => {
  const { slides, parts, sources } = await lecture1(projectRoot);
  const overview = await readFile(join(projectRoot, 'slides/lecture-1/overview.ts'), 'utf8');
  const years = overview.match(/^ {6}year: \d+,$/gm)!;
  expect(sources).toContain('forum-2012');
  expect(sources.length).toBeGreaterThan(years.length);
  expect(new Set(sources).size).toBe(sources.length);
  expect(slides).toContain('grading');
  expect(new Set(slides).size).toBe(slides.length);
  expect(slides.length).toBeGreaterThanOrEqual(55);
  expect(parts).toContain('overview');
});

it('packs what a lecture uses, and nothing from outside; the same folder gives the same bytes', async () => {
  const place = join(folder, 'mine');
  await run('new', place);
  await writeFile(join(folder, 'secret.md'), 'secret');
  await symlink(join(folder, 'secret.md'), join(place, 'secret.md'));
  await writeFile(join(place, 'movie.mp4'), 'x');
  await writeFile(join(place, 'exam-solutions.md'), '# Solutions');
  await writeFile(join(place, 'wave.svg'), '<svg></svg>');
  await writeFile(join(place, 'unused.svg'), '<svg></svg>');
  await writeFile(join(place, 'old.png'), '<html>');
  const slides = await readFile(join(place, 'slides.md'), 'utf8');
  await writeFile(
    join(place, 'slides.md'),
    `${slides}\n---\n\n# A wave\n\n![A wave](wave.svg)\n\n![An old one](old.png)\n`,
  );
  said.length = 0;
  expect(await run('pack', place)).toBe(0);
  expect(said).toEqual([
    'exam-solutions.md  left out  no slide uses it',
    'movie.mp4  left out  a lecture can’t show it',
    'old.png  left out  the lecture uses it, but it is no picture of the kind that its name says',
    'secret.md  left out  it leads out of the folder by a link',
    'unused.svg  left out  no slide uses it',
    expect.stringMatching(/^Packed 4 files, \d kB: /),
  ]);
  expect(await run('pack', place, join(folder, 'again.zip'))).toBe(0);
  const zip = await readFile(join(folder, 'mine.zip'));
  expect(Object.keys(unzipSync(zip))).toEqual([
    'hours.csv',
    'lecture.yaml',
    'slides.md',
    'wave.svg',
  ]);
  expect(await readFile(join(folder, 'again.zip'))).toEqual(zip);
  await expect(run('pack', place)).rejects.toThrow('is there already');
});

it('takes a deck in and says what was left out', async () => {
  const deck = fileURLToPath(
    new URL('../../lecture/import/fixtures/reveal-deck.md', import.meta.url),
  );
  const place = join(folder, 'mine');
  expect(await run('import', deck, place)).toBe(0);
  expect(said).toContain('reveal-deck.md:22  left out  HTML: <span>; its words are kept');
  expect(said).toContain('wave.svg  copy it into the folder');
  expect(said.at(-1)).toMatch(/^Read as reveal\.js: 5 slides are in /);
  await expect(run('import', deck, place)).rejects.toThrow('is not empty');
});

it('a file where a folder is wanted is said to be one', async () => {
  const file = join(folder, 'lecture.yaml');
  await writeFile(file, '');
  await expect(lectureFolder(file, 'help')).rejects.toThrow(`"${file}" is a file, and --lecture`);
  await expect(lectureFolder(join(folder, 'gone'), 'help')).rejects.toThrow('There is no folder');
  const words = '“lecture.yaml” can’t be read: a file stands where a folder is needed.';
  await expect(run('pack', file)).rejects.toThrow(words);
  await expect(run('check', file)).rejects.toThrow(words.slice(words.indexOf('”')));
});

it.each([
  [['export'], 'export takes at most one folder, and --html with a file'],
  [['export', 'a', 'b', '--html', 'c'], 'export takes at most one folder'],
  [['export', '--html', ''], 'export takes at most one folder'],
  [['export', '--html', 'a', '--extends', 'lecture-1'], 'export takes at most one folder'],
  [['check', 'a', '--html', 'b'], '--html belongs to npm run lecture -- export'],
])('%j is not understood', async (args, words) => {
  await expect(run(...args)).rejects.toThrow(words);
});

it('says before a browser is started why nothing can be exported', async () => {
  const refusal = (...args: string[]) =>
    run('export', ...args).then(
      () => null,
      (error: LecternError) => error.data,
    );
  const file = join(folder, 'lecture.html');
  const empty = join(folder, 'empty');
  await mkdir(empty);
  expect(await refusal(join(folder, 'gone'), '--html', file)).toMatchObject({
    what: '“gone” can’t be read: there is no such folder.',
    safe: 'Nothing was written.',
  });
  expect(await refusal(empty, '--html', file)).toMatchObject({
    what: '“empty” holds no lecture.',
    next: 'Name a folder that holds lecture.yaml and Markdown files.',
  });
  expect(await refusal('--html', empty)).toMatchObject({
    what: `${empty} can't be written: it is a folder.`,
    next: 'Name another file with --html.',
  });
  expect(await refusal('--html', join(folder, 'none/lecture.html'))).toMatchObject({
    what: expect.stringContaining("can't be written: its folder does not exist."),
  });
  expect(await readdir(folder)).toEqual(['empty']);
});

it('a folder that is not there is said to be so', async () => {
  await expect(run('check', join(folder, 'gone'))).rejects.toThrow('can’t be read');
});
