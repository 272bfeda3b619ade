import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { mostRecent, type RecentLecture } from '../../contract/lecture-folder.ts';
import type { JsonFile } from '../../storage/json-file.ts';

/** The folders that were opened as lectures, the newest first. */
export const lecturesFile = z.object({
  version: z.literal(1),
  folders: z.array(z.object({ path: z.string().min(1).max(4_000) })).max(mostRecent),
});
export type LecturesFile = z.infer<typeof lecturesFile>;
export const noLectures: LecturesFile = { version: 1, folders: [] };

/** Windows name a folder by this: which path it is, only the host knows. */
const idOf = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12);

/** The lectures that were opened on this computer. Nothing is read of them but whether their folder is there. */
export class RecentLectures {
  constructor(private readonly file: Pick<JsonFile<LecturesFile>, 'value' | 'set'>) {}

  /** The path of a listed folder; null where none is listed under this id. */
  path(id: string): string | null {
    return this.folders.find(({ path }) => idOf(path) === id)?.path ?? null;
  }

  /** A folder was opened: it stands first. */
  add(path: string): void {
    const others = this.folders.filter((one) => one.path !== path);
    this.file.set({ version: 1, folders: [{ path }, ...others].slice(0, mostRecent) });
  }

  /** Takes a folder off the list. The folder itself stays as it is. */
  forget(id: string): void {
    const folders = this.folders.filter(({ path }) => idOf(path) !== id);
    this.file.set({ version: 1, folders });
  }

  /** @param open the path of the folder that is open; null where none is */
  list(open: string | null): Promise<RecentLecture[]> {
    return Promise.all(
      this.folders.map(async ({ path }) => ({
        id: idOf(path),
        name: basename(path).slice(-300),
        place: dirname(path),
        open: path === open,
        gone: !(await stat(path).catch(() => null))?.isDirectory(),
      })),
    );
  }

  private get folders() {
    return this.file.value.folders;
  }
}
