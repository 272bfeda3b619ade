import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FolderSlide, LectureOutline } from '../../contract/lecture-folder.ts';
import { containedPath } from '../../policy/paths.ts';
import type { LectureWorld } from '../read/files.ts';
import { limits } from '../read/limits.ts';
import { readLecture, type SlideCache } from '../read/read-lecture.ts';
import {
  loadFolder,
  readUpTo,
  realPathBelow,
  servedPicture,
  type LoadCache,
} from './load-folder.ts';

/** Names a folder: what is kept of its slides is kept under it. */
export const folderId = (real: string): string =>
  createHash('sha256').update(real).digest('hex').slice(0, 12);

/** A lecture's folder, read once and then again whenever it is asked to. */
export class OpenLecture {
  private readonly loaded: LoadCache = new Map();
  private readonly slidesRead: SlideCache = new Map();
  private pictures: ReadonlyMap<string, { hash: string }> = new Map();
  private slideMap: ReadonlyMap<string, FolderSlide> = new Map();
  private outlineNow: LectureOutline | null = null;
  private print = '';
  /** Texts that held something when they were last read. */
  private texts: string[] = [];

  constructor(
    readonly folder: string,
    private readonly world: LectureWorld,
  ) {}

  get outline(): LectureOutline {
    if (!this.outlineNow) throw new Error('the lecture was not read yet');
    return this.outlineNow;
  }

  /** The slides of these ids that there are. */
  slides(ids: readonly string[]): FolderSlide[] {
    return ids.flatMap((id) => this.slideMap.get(id) ?? []);
  }

  /**
   * Reads what changed in the folder. True where the lecture is another one by it. Throws what the file system says where the
   * folder is gone or may not be read; the lecture then stays as it was.
   * @param halfSavedMs where a text is empty or gone that was there before, the folder is read once more after so long: its editor
   * may be in the middle of saving it
   */
  async read({ halfSavedMs = 0 }: { halfSavedMs?: number } = {}): Promise<boolean> {
    const root = await realpath(this.folder);
    let files = await loadFolder(root, this.loaded);
    if (halfSavedMs > 0 && this.texts.some((path) => !files.texts.get(path))) {
      await new Promise((resolve) => setTimeout(resolve, halfSavedMs));
      files = await loadFolder(root, this.loaded);
    }
    this.texts = [...files.texts].filter(([, text]) => text !== '').map(([path]) => path);
    const { outline, slides } = readLecture(files, this.world, folderId(root), this.slidesRead);
    const print = JSON.stringify(outline);
    this.pictures = files.pictures;
    if (print === this.print) return false;
    this.print = print;
    this.slideMap = slides;
    this.outlineNow = {
      ...outline,
      folder: basename(root),
      revision: (this.outlineNow?.revision ?? 0) + 1,
    };
    return true;
  }

  /**
   * A picture that a slide shows, by the path of its request: `/lecture-files/<hash>/<path>`. Null for anything that was not found
   * to be a picture of this folder when it was read.
   * @param path still percent-encoded, without a query
   */
  async picture(path: string): Promise<{ body: Buffer; type: string } | null> {
    const inside = /^\/lecture-files\/([0-9a-f]{16})(\/.*)$/.exec(path);
    // Decoded and looked at as every path of a request is.
    if (!inside || containedPath('/', inside[2]!) === null) return null;
    const name = decodeURIComponent(inside[2]!).slice(1);
    if (this.pictures.get(name)?.hash !== inside[1]) return null;
    try {
      const real = await realPathBelow(await realpath(this.folder), name);
      return real === null ? null : servedPicture(name, await readUpTo(real, limits.picture));
    } catch {
      return null;
    }
  }
}
