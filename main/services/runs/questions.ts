import { LecternError } from '../../contract/errors.ts';
import type { Progress, RunCard, RunSnapshot } from '../../contract/run.ts';
import type { ComputeProcess } from '../compute/compute-process.ts';
import type { Throttled } from './broadcast.ts';
import { snapshotOf } from './card.ts';

export interface QuestionsOptions {
  compute: ComputeProcess;
  /** The card of a run that ended; null while it waits or runs. Throws `unknown-run`. */
  endedCard: (id: string) => Promise<RunCard | null>;
  /** Tells every window. */
  out: Throttled<RunSnapshot>;
}

/** A run that is being asked something right now. */
interface Asked {
  card: RunCard;
  /** Questions that are not answered yet. */
  count: number;
  /** Whether windows were told that it is being rebuilt. */
  shown: boolean;
}

/** Questions to runs that finished. While compute rebuilds such a run for one, windows see how far it is. */
export class Questions {
  private readonly asking = new Map<string, Asked>();

  constructor(private readonly options: QuestionsOptions) {}

  /**
   * Asks a finished run. Where compute no longer holds it, it is rebuilt there with the same measurements.
   * Throws `bad-request` for a run that has not finished, `unknown-run` and what the lab says of the question.
   */
  async ask(
    id: string,
    name: string,
    question: RunCard['result'],
    signal: AbortSignal,
  ): Promise<RunCard['result']> {
    const { compute, endedCard, out } = this.options;
    const card = await endedCard(id);
    if (card?.status !== 'finished')
      throw new LecternError({
        code: 'bad-request',
        what: 'Only a finished run can be asked.',
        safe: 'Nothing was changed.',
        next: 'Wait until it has finished, or run it to its end.',
      });
    const { lab, parameters, seed, measured } = card;
    const asked = this.asking.get(id) ?? { card, count: 0, shown: false };
    this.asking.set(id, asked);
    asked.count++;
    try {
      const answer = await compute.call(
        'lab.ask',
        { run: id, lab, name, question, parameters, seed, measured },
        signal,
      );
      compute.worked();
      return answer;
    } finally {
      if (--asked.count === 0) {
        this.asking.delete(id);
        if (asked.shown) out.flush(id, snapshotOf(card));
      }
    }
  }

  /** Progress from compute that is not of the current run: shown where the run is being rebuilt for a question. */
  progress(id: string, phase: Progress['phase']): void {
    const asked = this.asking.get(id);
    if (!asked) return;
    asked.shown = true;
    this.options.out.add(id, { ...snapshotOf(asked.card), phase });
  }

  /** Forgets all questions: answers that are still awaited are no longer shown. */
  forget(): void {
    for (const asked of this.asking.values()) asked.shown = false;
    this.asking.clear();
  }
}
