import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LecternError } from '../../contract/errors.ts';
import { LectureFolder } from './lecture-folder.ts';
import { lectureHandlers, wholePath } from './lecture-handlers.ts';
import { RecentLectures, noLectures, type LecturesFile } from './recent-lectures.ts';

let folder: string;
let lecture: LectureFolder;
const opened = vi.fn<() => void>();
const signal = new AbortController().signal;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-lectures-'));
  opened.mockClear();
});
afterEach(async () => {
  await lecture.close();
  await rm(folder, { recursive: true, force: true });
});

function handlers() {
  const file = { value: noLectures, set: (next: LecturesFile) => void (file.value = next) };
  const notices = { add: () => undefined, remove: () => undefined };
  lecture = new LectureFolder({ labs: {} }, () => undefined, notices);
  return lectureHandlers(lecture, new RecentLectures(file), opened);
}
async function made(name: string) {
  const path = join(folder, name);
  await mkdir(path);
  await writeFile(join(path, 'lecture.yaml'), `title: ${name}\n`);
  await writeFile(join(path, 'slides.md'), `# ${name}\n`);
  return path;
}
const refused = async (asked: unknown) => {
  const error = await Promise.resolve(asked).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LecternError);
  return (error as LecternError).data.what;
};

it('opens folders by their paths, and those again by their names in the list', async () => {
  const host = handlers();
  const [waves, tides] = [await made('waves'), await made('tides')];
  await host['lecture.openFolder']({ path: waves }, signal);
  const after = await host['lecture.openFolder']({ path: `"${tides}/"` }, signal);
  expect(after.ours).toBe(false);
  expect(after.recent.map(({ name, open }) => [name, open])).toEqual([
    ['tides', true],
    ['waves', false],
  ]);
  const back = await host['lecture.open']({ id: after.recent[1]!.id }, signal);
  expect(back.recent.map(({ name }) => name)).toEqual(['waves', 'tides']);
  expect(lecture.outline!.facts.title).toBe('waves');
  await host['lecture.open']({ id: null }, signal);
  expect([lecture.outline, lecture.folder]).toEqual([null, null]);
  expect(opened).toHaveBeenCalledTimes(4);
});

it('what can’t be opened is said, and the lecture on screen stays', async () => {
  const host = handlers();
  const waves = await made('waves');
  const { recent } = await host['lecture.openFolder']({ path: waves }, signal);
  const tides = await made('tides');
  await host['lecture.openFolder']({ path: tides }, signal);
  await rm(waves, { recursive: true });
  expect(await refused(host['lecture.open']({ id: recent[0]!.id }, signal))).toBe(
    'The lecture “waves” was not opened: it is not there.',
  );
  await mkdir(join(folder, 'empty'));
  expect(await refused(host['lecture.openFolder']({ path: join(folder, 'empty') }, signal))).toBe(
    'The lecture “empty” was not opened: it holds no lecture.yaml and no Markdown file.',
  );
  expect(lecture.outline!.facts.title).toBe('tides');
  const list = await host['lecture.list']({}, signal);
  expect(list.recent.map(({ name, gone }) => [name, gone])).toEqual([
    ['tides', false],
    ['waves', true],
  ]);
  const left = await host['lecture.forget']({ id: recent[0]!.id }, signal);
  expect(left.recent.map(({ name }) => name)).toEqual(['tides']);
});

it('makes a new lecture and opens it; a folder that holds something is left alone', async () => {
  const host = handlers();
  const path = join(folder, 'mine');
  await host['lecture.make']({ path, extend: false }, signal);
  expect(lecture.outline!.problems).toEqual([]);
  await host['lecture.make']({ path: join(folder, 'edition'), extend: true }, signal);
  expect(lecture.outline!.edition).not.toBeNull();
  await writeFile(join(path, 'lecture.yaml'), 'title: kept\n');
  expect(await refused(host['lecture.make']({ path, extend: false }, signal))).toBe(
    'The folder “mine” is not empty.',
  );
  expect(await readFile(join(path, 'lecture.yaml'), 'utf8')).toBe('title: kept\n');
});

it('a path is taken as it is pasted, and only a whole one', () => {
  expect(wholePath(' "/a/b c/" ')).toBe(join('/a', 'b c'));
  expect(wholePath('~/lectures')).toBe(join(homedir(), 'lectures'));
  expect(() => wholePath('lectures/waves')).toThrow('not the whole path');
  expect(() => wholePath('')).toThrow('not the whole path');
});
