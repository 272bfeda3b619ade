import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { showFolder } from './show-folder.ts';

/** A real process in the opener's place, resolved as `open` does: as soon as it has been started. */
const opener = (script: string) => (folder: string) =>
  new Promise<ReturnType<typeof spawn>>((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', script, folder], { stdio: 'ignore' });
    child.once('error', reject).once('spawn', () => resolve(child));
  });

test('an opener that ends well has shown the folder', async () => {
  expect(
    await showFolder('/a folder', opener('process.exit(process.argv[1] === "/a folder" ? 0 : 1)')),
  ).toBe('');
});

test('one that fails is not believed, though it was started', async () => {
  expect(await showFolder('/', opener('process.exit(4)'))).toBe(
    'the system’s opener failed (exit code 4)',
  );
  expect(await showFolder('/', opener('process.kill(process.pid, "SIGKILL")'))).toMatch(
    process.platform === 'win32' ? /failed/ : /was ended \(SIGKILL\)/,
  );
});

test.runIf(process.platform === 'linux')(
  '3 is what xdg-open says where there is no file manager',
  async () => {
    expect(await showFolder('/', opener('process.exit(3)'))).toBe(
      'no file manager was found on this computer',
    );
  },
);

test('one that had ended before anybody looked is not waited for', async () => {
  const child = await opener('')('/');
  await new Promise((resolve) => child.once('exit', resolve));
  // Its patience is longer than this test's: waiting would be seen as a test that takes too long.
  expect(await showFolder('/', async () => child, 600_000)).toBe('');
});

test('one that stays is left alone: it may be the file manager itself', async () => {
  let child: ReturnType<typeof spawn> | undefined;
  expect(
    await showFolder(
      '/',
      async (folder) => (child = await opener('setTimeout(() => 0, 60000)')(folder)),
      50,
    ),
  ).toBe('');
  expect(child!.exitCode).toBeNull();
  child!.kill();
});

test('a program that is missing can’t be started', async () => {
  const missing = (): Promise<never> =>
    new Promise((_, reject) => spawn('no-such-opener-here', ['/']).once('error', reject));
  expect(await showFolder('/', missing)).toBe('no file manager was found on this computer');
});
