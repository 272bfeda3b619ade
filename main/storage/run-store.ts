import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import type { Notice } from '../contract/methods.ts';
import {
  cardVersion,
  parsedCard,
  runSummary,
  type RunCard,
  type RunSummary,
} from '../contract/run.ts';
import { contentHash } from './canonical.ts';
import { reasonInWords } from './data-folder.ts';
import { setAside, tooNew } from './quarantine.ts';
import { retryMs } from './retry.ts';
import { RunIndex } from './run-index.ts';
import { versioned, type Migrations } from './versioned.ts';
import { writeAtomic, type Write } from './write.ts';

/** None yet: version 1 is the first. Migrations turn the card of one version into the next one's. */
const migrations: Migrations = {};

/** A card without its bulk. */
export function summaryOf(card: RunCard): RunSummary {
  return runSummary.parse({ ...card, phase: null });
}

export type CardRead = { ok: true; card: RunCard } | { ok: false; why: 'corrupt' | 'newer' };

/**
 * Reads a card's text, also one whose content was changed after it was written: `hashFits` says
 * which. For import and replay. A card of an older version is migrated and hashed anew.
 */
export function inspectCard(
  text: string,
  steps: Migrations = migrations,
): (CardRead & { ok: false }) | { ok: true; card: RunCard; hashFits: boolean } {
  try {
    return inspectParsed(JSON.parse(text), steps);
  } catch {
    return { ok: false, why: 'corrupt' };
  }
}

/** The same for a card's text that `JSON.parse` has read already. */
export function inspectParsed(
  data: unknown,
  steps: Migrations = migrations,
): ReturnType<typeof inspectCard> {
  const read = versioned(data, parsedCard, 'formatVersion', cardVersion, steps);
  if (!read.ok) return read;
  if (read.migrated)
    return { ok: true, card: { ...read.data, hash: contentHash(read.data) }, hashFits: true };
  try {
    return { ok: true, card: read.data, hashFits: contentHash(read.data) === read.data.hash };
  } catch {
    // It nests so deep that hashing it runs out of stack: no lab makes such a card.
    return { ok: false, why: 'corrupt' };
  }
}

/** Reads the text of a card of this computer: one whose hash does not fit counts as damaged. */
export function readCard(text: string): CardRead {
  const read = inspectCard(text);
  if (!read.ok) return read;
  return read.hashFits ? { ok: true, card: read.card } : { ok: false, why: 'corrupt' };
}

const unknown = (id: string) =>
  new LecternError({
    code: 'unknown-run',
    what: `There is no run "${id}" on this computer.`,
    safe: '',
    next: 'Choose one from the notebook.',
  });

/** Cards that are not in the index are read so many at once. */
const atOnce = 16;

export interface RunStoreOptions {
  /** The file that spares a start the reading of every card; none where left out. */
  index?: string;
  /** Where deleted cards wait to be brought back; emptied by `load`. Beside the cards where left out. */
  trash?: string;
  /** A card that could not be written has been written now. */
  saved?: (card: RunCard) => void;
  /** After so long (milliseconds) what could not be written is tried again. */
  retryMs?: number;
}

