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
  /** One lecture is opened after the other, too: a second press would leave the first one's watcher behind. */
  private showing: Promise<void> = Promise.resolve();

  constructor(
    private readonly world: LectureWorld,
    private readonly changed: () => void,
    private readonly notices: Pick<Notices, 'add' | 'remove'>,
  ) {}

  get outline(): LectureOutline | null {
    return this.open?.outline ?? null;
  }

  /** The path of the folder that is open; null where Lectern's own lecture is. */
  get folder(): string | null {
    return this.open?.folder ?? null;
  }

  /** Slides that there are, of these. */
  slides(ids: readonly string[]): FolderSlide[] {
    return this.open?.slides(ids) ?? [];
  }

  /** A picture of the folder, by the path of its request; null where there is none. */
  async picture(path: string): Promise<{ body: Buffer; type: string } | null> {
    return (await this.open?.picture(path)) ?? null;
  }

  /** Opens the folder that the start names. Never rejects: where it can't be read, a notice says so and nothing is open. */
  async openFolder(folder: string): Promise<void> {
    try {
      await this.show(folder);
    } catch (error) {
      this.notices.add({
        id: notice,
        what: `The lecture “${basename(folder)}” was not opened: ${whyNot(error)}.`,
        safe: 'The lecture that comes with Lectern is shown.',
        next: 'Start Lectern again with the folder’s name.',
      });
    }
  }

  /**
   * Opens a folder and follows it, in place of what is open; null: the lecture that comes with Lectern. Throws what the file system says
   * where the folder can't be read; what was open then stays.
   */
  show(folder: string | null): Promise<void> {
    const shown = this.showing.then(() => this.showNow(folder));
    this.showing = shown.catch(() => undefined);
    return shown;
  }

  private async showNow(folder: string | null): Promise<void> {
    const next = folder === null ? null : await this.read(folder);
    await this.close();
    this.open = next;
    if (next) await this.follow(next.folder);
    this.notices.remove(notice);
    this.changed();
  }

  async close(): Promise<void> {
    clearTimeout(this.later);
    clearInterval(this.polling);
    await this.watcher?.close();
    this.watcher = null;
    await this.reading;
  }

  // Whoever opens no folder does not wait for what reads one and for what follows it.
  private async read(folder: string): Promise<OpenLecture> {
    const { OpenLecture: Opened } = await import('../../lecture/folder/open-lecture.ts');
    const opened = new Opened(folder, this.world);
    await opened.read();
    return opened;
  }

  private async follow(folder: string): Promise<void> {
    const { watch } = await import('chokidar');
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
      const isNew = await open.read({ halfSavedMs });
      // Another lecture may have been opened meanwhile.
      if (this.open !== open) return;
      if (isNew) this.changed();
      this.notices.remove(notice);
    } catch (error) {
      if (this.open !== open) return;
      this.notices.add({
        id: notice,
        what: `The lecture’s folder “${basename(open.folder)}” can’t be read any more: ${whyNot(error)}.`,
        safe: 'The slides stay as they were when it was last read.',
        next: 'Put the folder back, or connect its drive. Lectern goes on by itself then.',
      });
    }
  }
}

/** Why a folder can't be read, in words. */
export function whyNot(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it is not there';
  if (code === 'ENOTDIR') return 'it is no folder';
  return code === 'EACCES' || code === 'EPERM' ? 'it may not be read' : String(code ?? error);
}
