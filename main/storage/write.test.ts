import { spawn } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLeftBehind, sweepUnfinished, unfinishedBy } from './sweep.ts';
import { unfinishedName, writeAtomic } from './write.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-write-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('writing a file', () => {
  test('replaces it whole, keeps who may read it, and leaves nothing beside it', async () => {
    const path = join(folder, 'a.json');
    await writeAtomic(path, 'old');
    await chmod(path, 0o600);
    await writeAtomic(path, new TextEncoder().encode('né'));
    expect(await readFile(path, 'utf8')).toBe('né');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  test('twice at once ends with what was asked for last', async () => {
    const path = join(folder, 'a.json');
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => writeAtomic(path, String(n).repeat(50_000 - n * 1_000))),
    );
    expect(await readFile(path, 'utf8')).toBe('19'.repeat(31_000));
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  test.skipIf(process.platform === 'win32')(
    'through a link writes where the link points',
    async () => {
      await mkdir(join(folder, 'there'));
      await writeFile(join(folder, 'there', 'real.json'), 'old');
      await symlink(join(folder, 'there', 'real.json'), join(folder, 'a.json'));
      await writeAtomic(join(folder, 'a.json'), 'new');
      expect(await readFile(join(folder, 'there', 'real.json'), 'utf8')).toBe('new');
      expect(await readdir(join(folder, 'there'))).toEqual(['real.json']);
    },
  );

  test('one that fails does not hold up the next', async () => {
    const path = join(folder, 'not-yet', 'a.json');
    await expect(writeAtomic(path, 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    await mkdir(join(folder, 'not-yet'));
    await writeAtomic(path, 'y');
    expect(await readFile(path, 'utf8')).toBe('y');
  });

  // The system takes a part of what is written, as a nearly full disk does: here it is told to take no more than 100 kB of a file.
  test.skipIf(process.platform === 'win32')(
    'that the system cuts short leaves the old file as it was',
    async () => {
      const path = join(folder, 'a.json');
      await writeFile(path, 'old');
      const program = join(folder, 'writer.mjs');
      const contents = `import { writeAtomic } from './main/storage/write.ts';
      await writeAtomic(${JSON.stringify(path)}, 'x'.repeat(400_000)).then(
        () => console.log('written'),
        (error) => console.log(error.code),
      );`;
      await build({
        absWorkingDir: root,
        stdin: { contents, resolveDir: root, loader: 'ts' },
        outfile: program,
        bundle: true,
        platform: 'node',
        format: 'esm',
        logLevel: 'error',
      });
      const child = spawn(
        'bash',
        ['-c', `ulimit -f 100; exec "${process.execPath}" "${program}"`],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await new Promise((resolve) => child.once('close', resolve));
      expect(said.trim()).toBe('EFBIG');
      expect(await readFile(path, 'utf8')).toBe('old');
      expect((await readdir(folder)).sort()).toEqual(['a.json', 'writer.mjs']);
    },
  );
});

describe('what a killed process left', () => {
  const minute = 60_000;

  test.each([
    ['of a process that is gone', 1234, 2 * minute, false, true],
    ['of a process that is gone, just now', 1234, minute / 2, false, false],
    ['of a process that lives', 1234, 60 * minute, true, false],
    ['of a number that was given to another process since', 1234, 25 * 60 * minute, true, true],
    ['of a version that named no process', null, 60 * minute, false, false],
    ['of a version that named no process, a day ago', null, 25 * 60 * minute, false, true],
  ])('a file %s', (_what, pid, age, lives, left) =>
    expect(isLeftBehind(pid, age, () => lives)).toBe(left),
  );

  test('is known by its name, and no other file is', () => {
    expect(unfinishedBy(unfinishedName('run-1.json', 77, 3))).toEqual({ pid: 77 });
    expect(unfinishedBy('run-1.json.3203484412')).toEqual({ pid: null });
    for (const name of [
      'run-1.json',
      'run-1.json.corrupt-2026-01-01',
      'notes.tmp',
      'a.1-2.tmp.json',
      'settings.json~',
    ])
      expect(unfinishedBy(name)).toBeNull();
  });

  test('is removed at a start; a card, a file set aside and a write under way are not', async () => {
    const old = new Date(Date.now() - 10 * minute);
    const put = async (name: string, when = old) => {
      await writeFile(join(folder, name), '{');
      await utimes(join(folder, name), when, when);
    };
    const ended = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => ended.once('close', resolve));
    await put(unfinishedName('run-1.json', ended.pid!, 1));
    await put(unfinishedName('run-2.json', process.ppid, 1));
    // Its own number, from before it started: a container gives every process the same.
    await put(unfinishedName('run-3.json', process.pid, 1));
    await put(unfinishedName('run-4.json', ended.pid!, 2), new Date());
    await put('run-5.json.3203484412', new Date(Date.now() - 48 * 60 * minute));
    await put('run-6.json');
    await put('run-6.json.corrupt-2026');
    expect(await sweepUnfinished(folder)).toBe(3);
    expect((await readdir(folder)).sort()).toEqual(
      [
        'run-6.json',
        'run-6.json.corrupt-2026',
        unfinishedName('run-2.json', process.ppid, 1),
        unfinishedName('run-4.json', ended.pid!, 2),
      ].sort(),
    );
    expect(await sweepUnfinished(join(folder, 'nowhere'))).toBe(0);
  });
});
