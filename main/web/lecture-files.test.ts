import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OpenLecture } from '../lecture/folder/open-lecture.ts';
import { appResponse } from './app-response.ts';
import { lectureFile, noLecture } from './lecture-files.ts';

let folder: string;
let pages: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-served-'));
  pages = await mkdtemp(join(tmpdir(), 'lectern-pages-'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><html lang="en"></html>');
  await writeFile(join(folder, 'slides.md'), '# One\n\n![x](a.svg)\n');
  await writeFile(join(folder, 'a.svg'), '<svg><script>x()</script><g/></svg>');
});
afterEach(async () => {
  for (const place of [folder, pages]) await rm(place, { recursive: true, force: true });
});
const opened = async () => {
  const lecture = new OpenLecture(folder, { labs: {} });
  await lecture.read();
  return lecture;
};

it('tells the page that a folder is open, and only then', async () => {
  const text = async (lecture = noLecture) =>
    (await lectureFile(lecture, pages, '/'))!.body.toString();
  expect(await text()).toBe('<!doctype html><html lang="en"></html>');
  const { outline, picture } = noLecture;
  expect(outline).toBeNull();
  expect(await picture('/lecture-files/x')).toBeNull();
  const lecture = await opened();
  expect(await text({ outline: lecture.outline, picture: noLecture.picture })).toContain(
    '<html data-lecture="folder" lang="en">',
  );
});

it('tells the page what was kept where our own lecture is open, and no markup in it', async () => {
  const kept = { theme: 'dark', slide: 'a"><script>' } as const;
  const text = async (lecture = noLecture) =>
    (await lectureFile(lecture, pages, '/', kept))!.body.toString();
  expect(await text()).toBe(
    '<!doctype html><html data-kept-theme="dark" data-kept-slide="a&#34;&#62;&#60;script&#62;" lang="en"></html>',
  );
  const { outline } = await opened();
  expect(await text({ outline, picture: noLecture.picture })).not.toContain('kept');
});

it('serves a picture that a slide shows, cleaned, in both hosts; no text of the folder, no other path', async () => {
  const lecture = await opened();
  const address = JSON.stringify(lecture.slides(['one'])).match(/\/lecture-files\/[^"]+/)![0];
  const files = { outline: lecture.outline, picture: (path: string) => lecture.picture(path) };
  const served = await lectureFile(files, pages, address);
  expect(served).toMatchObject({ type: 'image/svg+xml' });
  expect(served!.body.toString()).not.toContain('script');
  for (const path of [
    address.replace('a.svg', 'slides.md'),
    address.replace('a.svg', '../lecture.yaml'),
    address.replace('a.svg', '%2e%2e%2fa.svg'),
    address.replace(/\/[0-9a-f]{16}\//, `/${'0'.repeat(16)}/`),
    '/lecture-files/a.svg',
  ])
    expect(await lectureFile(files, pages, path), path).toBeNull();
  const answer = await appResponse(pages, { url: `app://lectern${address}`, method: 'GET' }, files);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
});
