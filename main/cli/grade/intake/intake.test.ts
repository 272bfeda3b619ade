import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { embeddedAttribute } from '../../../contract/notebook-file.ts';
import { makeZip, type ZipEntry } from '../fixtures/make-zip.ts';
import { notebookText } from '../fixtures/notebook-text.ts';
import { collect } from './collect.ts';
import { openZip, zipLimits } from './open-zip.ts';
import { readSubmission } from './read-file.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-intake-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(file: string, content: string | Buffer = '{}') {
  await mkdir(join(folder, file, '..'), { recursive: true });
  await writeFile(join(folder, file), content);
}
/** The names of all that is read, with whose it is, and of all that is not, with why. */
async function looked() {
  const { files, notRead, close } = await collect(folder);
  const read = await Promise.all(files.map((one) => readSubmission(one)));
  close();
  return {
    read: read.map(({ file, learner, why }) => [file, learner?.who.name ?? why]),
    notRead: notRead.map(({ file, why }) => [file, why]),
  };
}
const zip = (entries: readonly ZipEntry[], limits = zipLimits) =>
  openZip(makeZip(entries), 'all.zip', limits);

describe('grading ignores no file in silence', () => {
  test('whatever is not read is named, with why; folders may be deep', async () => {
    const deep = Array.from({ length: 12 }, (_, i) => `f${i}`).join('/');
    await put(`${deep}/deep.jsonl`, notebookText('Deep'));
    await put('essay.docx');
    await put('README');
    await put('._ada.jsonl');
    await put('__MACOSX/ada.jsonl');
    await symlink(join(folder, 'essay.docx'), join(folder, 'link.jsonl'));
    expect(await looked()).toEqual({
      read: [[`${deep}/deep.jsonl`, 'Deep']],
      notRead: [
        ['__MACOSX/', 'a folder of the system'],
        ['._ada.jsonl', 'a hidden file of the system'],
        ['essay.docx', 'a .docx file is no notebook'],
        ['link.jsonl', 'a link, which is not followed'],
        ['README', 'its name has no ending'],
      ],
    });
  });

  test('a zip is opened, and one in it, and what is in neither is named', async () => {
    const inner = makeZip([{ name: 'notebook.jsonl', content: notebookText('Bo') }]);
    await put(
      'all.zip',
      makeZip([
        { name: 'Ada/', content: '' },
        { name: 'Ada/notebook.jsonl', content: notebookText('Ada') },
        { name: 'Bo/work.zip', content: inner },
        { name: 'Bo/essay.pdf', content: '' },
        { name: '__MACOSX/Ada/._notebook.jsonl', content: '' },
      ]),
    );
    expect(await looked()).toEqual({
      read: [
        ['all.zip/Ada/notebook.jsonl', 'Ada'],
        ['all.zip/Bo/work.zip/notebook.jsonl', 'Bo'],
      ],
      notRead: [
        ['all.zip/Bo/essay.pdf', 'a .pdf file is no notebook'],
        ['all.zip/__MACOSX/Ada/._notebook.jsonl', 'it lies in a folder of the system'],
      ],
    });
  });

  test('a page that holds a notebook is read: a report, and one that was pasted', async () => {
    const text = notebookText('Zoë <b>');
    const carried = gzipSync(text).toString('base64url');
    await put('report.html', `<html><template ${embeddedAttribute}>${carried}</template><p>Hi</p>`);
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    await put('pasted.html', `<div>My notebook:<pre>${escaped}</pre></div>`);
    const lines = escaped.trim().split('\n');
    await put('online.htm', lines.map((line) => `<p>${line}</p>`).join(''));
    await put('empty.html', '<p>See the file.</p>');
    await put('broken.html', `<template ${embeddedAttribute}>H4sIAAAA</template>`);
    expect((await looked()).read).toEqual([
      ['broken.html', "it can't be read: the notebook in it is damaged"],
      ['empty.html', 'a page that holds no notebook'],
      ['online.htm', 'Zoë <b>'],
      ['pasted.html', 'Zoë <b>'],
      ['report.html', 'Zoë <b>'],
    ]);
  });
});

