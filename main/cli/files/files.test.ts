import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { notebookText } from '../grade/fixtures/notebook-text.ts';
import { whyNoNotebook } from './why-no-notebook.ts';
import { whyNotRead } from './why-not-read.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-files-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it.each([
  [notebookText('Ada'), null],
  [`\uFEFF${notebookText('Ada')}`, null],
  ['{\n "format": "lectern-run"\n}', null],
  ['', 'is empty'],
  [' \n\n', 'holds no text'],
  ['# My notes\n', 'is no notebook, or it is damaged from its first line on'],
  ['\u0000\u0001{', 'is no notebook, or it is damaged from its first line on'],
  [notebookText('Ada').slice(5), 'is no notebook, or it is damaged from its first line on'],
  ['<!doctype html><p>Report</p>', 'is a page, not a notebook'],
  [
    notebookText('Ada').replace(/"formatVersion":\d+/, '"formatVersion":99'),
    'was written by a newer version of Lectern',
  ],
])('a file that begins with %j', async (text, why) => {
  const path = join(folder, 'a.jsonl');
  await writeFile(path, text);
  expect(await whyNoNotebook(path)).toBe(why);
});

it('says of what can’t be read why, and speaks of reading', async () => {
  expect(await whyNoNotebook(join(folder, 'none.jsonl'))).toBe(
    "can't be read: there is no such file",
  );
  expect(await whyNoNotebook(folder)).toBe("can't be read: it is a folder");
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  expect(whyNotRead(denied)).toBe('reading it is not allowed');
  expect(whyNotRead(Object.assign(new Error(), { code: 'EIO' }))).toBe(
    'the system refused it (EIO)',
  );
  expect(whyNotRead(new Error('It is torn.'))).toBe('It is torn');
});
