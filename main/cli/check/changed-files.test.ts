import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { changedFiles } from './changed-files.ts';

/**
 * Neither the settings of whoever runs the tests (to sign each commit, to leave more files out) nor
 * the repository that git names to its hooks: a test must never commit there.
 */
const environment = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
});

let root: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    env: environment(),
    stdio: 'pipe',
  });
const write = (name: string, text: string) => writeFile(join(root, name), text);
const commit = (message: string) => {
  git('add', '-A');
  git('commit', '-qm', message);
};

beforeEach(async () => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', devNull);
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
  root = await mkdtemp(join(tmpdir(), 'lectern-check-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function begin(): Promise<void> {
  git('init', '-q', '-b', 'main');
  await write('.gitignore', 'out.txt\n');
  await write('kept.ts', '1');
  await write('gone.ts', '1');
  await write('edited.ts', '1');
  commit('first');
}

it('on main: what is not committed yet, new files too, without what is gone or ignored', async () => {
  await begin();
  await write('edited.ts', '2');
  await write('an ü name.ts', '1');
  await write('out.txt', '1');
  await rm(join(root, 'gone.ts'));
  const { files, since } = await changedFiles(root);
  expect(files).toEqual(['an ü name.ts', 'edited.ts']);
  expect(since).toBe('the last commit');
});

it('on a branch: also what was committed since it left main, and nothing that main did since', async () => {
  await begin();
  git('checkout', '-qb', 'work');
  await write('committed.ts', '1');
  commit('second');
  git('checkout', '-q', 'main');
  await write('of-main.ts', '1');
  commit('third');
  git('checkout', '-q', 'work');
  await write('edited.ts', '2');
  const { files, since } = await changedFiles(root);
  expect(files).toEqual(['committed.ts', 'edited.ts']);
  expect(since).toBe('this branch left main');
});

it('inside a hook: of this folder, whatever repository git names to the hook', async () => {
  vi.stubEnv('GIT_DIR', join(root, 'no-such-repository'));
  vi.stubEnv('GIT_INDEX_FILE', join(root, 'no-such-index'));
  await begin();
  await write('edited.ts', '2');
  expect((await changedFiles(root)).files).toEqual(['edited.ts']);
});

it('says what to do where there is no checkout', async () => {
  await expect(changedFiles(root)).rejects.toMatchObject({
    data: { next: expect.stringContaining('npm run verify') },
  });
});