/** The cards of ended runs: one file each. Summaries are kept in memory; whole cards are read when asked for. */
export class RunStore {
  private readonly summaries = new Map<string, RunSummary>();
  private readonly hashes = new Map<string, string>();
  /** Cards that could not be written stay here, so that nothing is lost while Lectern runs. */
  private readonly unsaved = new Map<string, RunCard>();
  /** Deleted since Lectern was started, oldest first; the card itself where it never came to be a file. */
  private readonly gone = new Map<
    string,
    { summary: RunSummary; hash: string; card: RunCard | null }
  >();
  private readonly index: RunIndex;
  private readonly trash: string;
  private retryTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly folder: string,
    private readonly notify: (notice: Notice) => void,
    private readonly write: Write = writeAtomic,
    private readonly options: RunStoreOptions = {},
  ) {
    this.index = new RunIndex(options.index ?? null, write);
    this.trash = options.trash ?? join(folder, 'deleted');
  }

  /**
   * Reads every card of the folder that the index does not know. Damaged ones are set aside, newer
   * ones left alone; neither stops the others.
   */
  async load(): Promise<void> {
    await rm(this.trash, { recursive: true, force: true }).catch(() => undefined);
    const names = (await readdir(this.folder).catch(() => [])).filter((name) =>
      name.endsWith('.json'),
    );
    await this.index.load();
    this.index.keepOnly(names);
    const left = [...names];
    const work = async () => {
      for (let name = left.pop(); name !== undefined; name = left.pop()) await this.take(name);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  private async take(name: string): Promise<void> {
    const path = join(this.folder, name);
    const noted = await this.index.fresh(name, path).catch(() => null);
    if (noted) return this.know(noted.summary, noted.hash);
    const card = await this.read(path, name);
    if (!card) return this.index.forget(name);
    this.know(summaryOf(card), card.hash);
    await this.index.note(name, path, { hash: card.hash, summary: summaryOf(card) });
  }

  private know(summary: RunSummary, hash: string): void {
    this.summaries.set(summary.id, summary);
    this.hashes.set(summary.id, hash);
  }

  /** The next number is one above the highest that was ever seen. */
  get highestNumber(): number {
    let highest = 0;
    for (const { number } of this.summaries.values()) highest = Math.max(highest, number);
    return highest;
  }

  has(id: string): boolean {
    return this.summaries.has(id);
  }

  hashOf(id: string): string | null {
    return this.hashes.get(id) ?? null;
  }

  list(): RunSummary[] {
    return [...this.summaries.values()];
  }

  /** What the cards take on disk. */
  get bytes(): number {
    return this.index.bytes;
  }

  /** Deleted since Lectern was started, the last one first. */
  get deleted(): RunSummary[] {
    return [...this.gone.values()].map(({ summary }) => summary).reverse();
  }

  /**
   * Takes a card out of the list and lays its file aside until Lectern ends. Throws `unknown-run`,
   * or `storage` where it can't be moved.
   */
  async remove(id: string): Promise<void> {
    const summary = this.summaries.get(id);
    if (!summary) throw unknown(id);
    const card = this.unsaved.get(id) ?? null;
    if (!card) {
      // Not what is above it: where the data folder is gone, none may be made in its place.
      await mkdir(this.trash).catch(() => undefined);
      await this.move(
        this.path(id),
        join(this.trash, `${id}.json`),
        `Run ${summary.number} could not be deleted`,
      );
    }
    this.gone.set(id, { summary, hash: this.hashes.get(id)!, card });
    this.summaries.delete(id);
    this.hashes.delete(id);
    this.unsaved.delete(id);
    this.index.forget(`${id}.json`);
  }

  /** Brings a deleted card back. Throws `unknown-run` where none of that id waits. */
  async restore(id: string): Promise<RunSummary> {
    const kept = this.gone.get(id);
    if (!kept) throw unknown(id);
    if (kept.card) {
      this.gone.delete(id);
      await this.put(kept.card);
      return kept.summary;
    }
    await this.move(
      join(this.trash, `${id}.json`),
      this.path(id),
      `Run ${kept.summary.number} could not be brought back`,
    );
    this.gone.delete(id);
    this.know(kept.summary, kept.hash);
    await this.index.note(`${id}.json`, this.path(id), { hash: kept.hash, summary: kept.summary });
    return kept.summary;
  }

  /** Saves the index, and cards that could not be written before. */
  async flush(): Promise<void> {
    if (this.unsaved.size > 0) await this.retry();
    await this.index.flush();
  }

  /** Tries again to write what could not be written. Where the data folder is back without the cards' own, that is made. */
  private async retry(): Promise<void> {
    clearTimeout(this.retryTimer);
    this.retryTimer = undefined;
    await mkdir(this.folder).catch(() => undefined);
    for (const id of [...this.unsaved.keys()]) {
      // As it is now: it may have been pinned, saved or deleted meanwhile.
      const card = this.unsaved.get(id);
      if (!card) continue;
      try {
        await this.put(card);
        this.options.saved?.(card);
      } catch {
        // The notice of the first try stands; the rest would fail as well.
        return;
      }
    }
  }

  /** Forgets every card, deleted ones too. The files are removed by whoever asks for this; one that is being written removes itself. */
  async empty(): Promise<void> {
    for (const known of [this.summaries, this.hashes, this.unsaved, this.gone]) known.clear();
    await this.index.empty();
  }

  private async move(from: string, to: string, what: string): Promise<void> {
    try {
      await rename(from, to);
    } catch (error) {
      throw new LecternError({
        code: 'storage',
        what: `${what}: ${reasonInWords(error)}.`,
        safe: 'Every run is where it was.',
        next: 'Make the data folder writable and try again.',
      });
    }
  }

  /**
   * The whole card. Throws `unknown-run`; `bad-card` where its file was damaged since it was listed; `storage` where the file is not
   * there or can't be read now: the run stays in the list, because the folder may come back.
   */
  async get(id: string): Promise<RunCard> {
    if (!this.summaries.has(id)) throw unknown(id);
    const kept = this.unsaved.get(id);
    if (kept) return kept;
    const { number } = this.summaries.get(id)!;
    const text = await readFile(this.path(id), 'utf8').catch((error: unknown) => {
      throw new LecternError({
        code: 'storage',
        what:
          `The file of run ${number} can't be read in ${this.folder}: ` +
          `${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it is not there' : reasonInWords(error)}.`,
        safe: 'Nothing was changed; what was not saved yet is kept as long as Lectern runs.',
        next: 'Bring the folder back and open the run again.',
      });
    });
    const card = await this.parse(text, this.path(id), `${id}.json`);
    if (card) return card;
    this.summaries.delete(id);
    this.index.forget(`${id}.json`);
    throw new LecternError({
      code: 'bad-card',
      what: `The file of run ${number} can't be read any more.`,
      safe: 'It was set aside, not deleted; the other runs are unchanged.',
      next: 'Run it again with the same seed.',
    });
  }

  /** Adds or replaces a card. Throws a `storage` error where it can't be written; the card is then kept in memory. */
  async put(card: RunCard): Promise<void> {
    const summary = summaryOf(card);
    this.know(summary, card.hash);
    this.unsaved.set(card.id, card);
    try {
      await this.write(this.path(card.id), `${JSON.stringify(card)}\n`);
    } catch (error) {
      this.retryTimer ??= setTimeout(
        () => void this.retry(),
        this.options.retryMs ?? retryMs,
      ).unref();
      throw new LecternError({
        code: 'storage',
        what: `Run ${card.number} could not be saved in ${this.folder}: ${reasonInWords(error)}.`,
        safe: 'It stays on screen and in the notebook as long as Lectern runs; all earlier runs are unchanged.',
        next: 'Free some space or bring the folder back. Lectern tries again every few seconds, and at once when you pin the run.',
      });
    }
    if (this.unsaved.get(card.id) === card) this.unsaved.delete(card.id);
    // Deleted while it was being written.
    if (!this.summaries.has(card.id)) return rm(this.path(card.id), { force: true });
    await this.index.note(`${card.id}.json`, this.path(card.id), { hash: card.hash, summary });
  }

  private path(id: string): string {
    return join(this.folder, `${id}.json`);
  }

  private async read(path: string, name: string): Promise<RunCard | null> {
    const text = await readFile(path, 'utf8').catch(() => null);
    return text === null ? null : this.parse(text, path, name);
  }

  private async parse(text: string, path: string, name: string): Promise<RunCard | null> {
    const read = readCard(text);
    if (read.ok) return read.card;
    this.notify(
      read.why === 'newer'
        ? tooNew(name)
        : await setAside(path, 'The file of a run is damaged or cut short'),
    );
    return null;
  }
}
