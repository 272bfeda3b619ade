import type { LectureFolder } from '../services/lecture/lecture-folder.ts';
import type { LastTime } from '../services/open-files.ts';
import { staticFile, type StaticFile } from './static-files.ts';

/** What both hosts serve of an open lecture's folder. */
export type LectureFiles = Pick<LectureFolder, 'outline' | 'picture'>;

export const noLecture: LectureFiles = { outline: null, picture: () => Promise.resolve(null) };

/**
 * The file of a request: a picture of the open lecture, or a file of our own build. The page itself is told whether a lecture is
 * open, so that its first slide is the right one; where none is, what was kept, so that it can show its first slide at once.
 * @param path still percent-encoded, without a query
 */
export async function lectureFile(
  lecture: LectureFiles,
  folder: string,
  path: string,
  kept: LastTime | null = null,
): Promise<StaticFile | null> {
  if (path.startsWith('/lecture-files/')) {
    const picture = await lecture.picture(path);
    // The address holds the content's hash.
    return picture && { ...picture, cache: 'private, max-age=31536000, immutable' };
  }
  const file = await staticFile(folder, path);
  const isPage = path === '/' || path === '/index.html';
  const told = lecture.outline === null ? keptAttributes(kept) : ' data-lecture="folder"';
  if (!file || !isPage || told === '') return file;
  const page = file.body.toString('utf8').replace('<html ', `<html${told} `);
  return { ...file, body: Buffer.from(page) };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function keptAttributes(kept: LastTime | null): string {
  if (!kept) return '';
  return ` data-kept-theme="${escaped(kept.theme)}" data-kept-slide="${escaped(kept.slide ?? '')}"`;
}
