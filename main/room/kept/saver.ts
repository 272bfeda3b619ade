import type { Notice } from '../../contract/methods.ts';
import { reasonInWords } from '../../storage/data-folder.ts';
import type { Write } from '../../storage/write.ts';

export interface SaverOptions {
  path: string;
  /** The whole file as text, made when it is written. */
  text: () => string;
  write: Write;
  notify: (notice: Notice) => void;
  retract: (id: string) => void;
  /**
   * What changes within so many ms is written together. Unlike a debounce it never waits longer:
   * hundreds of phones answer without a pause.
   */
  everyMs?: number;
}

/** Writes one file of the room soon after it changed. What can't be written is said, and tried again. */
export class Saver {
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly options: SaverOptions) {}

  changed(): void {
    if (this.timer || this.ended) return;
    this.timer = setTimeout(() => void this.flush(), this.options.everyMs ?? 1_000);
    this.timer.unref();
  }

  /** Writes now what is not written yet. */
  flush(): Promise<void> {
    if (this.timer) {
      clearTimeout(this.timer);
      this.timer = null;
      this.writing = this.writing.then(() => this.save());
    }
    return this.writing;
  }

  /** Writes nothing any more. */
  async end(): Promise<void> {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.writing;
  }

  private async save(): Promise<void> {
    const { path, text, write, notify, retract } = this.options;
    const id = 'unsaved-room';
    try {
      await write(path, text());
      retract(id);
    } catch (error) {
      notify({
        id,
        what: `The room’s answers could not be saved in ${path}: ${reasonInWords(error)}.`,
        safe: 'They are kept as long as Lectern runs.',
        next: 'Free some space or bring the folder back: Lectern tries again every second.',
      });
      this.changed();
    }
  }
}
