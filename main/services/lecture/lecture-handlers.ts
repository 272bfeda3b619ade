import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, isAbsolute, join, normalize } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import type { LectureList } from '../../contract/lecture-folder.ts';
import type { hostMethods } from '../../contract/methods.ts';
import { isMarkdown } from '../../lecture/read/files.ts';
import type { Handlers } from '../../rpc/connect.ts';
import { whyNot, type LectureFolder } from './lecture-folder.ts';
import type { RecentLectures } from './recent-lectures.ts';

type LectureMethod = Extract<keyof typeof hostMethods, `lecture.${string}`>;

/**
 * What windows ask of lectures: the open one, those that were opened before, another one, a new one.
 * @param opened another lecture is open now: all windows are told, and begin with it
 */
export function lectureHandlers(
  lecture: LectureFolder,
  recents: RecentLectures,
  opened: () => void,
): Pick<Handlers<typeof hostMethods>, LectureMethod> {
  const list = async (): Promise<LectureList> => ({
    ours: lecture.folder === null,
    recent: await recents.list(lecture.folder),
  });
  const show = async (folder: string | null): Promise<LectureList> => {
    if (folder !== null) await lookAt(folder);
    try {
      await lecture.show(folder);
    } catch (error) {
      throw notOpened(folder!, whyNot(error));
    }
    if (folder !== null) recents.add(folder);
    opened();
    return list();
  };
  return {
    'lecture.get': () => lecture.outline,
    'lecture.slides': ({ ids }) => lecture.slides(ids),
    'lecture.list': list,
    'lecture.open': ({ id }) => {
      const folder = id === null ? null : recents.path(id);
      if (id !== null && folder === null)
        throw new LecternError({
          code: 'bad-request',
          what: 'This lecture is not on the list any more.',
          safe: 'Nothing was changed.',
          next: 'Open its folder by its path.',
        });
      return show(folder);
    },
    'lecture.openFolder': ({ path }) => show(wholePath(path)),
    'lecture.make': async ({ path, extend }) => {
      const folder = wholePath(path);
      const { newLecture } = await import('./new-lecture.ts');
      await newLecture(folder, extend);
      return show(folder);
    },
    'lecture.forget': ({ id }) => {
      recents.forget(id);
      return list();
    },
  };
}

/** A path as a person typed or pasted it, quotation marks and all. Throws `bad-request` for one that leads from nowhere. */
export function wholePath(typed: string): string {
  const bare = typed.trim().replace(/^(["'])(.*)\1$/, '$2');
  const path = /^~(?=[\\/]|$)/.test(bare) ? join(homedir(), bare.slice(1)) : bare;
  if (isAbsolute(path) && !path.includes('\0')) return normalize(path).replace(/(?<=.)[\\/]+$/, '');
  throw new LecternError({
    code: 'bad-request',
    what: `“${bare.slice(0, 60)}” is not the whole path of a folder.`,
    safe: 'Nothing was changed.',
    next: 'Write the path from its beginning, such as ~/lectures/waves.',
  });
}

/** Throws `bad-request` for a folder that holds no lecture: it would be shown as one without slides. */
async function lookAt(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw notOpened(folder, whyNot(error));
  });
  if (!names.some((name) => name === 'lecture.yaml' || isMarkdown(name)))
    throw notOpened(folder, 'it holds no lecture.yaml and no Markdown file');
}

const notOpened = (folder: string, why: string) =>
  new LecternError({
    code: 'bad-request',
    what: `The lecture “${basename(folder)}” was not opened: ${why}.`,
    safe: 'The lecture on screen stays.',
    next: 'Look at the path, or make a new lecture there.',
  });
