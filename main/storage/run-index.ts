import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { runSummary } from '../contract/run.ts';
import { writeAtomic, type Write } from './write.ts';

const entry = z.object({
  size: z.number(),
  changedMs: z.number(),
  hash: z.string(),
  summary: runSummary,
});
export type IndexEntry = z.infer<typeof entry>;
const file = z.object({ version: z.literal(1), cards: z.record(z.string(), entry) });

/** Changes within so many milliseconds are written together. */
const debounceMs = 2_000;

/**
 * What the list needs of each card, in one file, so that a start need not read thousands of them. It holds nothing of its own: a card
 * whose file has another size or time than is noted is read anew, and where the index can't be read all of them are.
 */
export class RunIndex {
  private cards: Record<string, IndexEntry> = {};
  private timer: NodeJS.Timeout | undefined;
  private dirty = false;
  private saving: Promise<void> = Promise.resolve();

  /** `path` is null where none is kept. */
  constructor(
    private readonly path: string | null,
    private readonly write: Write = writeAtomic,
  ) {}

  async load(): Promise<void> {
    if (this.path === null) return;
    try {
      const read = file.safeParse(JSON.parse(await readFile(this.path, 'utf8')));
      if (read.success) this.cards = read.data.cards;
    } catch {
      // Missing or damaged: it is made anew.
    }
  }

  /** The entry of a file that is still as it was when it was noted; null otherwise. */
  async fresh(name: string, path: string): Promise<IndexEntry | null> {
    const noted = Object.hasOwn(this.cards, name) ? this.cards[name]! : null;
    if (!noted) return null;
    const { size, mtimeMs } = await stat(path);
    return noted.size === size && noted.changedMs === mtimeMs ? noted : null;
  }

  /** Notes a file that was just read or written. */
  async note(name: string, path: string, of: Pick<IndexEntry, 'hash' | 'summary'>): Promise<void> {
    const found = await stat(path).catch(() => null);
    if (!found) return;
    this.cards[name] = { size: found.size, changedMs: found.mtimeMs, ...of };
    this.changed();
  }

  forget(name: string): void {
    if (!Object.hasOwn(this.cards, name)) return;
    delete this.cards[name];
    this.changed();
  }

  /** Leaves out files that are no longer there. */
  keepOnly(names: readonly string[]): void {
    const there = new Set(names);
    for (const name of Object.keys(this.cards)) if (!there.has(name)) this.forget(name);
  }

  sizeOf(name: string): number {
    return Object.hasOwn(this.cards, name) ? this.cards[name]!.size : 0;
  }

  get bytes(): number {
    return Object.values(this.cards).reduce((sum, { size }) => sum + size, 0);
  }

  /** Writes what is not written yet. One that fails is no loss: the next start takes longer. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    return (this.saving = this.saving.then(async () => {
      if (!this.dirty || this.path === null) return;
      this.dirty = false;
      await this.write(this.path, `${JSON.stringify({ version: 1, cards: this.cards })}\n`).catch(
        () => undefined,
      );
    }));
  }

  /** Forgets every card, with nothing left to write. The file itself is removed by whoever asks for this. */
  async empty(): Promise<void> {
    clearTimeout(this.timer);
    this.cards = {};
    this.dirty = false;
    await this.saving;
  }

  private changed(): void {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), debounceMs);
    this.timer.unref();
  }
}
