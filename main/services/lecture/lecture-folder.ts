import { basename } from 'node:path';
import type { FSWatcher } from 'chokidar';
import type { FolderSlide, LectureOutline } from '../../contract/lecture-folder.ts';
import type { OpenLecture } from '../../lecture/folder/open-lecture.ts';
import type { LectureWorld } from '../../lecture/read/files.ts';
import { limits } from '../../lecture/read/limits.ts';
import type { Notices } from '../notices.ts';

/** Editors write a file in several steps; so long (milliseconds) after the last one it is read. */
const settleMs = 40;
/** A file that is empty or gone is looked at once more after so long: an editor may be in the middle of it. */
const halfSavedMs = 160;
/** Where the system tells of no changes, as on some network drives, or the folder is gone, it is looked at so often. */
const pollMs = 2_000;

const notice = 'lecture-folder';

/** The lecture's folder that is open, read again whenever a file of it is saved. */
export class LectureFolder {
  private open: OpenLecture | null = null;
  private watcher: FSWatcher | null = null;
  private later: ReturnType<typeof setTimeout> | undefined;
  private polling: ReturnType<typeof setInterval> | undefined;
  /** Readings come one after the other. */
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: LectureWorld,
    private readonly changed: () => void,
    private readonly notices: Pick<Notices, 'add' | 'remove'>,
  ) {}

  get outline(): LectureOutline | null {
    return this.open?.outline ?? null;
  }

  /** Slides that there are, of these. */
  slides(ids: readonly string[]): FolderSlide[] {
    return this.open?.slides(ids) ?? [];
  }

  /** A picture of the folder, by the path of its request; null where there is none. */
  async picture(path: string): Promise<{ body: Buffer; type: string } | null> {
    return (await this.open?.picture(path)) ?? null;
  }

  /** Opens a folder and follows it. Never rejects: where it can't be read, a notice says so and nothing is open. */
  async openFolder(folder: string): Promise<void> {
    // Whoever opens no folder does not wait for what reads one.
    const [{ watch }, { OpenLecture: Opened }] = await Promise.all([
      import('chokidar'),
      import('../../lecture/folder/open-lecture.ts'),
    ]);
    const opened = new Opened(folder, this.world);
    try {
      await opened.read();
    } catch (error) {
      this.notices.add({
        id: notice,
        what: `The lecture “${basename(folder)}” was not opened: ${whyNot(error)}.`,
        safe: 'The lecture that comes with Lectern is shown.',
        next: 'Start Lectern again with the folder’s name.',
      });
      return;
    }
    this.open = opened;
    this.watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      depth: limits.depth,
      ignored: (path) => /[\\/](?:\.[^\\/]+|node_modules)$/.test(path),
    });
    this.watcher.on('all', () => this.soon());
    // Too many files to follow, or a drive that tells nothing: looking now and then goes on.
    this.watcher.on('error', () => undefined);
    this.polling = setInterval(() => this.soon(), pollMs);
    this.polling.unref();
    this.changed();
  }

  async close(): Promise<void> {
    clearTimeout(this.later);
    clearInterval(this.polling);
    await this.watcher?.close();
    await this.reading;
  }

  private soon(ms = settleMs): void {
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      this.reading = this.reading.then(() => this.readAgain());
    }, ms);
    this.later.unref();
  }

  private async readAgain(): Promise<void> {
    const { open } = this;
    if (!open) return;
    try {
      if (await open.read({ halfSavedMs })) this.changed();
      this.notices.remove(notice);
    } catch (error) {
      this.notices.add({
        id: notice,
        what: `The lecture’s folder “${basename(open.folder)}” can’t be read any more: ${whyNot(error)}.`,
        safe: 'The slides stay as they were when it was last read.',
        next: 'Put the folder back, or connect its drive. Lectern goes on by itself then.',
      });
    }
  }
}

function whyNot(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'ENOTDIR') return 'it is no folder';
  return code === 'EACCES' || code === 'EPERM' ? 'it may not be read' : String(code ?? error);
}
