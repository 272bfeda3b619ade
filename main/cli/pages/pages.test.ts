import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import type { LecternError } from '../../contract/errors.ts';
import { browserTrouble } from './browser-trouble.ts';
import { makeOutFolder, outFolder, saveFile } from '../files/out-folder.ts';

let temp: string;
beforeEach(async () => void (temp = await mkdtemp(join(tmpdir(), 'lectern-pages-'))));
afterEach(() => rm(temp, { recursive: true, force: true }));

describe('the files that a command writes', () => {
  it('go into a folder that is there', async () => {
    expect(await outFolder(temp)).toBe(temp);
    await saveFile(join(temp, 'a.pdf'), 'whole');
    await expect(outFolder(join(temp, 'a.pdf'))).rejects.toThrow('--out takes a folder');
    await expect(outFolder(join(temp, 'none'))).rejects.toThrow('--out takes a folder');
  });

  it('can’t be written, and the sentence says why', async () => {
    const refused = (work: Promise<unknown>) => work.catch((error: LecternError) => error.data);
    expect(await refused(saveFile(join(temp, 'none/a.pdf'), ''))).toMatchObject({
      code: 'storage',
      what: expect.stringMatching(/a\.pdf could not be written: the folder is not there/),
    });
    await writeFile(join(temp, 'file'), '');
    expect(await refused(makeOutFolder(join(temp, 'file/below')))).toMatchObject({
      what: expect.stringMatching(/below could not be made: a file stands where a folder/),
    });
  });
});

describe('what a browser could not do', () => {
  const crash = new Error(
    'browserType.launch: Target closed at http://127.0.0.1:1/?token=secret\nBrowser logs:\n--headless --no-sandbox',
  );
  const free = (bytes: number) => () => Promise.resolve(bytes);

  it('is its first line, without switches and addresses', async () => {
    const { data } = await browserTrouble(crash, 'The app does the same.', temp, free(2 ** 40));
    expect(data.what).toBe(
      'The browser could not lay out the pages: browserType.launch: Target closed.',
    );
    expect(data.next).toMatch(/CHROMIUM_PATH\. The app does the same\.$/);
  });

  it('is the disk where that is full, whatever the browser says', async () => {
    const { data } = await browserTrouble(crash, '', temp, free(2 ** 20));
    expect(data.what).toMatch(/temporary files, and in .*lectern-pages-.* there is 1 MB left\.$/);
    expect(data.next).toContain('Make room there');
  });
});

// A script that stands for a browser needs a system that starts scripts.
describe.skipIf(process.platform === 'win32')('a command that a browser serves', () => {
  const handout = () => ['handout', '--out', temp];
  const exportHtml = () => ['lecture', 'export', '--html', join(temp, 'lecture.html')];

  /** Types a command with this program as the browser; `whenSaid` hears all of the error stream. */
  async function type(
    args: string[],
    browser: string,
    whenSaid: (err: string, stop: () => void) => void,
  ) {
    const [program, own] = [join(temp, 'browser.mjs'), join(temp, 'own')];
    await mkdir(own, { recursive: true });
    await writeFile(program, `#!${process.execPath}\n${browser}\n`);
    await chmod(program, 0o755);
    const child = spawn(process.execPath, [join(projectRoot, 'main/cli/lectern.mjs'), ...args], {
      cwd: temp,
      env: { ...process.env, CHROMIUM_PATH: program, TMPDIR: own },
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      whenSaid(err, () => child.kill('SIGTERM'));
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    const left = (await readdir(own)).filter((name) => name.startsWith('lectern-'));
    return { code, err, left, written: (await readdir(temp)).sort() };
  }

  it('ends with a sentence where the browser does not start', async () => {
    const browser = 'console.error("--its --switches"); process.exit(1);';
    const ended = await type(handout(), browser, () => {});
    expect(ended).toMatchObject({ code: 1, left: [], written: ['browser.mjs', 'own'] });
    expect(ended.err).toMatch(/The browser could not lay out the pages: .*\nNo file is half/);
    expect(ended.err).not.toContain('--its --switches');
  });

  it.each([
    ['handout', handout],
    ['lecture export', exportHtml],
  ])('%s clears up, says so and ends with 143 when it is told to end', async (_name, args) => {
    let told = false;
    const ended = await type(args(), 'setTimeout(() => {}, 600_000);', (err, stop) => {
      if (!told && err.includes('Opening the lecture')) stop();
      told ||= err.includes('Opening the lecture');
    });
    expect(ended).toMatchObject({ code: 143, left: [], written: ['browser.mjs', 'own'] });
    expect(ended.err).toMatch(/Stopped\. No file is half written, and temporary files are removed/);
  });
});
