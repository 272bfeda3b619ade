import type { Story } from '../../../labs/view.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import { outcomeIn, outcomesIn, type Outcome as Came } from '../../model/prediction/outcome.ts';
import type { PredictionProgress } from '../../model/prediction/progress.ts';
import { scorePrediction, type Score } from '../../model/prediction/score.ts';

/** What became of a prediction. */
export type Outcome =
  | { state: 'waiting' }
  /** No run has answered it. */
  | { state: 'none' }
  /** The run that judges it could not be read now. */
  | { state: 'unread' }
  /** `score` is null where the question has no single answer; `was` then too, where there is none at all. */
  | { state: 'known'; was: Came | null; score: Score | null };

/** A prediction, and the run that judges it. */
export interface Job {
  story: Story;
  prediction: PredictionProgress;
  /** Null where there is none yet. */
  run: string | null;
}

/**
 * What every question came out as in the runs that were asked. Small, and never changed by anything later, so it is kept for as long
 * as the window is open, other than the cards it was read from. A card that could not be had leaves nothing behind: the next time
 * it is asked for again.
 */
export class Outcomes {
  private readonly known = new Map<string, ReadonlyMap<string, Came>>();
  private readonly failed = new Set<string>();

  /** Asks for cards, one after another, and only those that are needed. `onNews` hears of each; `live` says whether to go on. */
  async fetch(
    jobs: readonly Job[],
    card: (run: string) => Promise<RunCard>,
    onNews: () => void,
    live: () => boolean,
  ): Promise<void> {
    this.failed.clear();
    for (const { story, prediction, run } of jobs) {
      if (prediction.step.needsRun === false) continue;
      if (run === null || this.known.has(run) || this.failed.has(run)) continue;
      await this.ask(run, story, card);
      if (!live()) return;
      onNews();
    }
  }

  private async ask(run: string, story: Story, card: (run: string) => Promise<RunCard>) {
    try {
      this.known.set(run, outcomesIn(story, (await card(run)).result));
    } catch {
      // Its own card says what is wrong with it.
      this.failed.add(run);
    }
  }

  /** What is known so far. `listed`: whether the list of runs is whole. */
  of({ prediction: { step, said }, run }: Job, listed: boolean): Outcome {
    if (step.needsRun === false) {
      const was = outcomeIn(step, null);
      return { state: 'known', was, score: scorePrediction(step, said!, was) };
    }
    if (run === null) return { state: listed ? 'none' : 'waiting' };
    if (this.failed.has(run)) return { state: 'unread' };
    const found = this.known.get(run);
    if (!found) return { state: 'waiting' };
    const was = found.get(step.id) ?? null;
    return { state: 'known', was, score: scorePrediction(step, said!, was) };
  }
}