describe('bad input', () => {
  test('a zip bomb is left, and what it says of its size is not believed', async () => {
    const bomb = { name: 'bomb.jsonl', content: Buffer.alloc(2_000_000) };
    const limits = { ...zipLimits, bytes: 1_000_000 };
    const left = await zip([bomb, { name: 'a.jsonl', content: notebookText('Ada') }], limits);
    expect(left.files.map(({ file }) => file)).toEqual(['all.zip/a.jsonl']);
    expect(left.notRead).toMatchObject([
      { file: 'all.zip/bomb.jsonl', why: 'the zip unpacks to far more than a class hands in' },
    ]);
    const liar = await zip([{ ...bomb, says: 10 }], limits);
    const read = await readSubmission(liar.files[0]!);
    expect(read).toMatchObject({
      state: 'unreadable',
      why: "it can't be read: the zip is damaged where this file lies in it",
    });
  });

  test('one file that is larger than any notebook is left, and one line without end is read no further than it must be', async () => {
    const limits = { ...zipLimits, file: 1_000_000 };
    const large = await zip([{ name: 'b.jsonl', content: Buffer.alloc(1_000_001) }], limits);
    expect(large.notRead).toMatchObject([{ why: 'it unpacks to far more than a notebook has' }]);
    const endless = await zip([{ name: 'b.jsonl', content: Buffer.alloc(40_000_000, 'x') }]);
    let bytes = 0;
    const read = await readSubmission(endless.files[0]!, (more) => void (bytes += more));
    expect(read).toMatchObject({ state: 'other', why: expect.stringContaining('neither') });
    expect(bytes).toBeLessThan(4_000_000);
  });

  test('a bomb that is many files, or a zip in a zip in a zip, is left too', async () => {
    const many = Array.from({ length: 5 }, (_, i) => ({ name: `${i}.json`, content: '{}' }));
    const few = await zip(many, { ...zipLimits, files: 3 });
    expect(few.files.length).toBe(3);
    // Its list is read no further either: a zip of millions of names is one line.
    expect(few.notRead).toEqual([
      {
        file: 'all.zip',
        why: 'the zip holds more than 3 files: the rest was not looked at',
        handedIn: true,
      },
    ]);
    const foreign = Array.from({ length: 5 }, (_, i) => ({
      name: `node_modules/${i}.json`,
      content: '{}',
    }));
    const beside = [...foreign, { name: 'a.jsonl', content: notebookText('Ada') }];
    expect((await zip(beside, { ...zipLimits, files: 3 })).files).toHaveLength(1);
    const one = makeZip([{ name: 'a.jsonl', content: notebookText('Ada') }]);
    const two = makeZip([{ name: 'one.zip', content: one }]);
    expect((await zip([{ name: 'two.zip', content: two }])).notRead).toMatchObject([
      { file: 'all.zip/two.zip/one.zip', why: 'a zip in a zip in a zip' },
    ]);
    const large = await zip([{ name: 'one.zip', content: one }], { ...zipLimits, inner: 10 });
    expect(large.notRead).toMatchObject([{ why: 'it is too large for a zip in a zip' }]);
  });

  test('names that lead out of a zip are left, and the rest is read', async () => {
    const names = [
      '../../evil.jsonl',
      '/etc/evil.jsonl',
      'C:\\evil.jsonl',
      'a\\..\\..\\evil.jsonl',
    ];
    const found = await zip([
      ...names.map((name) => ({ name, content: notebookText('Evil') })),
      { name: 'windows\\ada.jsonl', content: notebookText('Ada') },
    ]);
    expect(found.files.map(({ file }) => file)).toEqual(['all.zip/windows/ada.jsonl']);
    expect(found.notRead.map(({ why }) => why)).toEqual(
      names.map(() => 'its name leads out of the zip'),
    );
  });

  test('a damaged zip is one file that was not read', async () => {
    await put(
      'cut.zip',
      makeZip([{ name: 'a.jsonl', content: 'x'.repeat(5_000) }]).subarray(0, 40),
    );
    await put('no.zip', 'no zip at all');
    const { notRead } = await looked();
    expect(notRead.map(([file]) => file)).toEqual(['cut.zip', 'no.zip']);
    for (const [, why] of notRead) expect(why).toBe('the zip is damaged, or its end is missing');
  });
});
