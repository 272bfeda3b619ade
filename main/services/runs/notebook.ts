import { LecternError } from '../../contract/errors.ts';
import type { Imported, NotebookSize } from '../../contract/methods.ts';
import {
  mayBeOwn,
  noAnnotation,
  type Annotation,
  type AnnotationChange,
  type Annotations,
} from '../../contract/annotation.ts';
import type { ReplayReport } from '../../contract/replay.ts';
import type { RunCard, RunSummary } from '../../contract/run.ts';
import type { RunStore } from '../../storage/run-store.ts';
import type { LabCatalog } from '../../compute/lab-catalog.ts';
import { adopted, exported, readImport } from './import-card.ts';
import { compareReplay } from './replay.ts';
import type { Runs } from './runs.ts';

/** A page of the list is at most about so long as JSON: well below what a message may hold. */
const pageLength = 500_000;
/** The first page is short: it is what a window waits for before it shows its first rows. */
const firstLength = 60_000;

export interface NotebookOptions {
  runs: Runs;
  store: RunStore;
  catalog: LabCatalog;
  /** Where annotations are kept; set saves them. */
  annotations: { readonly value: Annotations; set: (annotations: Annotations) => void };
  removed: (run: string) => void;
  annotated: (run: string, annotation: Annotation) => void;
}

/** What the learner does with runs that have ended: names them, deletes them, hands them on. */
export class Notebook {
  constructor(private readonly options: NotebookOptions) {}

  /** A part of the list, newest first, below the number `before`. */
  page(before: number | null): {
    runs: RunSummary[];
    annotations: Annotations;
    next: number | null;
  } {
    const { runs, annotations } = this.options;
    const left = runs
      .list()
      .filter(({ number }) => before === null || number < before)
      .reverse();
    const page: RunSummary[] = [];
    const said: Annotations = {};
    let length = 0;
    for (const run of left) {
      const annotation = this.annotationOf(run.id);
      length += JSON.stringify(run).length + (annotation ? JSON.stringify(annotation).length : 0);
      // Runs that share a number must not be torn apart: the next page begins below it.
      if (
        length > (before === null ? firstLength : pageLength) &&
        page.at(-1) &&
        page.at(-1)!.number !== run.number
      )
        break;
      page.push(run);
      if (annotation) said[run.id] = annotations.value[run.id]!;
    }
    return {
      runs: page,
      annotations: said,
      next: page.length < left.length ? page.at(-1)!.number : null,
    };
  }

  /** Changes what is said of a run, field by field. Throws `unknown-run`, and `bad-request` where `mine` can't be said of it. */
  async annotate(id: string, change: AnnotationChange): Promise<Annotation> {
    const { runs, store } = this.options;
    // Asking for it throws what is to be said of a run that is not there.
    if (!runs.isLive(id) && !store.has(id)) await store.get(id);
    const { mine, ...said } = change;
    const before = this.annotationOf(id) ?? noAnnotation;
    const given = Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    );
    return this.setAnnotation(id, {
      ...before,
      ...given,
      origin: mine === undefined ? before.origin : claimed(before, mine),
    });
  }

  /** Throws `bad-request` for a run that has not ended, `unknown-run`, `storage`. */
  async remove(id: string): Promise<void> {
    if (this.options.runs.isLive(id))
      throw new LecternError({
        code: 'bad-request',
        what: 'A run that has not ended can’t be deleted.',
        safe: 'Nothing was changed.',
        next: 'Stop it first.',
      });
    await this.options.store.remove(id);
    this.options.removed(id);
  }

  async restore(id: string): Promise<RunSummary> {
    const summary = await this.options.store.restore(id);
    this.options.runs.show(await this.options.store.get(id));
    return summary;
  }

  size(): NotebookSize {
    const { store } = this.options;
    return {
      bytes: store.bytes,
      deleted: store.deleted.map(({ id, number, lab }) => ({ id, number, lab })),
    };
  }

  async export(id: string): Promise<RunCard> {
    return exported(await this.options.runs.get(id), this.annotationOf(id)?.origin ?? null);
  }

  /** Takes in a card. Never overwrites: the same card is left alone, another one with the same id is kept as a copy. */
  async import(given: unknown): Promise<Imported> {
    const { runs, store, catalog } = this.options;
    const { card, hashFits } = readImport(given, catalog);
    const all = runs.list();
    const same = all.find(({ id }) => {
      const origin = this.annotationOf(id)?.origin;
      return origin
        ? origin.id === card.id && origin.hash === card.hash && origin.hashFits === hashFits
        : id === card.id && hashFits && store.hashOf(id) === card.hash;
    });
    if (same) return { outcome: 'there', run: same, hashFits };
    const idTaken =
      all.some(({ id }) => id === card.id) || store.deleted.some(({ id }) => id === card.id);
    const kept = adopted(card, hashFits, {
      idTaken,
      number: runs.freeNumber(card.number),
      now: new Date().toISOString(),
    });
    const run = await runs.adopt(kept.card);
    this.setAnnotation(run.id, { ...noAnnotation, origin: kept.origin });
    return { outcome: idTaken ? 'copy' : 'added', run, hashFits };
  }

  /** Compares a run with its replay. Throws where they are not of one lab, or one has no whole result. */
  async checkReplay(id: string, replayId: string): Promise<ReplayReport> {
    const [card, replay] = await Promise.all([
      this.options.runs.get(id),
      this.options.runs.get(replayId),
    ]);
    if (card.lab !== replay.lab || !card.complete || !replay.complete) {
      throw new LecternError({
        code: 'bad-request',
        what: 'Only two finished runs of one lab can be compared value by value.',
        safe: 'Nothing was changed.',
        next: 'Wait until the replay has finished.',
      });
    }
    return compareReplay(
      card,
      replay,
      this.annotationOf(id)?.origin?.hashFits ?? true,
      this.options.catalog.elsewhere(card.lab),
    );
  }

  private annotationOf(id: string): Annotation | null {
    const { value } = this.options.annotations;
    return Object.hasOwn(value, id) ? value[id]! : null;
  }

  private setAnnotation(id: string, annotation: Annotation): Annotation {
    this.options.annotations.set({ ...this.options.annotations.value, [id]: annotation });
    this.options.annotated(id, annotation);
    return annotation;
  }
}

/** Where an imported run came from, with what the learner says of whose it is. */
function claimed(annotation: Annotation, mine: boolean): Annotation['origin'] {
  const { origin } = annotation;
  if (origin && mayBeOwn(annotation)) return { ...origin, mine };
  throw new LecternError({
    code: 'bad-request',
    what: origin
      ? 'This run was changed after it was written, so it can’t count as your own.'
      : 'This run was made here: it is your own.',
    safe: 'Nothing was changed.',
    next: origin ? 'Export it again where it was made, and import that.' : '',
  });
}
