import { mkdir, mkdtemp, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildNode } from '../build-node.mjs';
import { fingerprint, readStamp, stampText } from './stamp.mjs';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-stamp-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('a stamp', () => {
  const sources = ['a', 'b.json'];
  const made = ['out/made'];
  const state = () => readStamp(root, join(root, 'out/stamp'), sources);
  beforeEach(async () => {
    for (const folder of ['a', 'out/made/deep'])
      await mkdir(join(root, folder), { recursive: true });
    for (const file of ['a/one.ts', 'b.json', 'out/made/page.html', 'out/made/deep/chunk.js'])
      await writeFile(join(root, file), `text of ${file}`);
    await writeFile(join(root, 'out/stamp'), stampText(root, fingerprint(root, sources), made));
  });

  it('says that what it tells of is as it was', () => expect(state()).toBe('current'));

  it.each<[string, () => Promise<unknown>]>([
    ['cut short', () => truncate(join(root, 'out/made/deep/chunk.js'), 3)],
    ['emptied', () => truncate(join(root, 'out/made/page.html'))],
    ['taken away', () => rm(join(root, 'out/made/deep'), { recursive: true })],
    ['written again with as many bytes', () => utimes(join(root, 'out/made/page.html'), 1, 1)],
    ['joined by another file', () => writeFile(join(root, 'out/made/deep/more.js'), '')],
  ])('notices that something built was %s', async (_how, damage) => {
    await damage();
    expect(state()).toBe('damaged');
  });

  it('calls it old where a source changed, whatever became of the rest', async () => {
    await truncate(join(root, 'out/made/page.html'));
    await writeFile(join(root, 'a/two.ts'), '');
    expect(state()).toBe('old');
  });

  it.each(['', 'f00d', 'null', '{}', '{"sources":'])('takes %j for no stamp', async (text) => {
    await writeFile(join(root, 'out/stamp'), text);
    expect(state()).toBe('old');
  });
});

it('a damaged program is built again by the next command, which says so', async () => {
  await mkdir(join(root, 'main/compute'), { recursive: true });
  await mkdir(join(root, 'labs'));
  await mkdir(join(root, 'main/cli'));
  await writeFile(join(root, 'main/compute/entry.ts'), 'console.log("compute");');
  await writeFile(join(root, 'main/cli/main.ts'), 'export const main = () => 0;');
  const said: string[] = [];
  const build = () => buildNode(root, (line) => said.push(line));
  expect(await build()).toMatchObject({ built: true });
  const { compute, built } = await build();
  expect(built).toBe(false);
  const { size } = await stat(compute);
  await truncate(compute, Math.floor(size / 2));
  expect(said).toEqual([]);
  expect(await build()).toMatchObject({ built: true });
  expect(said).toEqual([expect.stringMatching(/^Files in out\/node were not as .*again\.$/)]);
  expect(await readFile(compute, 'utf8')).toContain('"compute"');
  expect(await build()).toMatchObject({ built: false });
});
