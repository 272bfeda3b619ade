import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mostRecent } from '../../contract/lecture-folder.ts';
import { RecentLectures, noLectures, type LecturesFile } from './recent-lectures.ts';

function made() {
  const file = {
    value: noLectures,
    set: (next: LecturesFile) => void (file.value = next),
  };
  return new RecentLectures(file);
}
const names = async (recents: RecentLectures, open: string | null = null) =>
  (await recents.list(open)).map(({ name }) => name);

it('lists what was opened, the newest first and each once, up to its number', async () => {
  const recents = made();
  for (const name of ['a', 'b', 'a']) recents.add(`/lectures/${name}`);
  expect(await names(recents)).toEqual(['a', 'b']);
  for (let n = 0; n < mostRecent + 3; n += 1) recents.add(`/lectures/${n}`);
  expect(await names(recents)).toHaveLength(mostRecent);
  expect((await names(recents))[0]).toBe(String(mostRecent + 2));
});

it('says which is open and which is gone, and takes one off', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-recent-'));
  const here = join(folder, 'here');
  await mkdir(here);
  const recents = made();
  recents.add(join(folder, 'gone'));
  recents.add(here);
  const [first, second] = await recents.list(here);
  expect(first).toMatchObject({ name: 'here', place: folder, open: true, gone: false });
  expect(second).toMatchObject({ name: 'gone', open: false, gone: true });
  expect(recents.path(first!.id)).toBe(here);
  recents.forget(second!.id);
  expect(await names(recents)).toEqual(['here']);
  expect(recents.path(second!.id)).toBeNull();
  await rm(folder, { recursive: true, force: true });
});
