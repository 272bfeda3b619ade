import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test } from './fixtures.ts';
import { root } from './host-process.ts';
import { expectSize, mm, outlineTitles, pageSizes, px } from './pdf.ts';

const slides = slidesOf(lecture);
/** A page for each slide, and for each page of sources. */
const pages = slides.reduce((sum, { paged, steps: own }) => sum + (paged ? own : 1), 0);
const steps = slides.reduce((sum, slide) => sum + slide.steps, 0);

test('npm run handout writes both files, a page for each slide or step, at the right sizes @sweep', async ({
  hostKind,
}) => {
  test.skip(hostKind !== 'web', 'The command starts a host and a browser of its own.');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-handout-test-'));
  const found = JSON.parse(process.env['LECTERN_TEST_BROWSER']!) as { path: string };
  const run = (args: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['main/cli/lectern.mjs', 'handout', '--out', folder, ...args],
      { cwd: root, env: process.env },
    );
  try {
    const { stdout } = await run([]);
    expect(stdout).toContain('slides.pdf');
    expect(stdout).toContain('notes.pdf');
    const one = pageSizes(await readFile(join(folder, 'slides.pdf')));
    expect(one.length).toBe(pages);
    expectSize(one, 1280 * px, 720 * px);
    const notes = pageSizes(await readFile(join(folder, 'notes.pdf')));
    expect(notes.length).toBe(pages);
    expectSize(notes, 210 * mm, 297 * mm);

    // Paper: the outline has the slides' titles.
    const outline = outlineTitles(await readFile(join(folder, 'slides.pdf')));
    for (const { number, title } of slides)
      expect(
        outline.some((one) => one.startsWith(`${number}. ${title}`)),
        title,
      ).toBe(true);

    await run(['--steps']);
    const each = pageSizes(await readFile(join(folder, 'slides.pdf')));
    expect(each.length).toBe(steps);
    expectSize(each, 1280 * px, 720 * px);
    console.log(
      `${one.length} slides, ${each.length} steps, ${notes.length} pages of notes; browser: ${found.path.split(/[\\/]/).at(-1)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
