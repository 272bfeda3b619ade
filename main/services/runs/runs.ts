import { randomUUID } from 'node:crypto';
import { LecternError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { hostMethods, Notice, ParamsOf } from '../../contract/methods.ts';
import type { Prediction, Progress, RunCard, RunSnapshot, RunSummary } from '../../contract/run.ts';
import { runSummary } from '../../contract/run.ts';
import { appendSeries } from '../../rpc/series.ts';
import { summaryOf, type RunStore } from '../../storage/run-store.ts';
import { throttled } from './broadcast.ts';
import { makeCard, snapshotOf } from './card.ts';
import { failure } from './failure.ts';
import { stepByStepNotice } from './step-by-step.ts';
import { newRun } from './new-run.ts';
import { Questions } from './questions.ts';
import type { LabCatalog } from '../../compute/lab-catalog.ts';
import type { ComputeProcess } from '../compute/compute-process.ts';

/** So many runs may wait behind the one that runs. */
export const queueLimit = 8;
/** Compute has this long to yield to Stop before it is killed, in milliseconds. */
export const stopWithinMs = 800;

interface Live {
  run: RunSnapshot;
  measured: RunCard['measured'];
  /** The measurements to reuse; null where the run measures for itself. */
  reuse: RunCard['measured'];
  abort: AbortController;
  startedMs: number;
}

export interface RunsOptions {
  catalog: LabCatalog;
  compute: ComputeProcess;
  store: RunStore;
  version: string;
  /** Tells every window. */
  changed: (run: RunSnapshot) => void;
  notify: (notice: Notice) => void;
  retract: (id: string) => void;
  /** Notes which run used a prediction and returns it as it was locked. */
  usePrediction: (lab: string, prediction: Prediction, run: string) => Prediction;
}

const problem = (code: ErrorData['code'], what: string, next: string) =>
  new LecternError({ code, what, safe: 'Nothing was changed.', next });

/** Every run of this computer: the queue, the one that runs, and the cards of those that ended. */
export class Runs {
  private readonly live = new Map<string, Live>();
  private readonly queue: string[] = [];
  /** The run compute works on; stays set while a stopped run has not let go of compute yet. */
  private current: string | null = null;
  private lastNumber = 0;
  private readonly saves = new Set<Promise<void>>();
  private readonly out;
  private readonly questions: Questions;

  constructor(private readonly options: RunsOptions) {
    this.lastNumber = options.store.highestNumber;
    this.out = throttled<RunSnapshot>(options.changed);
    this.questions = new Questions({
      compute: options.compute,
      endedCard: async (id) => (this.live.has(id) ? null : options.store.get(id)),
      out: this.out,
    });
  }

  /** Checks and queues a run; answers at once. Throws for unknown labs, wrong parameters, a full queue or compute that is down. */
  async start(params: ParamsOf<typeof hostMethods, 'run.start'>): Promise<RunSnapshot> {
    const { catalog, compute } = this.options;
    const { parameters, version } = catalog.parse(params.lab, params.parameters, params.preset);
    const reuse =
      params.measuredFrom === null
        ? null
        : await this.measurements(params.lab, params.measuredFrom);
    if (compute.state.state === 'down')
      throw new LecternError({
        code: 'compute-down',
        what: compute.state.why,
        safe: 'Earlier runs and answers are unchanged.',
        next: 'Restart compute from the message on screen, then run again.',
      });
    if (this.queue.length >= queueLimit)
      throw problem(
        'queue-full',
        `${queueLimit} runs are already waiting.`,
        'Stop one of them, or wait until one has finished.',
      );
    const id = randomUUID();
    const prediction = params.prediction
      ? this.options.usePrediction(params.lab, params.prediction, id)
      : null;
    const run = newRun({
      id,
      number: ++this.lastNumber,
      lab: params.lab,
      labVersion: version,
      parameters,
      seed: params.seed,
      preset: params.preset,
      prediction,
      measuredFrom: params.measuredFrom,
    });
    this.live.set(id, {
      run,
      measured: reuse,
      reuse,
      abort: new AbortController(),
      startedMs: performance.now(),
    });
    this.queue.push(id);
    this.out.add(id, run);
    this.startNext();
    return this.live.get(id)!.run;
  }

  /** Answers at once with what there is so far; compute is told, and replaced where it does not yield in time. */
  async stop(id: string): Promise<RunSnapshot> {
    const live = this.live.get(id);
    if (!live) return snapshotOf(await this.options.store.get(id));
    const waiting = this.queue.indexOf(id);
    if (waiting >= 0) this.queue.splice(waiting, 1);
    live.abort.abort();
    return this.end(live, { status: 'stopped', complete: false });
  }

  /** Running and waiting runs and all ended ones, in the order of their numbers. */
  list(lab?: string): RunSummary[] {
    const going = [...this.live.values()].map(({ run }) => runSummary.parse(run));
    const all = [...this.options.store.list().filter(({ id }) => !this.live.has(id)), ...going];
    return all
      .filter((run) => lab === undefined || run.lab === lab)
      .sort((a, b) => a.number - b.number);
  }

  /** The whole card; of a run that has not ended, what there is so far. Throws `unknown-run`. */
  async get(id: string): Promise<RunCard> {
    const live = this.live.get(id);
    return live ? this.card(live) : this.options.store.get(id);
  }

  async pin(id: string, pinned: boolean): Promise<RunSummary> {
    const live = this.live.get(id);
    if (live) {
      this.update(live, { pinned });
      return runSummary.parse(live.run);
    }
    const card = { ...(await this.options.store.get(id)), pinned };
    await this.save(card);
    this.out.flush(id, snapshotOf(card));
    return summaryOf(card);
  }

  /** The number that an imported run gets: its own where that is free. */
  freeNumber(wanted: number): number {
    const taken = this.list().some(({ number }) => number === wanted);
    return taken ? this.lastNumber + 1 : wanted;
  }

  /**
   * Takes in a card that was not made by a run of this Lectern, saves it and tells every window.
   * Throws `storage` where it can't be saved.
   */
  async adopt(card: RunCard): Promise<RunSummary> {
    await this.options.store.put(card);
    return this.show(card);
  }

  /** Tells every window of a run that is there again. */
  show(card: RunCard): RunSummary {
    this.lastNumber = Math.max(this.lastNumber, card.number);
    this.out.flush(card.id, snapshotOf(card));
    return summaryOf(card);
  }

  /** A card that could not be written is written now: takes back what was said of it. */
  saved(card: RunCard): void {
    this.options.retract(`unsaved-${card.id}`);
    this.out.flush(card.id, snapshotOf(card));
  }

  isLive(id: string): boolean {
    return this.live.has(id);
  }

  /** Asks a finished run: see `Questions`. */
  ask(
    id: string,
    name: string,
    question: RunCard['result'],
    signal: AbortSignal,
  ): Promise<RunCard['result']> {
    return this.questions.ask(id, name, question, signal);
  }

  /** Progress from compute: of the current run, or of an ended one that is being rebuilt for a question. */
  progress(id: string, { phase, points, partial, measured, training }: Progress): void {
    const live = this.live.get(id);
    if (live?.run.status === 'running') {
      if (measured !== undefined) live.measured = measured;
      const result = partial === undefined ? live.run.result : partial;
      const series = points ? appendSeries(live.run.series, points) : live.run.series;
      const backend = training?.backend ?? live.run.backend;
      const durationMs = performance.now() - live.startedMs;
      this.update(live, { phase, result, series, backend, durationMs });
      if (training?.fault) this.options.notify(stepByStepNotice(training.fault));
    } else this.questions.progress(id, phase);
  }

  /** Starts the next run where compute is ready and free. Called on every change of either. */
  startNext(): void {
    if (this.current !== null || this.options.compute.state.state !== 'ready') return;
    const live = this.live.get(this.queue.shift() ?? '');
    if (live) void this.execute(live);
  }

  /** Stops everything and waits until it is saved. */
  async close(): Promise<void> {
    for (const id of [...this.live.keys()]) await this.stop(id);
    while (this.saves.size > 0) await Promise.all(this.saves);
  }

  /** Stops everything, as `close` does, and counts from 1 again. Answers that are still awaited are no longer shown. */
  async empty(): Promise<void> {
    await this.close();
    this.questions.forget();
    this.lastNumber = 0;
  }

  private async execute(live: Live): Promise<void> {
    const { compute } = this.options;
    const { id, lab, parameters, seed } = live.run;
    this.current = id;
    live.startedMs = performance.now();
    this.update(live, {
      status: 'running',
      startedAt: new Date().toISOString(),
      backend: compute.info?.backend ?? null,
    });
    let killTimer: NodeJS.Timeout | undefined;
    live.abort.signal.addEventListener(
      'abort',
      () => (killTimer = setTimeout(() => compute.replace(), stopWithinMs)),
      { once: true },
    );
    try {
      const outcome = await compute.call(
        'run.execute',
        { run: id, lab, parameters, seed, measured: live.reuse },
        live.abort.signal,
      );
      if (live.run.status === 'running') {
        compute.worked();
        live.measured = outcome.measured;
        this.end(live, { status: 'finished', complete: true, result: outcome.result });
      }
    } catch (error) {
      if (live.run.status === 'running')
        this.end(live, { status: 'failed', complete: false, error: failure(error) });
    } finally {
      clearTimeout(killTimer);
      this.current = null;
      this.startNext();
    }
  }

  private update(live: Live, change: Partial<RunSnapshot>): void {
    live.run = { ...live.run, ...change };
    this.out.add(live.run.id, live.run);
  }

  private end(live: Live, change: Partial<RunSnapshot>): RunSnapshot {
    const durationMs = live.run.status === 'queued' ? 0 : performance.now() - live.startedMs;
    live.run = { ...live.run, ...change, phase: null, durationMs };
    this.out.flush(live.run.id, live.run);
    const saving = this.save(this.card(live));
    // From here on the store answers for it, also while the file is being written.
    this.live.delete(live.run.id);
    const saved = saving.then((error) => {
      if (error) this.out.flush(live.run.id, { ...live.run, error: live.run.error ?? error });
    });
    this.saves.add(saved);
    void saved.finally(() => this.saves.delete(saved));
    return live.run;
  }

  /** Saves a card; a failure becomes a notice and is returned, and the card stays in memory. */
  private async save(card: RunCard): Promise<ErrorData | null> {
    const id = `unsaved-${card.id}`;
    try {
      await this.options.store.put(card);
      this.options.retract(id);
      return null;
    } catch (error) {
      const data = toErrorData(error);
      this.options.notify({ id, what: data.what, safe: data.safe, next: data.next });
      return data;
    }
  }

  private card(live: Live): RunCard {
    return makeCard(live.run, live.measured, this.options.compute.info, this.options.version);
  }

  private async measurements(lab: string, id: string): Promise<RunCard['measured']> {
    const card = await this.get(id);
    if (card.lab !== lab)
      throw problem(
        'bad-request',
        `Run ${card.number} is of another lab: its measurements don't fit.`,
        'Choose a run of this lab.',
      );
    if (card.measured === null || !this.options.catalog.acceptsMeasured(lab, card.measured))
      throw problem(
        'bad-request',
        `Run ${card.number} has no complete measurements to reuse.`,
        'Choose a finished run, or measure anew.',
      );
    return card.measured;
  }
}
