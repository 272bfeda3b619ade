import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import type { Notice } from '../contract/methods.ts';
import { cardVersion, runCard, runSummary, type RunCard, type RunSummary } from '../contract/run.ts';
import { contentHash } from './canonical.ts';
import { reasonInWords } from './data-folder.ts';
import { setAside, tooNew } from './quarantine.ts';
import { readVersioned, type Migrations } from './versioned.ts';
import { writeAtomic, type Write } from './write.ts';

/** None yet: version 1 is the first. Migrations turn the card of one version into the next one's. */
const migrations: Migrations = {};

/** A card without its bulk. */
export function summaryOf(card: RunCard): RunSummary {
  return runSummary.parse({ ...card, phase: null });
}

/** Reads a card's text. Exported for import and for the command line. */
export function readCard(text: string): { ok: true; card: RunCard } | { ok: false; why: 'corrupt' | 'newer' } {
  const read = readVersioned(text, runCard, 'formatVersion', cardVersion, migrations);
  if (!read.ok) return read;
  if (read.migrated) return { ok: true, card: { ...read.data, hash: contentHash(read.data) } };
  return contentHash(read.data) === read.data.hash ? { ok: true, card: read.data } : { ok: false, why: 'corrupt' };
}

const unknown = (id: string) => new LecternError({ code: 'unknown-run', what: `There is no run "${id}" on this computer.`, safe: '', next: 'Choose one from the notebook.' });

/** The cards of ended runs: one file each. Summaries are kept in memory; whole cards are read when asked for. */
export class RunStore {
  private readonly summaries = new Map<string, RunSummary>();
  /** Cards that could not be written stay here, so that nothing is lost while Lectern runs. */
  private readonly unsaved = new Map<string, RunCard>();

  constructor(
    private readonly folder: string,
    private readonly notify: (notice: Notice) => void,
    private readonly write: Write = writeAtomic,
  ) {}

  /** Reads every card of the folder. Damaged ones are set aside, newer ones left alone; neither stops the others. */
  async load(): Promise<void> {
    const names = (await readdir(this.folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    for (const name of names) {
      const card = await this.read(join(this.folder, name), name);
      if (card) this.summaries.set(card.id, summaryOf(card));
    }
  }

  /** The next number is one above the highest that was ever seen. */
  get highestNumber(): number {
    return Math.max(0, ...[...this.summaries.values()].map((summary) => summary.number));
  }

  has(id: string): boolean {
    return this.summaries.has(id);
  }

  list(): RunSummary[] {
    return [...this.summaries.values()];
  }

  /** The whole card. Throws `unknown-run`, or `bad-card` where its file was damaged since it was listed. */
  async get(id: string): Promise<RunCard> {
    if (!this.summaries.has(id)) throw unknown(id);
    const kept = this.unsaved.get(id);
    if (kept) return kept;
    const card = await this.read(this.path(id), `${id}.json`);
    if (card) return card;
    const number = this.summaries.get(id)!.number;
    this.summaries.delete(id);
    throw new LecternError({ code: 'bad-card', what: `The file of run ${number} can't be read any more.`, safe: 'It was set aside, not deleted; the other runs are unchanged.', next: 'Run it again with the same seed.' });
  }

  /** Adds or replaces a card. Throws a `storage` error where it can't be written; the card is then kept in memory. */
  async put(card: RunCard): Promise<void> {
    this.summaries.set(card.id, summaryOf(card));
    this.unsaved.set(card.id, card);
    try {
      await this.write(this.path(card.id), `${JSON.stringify(card)}\n`);
    } catch (error) {
      throw new LecternError({
        code: 'storage',
        what: `Run ${card.number} could not be saved in ${this.folder}: ${reasonInWords(error)}.`,
        safe: 'It stays on screen and in the notebook as long as Lectern runs; all earlier runs are unchanged.',
        next: 'Free some space or make the folder writable, then pin the run: that saves it again.',
      });
    }
    if (this.unsaved.get(card.id) === card) this.unsaved.delete(card.id);
  }

  private path(id: string): string {
    return join(this.folder, `${id}.json`);
  }

  private async read(path: string, name: string): Promise<RunCard | null> {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return null;
    const read = readCard(text);
    if (read.ok) return read.card;
    this.notify(read.why === 'newer' ? tooNew(name) : await setAside(path, 'The file of a run is damaged or cut short'));
    return null;
  }
}
