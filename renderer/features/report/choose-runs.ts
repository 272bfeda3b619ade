import type { Story, StoryPart } from '../../../labs/view.ts';
import type { Annotations } from '../../../main/contract/annotation.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { isLive } from '../../model/runs/choose-run.ts';

/** At most so many runs of a lab stand in a report: who pinned hundreds gets pages that can still be read. */
export const mostRuns = 8;

export interface ChosenRuns {
  /** In the order in which they were made. */
  runs: RunSnapshot[];
  /** 'kept': pinned or starred · 'newest': nothing is, so the newest that came to its end · 'none': there is no such run. */
  why: 'kept' | 'newest' | 'none';
  /** Kept runs that are left out, the oldest. */
  left: number;
}

/** Which runs of one lab stand in the report: the newest of those that were pinned or starred; without any, the newest complete one. */
export function chooseRuns(
  all: readonly RunSnapshot[],
  annotations: Annotations,
  most = mostRuns,
): ChosenRuns {
  const ended = all.filter((run) => !isLive(run)).sort((a, b) => a.number - b.number);
  const kept = ended.filter((run) => run.pinned || annotations[run.id]?.starred === true);
  if (kept.length > 0)
    return { runs: kept.slice(-most), why: 'kept', left: Math.max(0, kept.length - most) };
  const newest = ended.filter((run) => run.complete).at(-1);
  return newest ? { runs: [newest], why: 'newest', left: 0 } : { runs: [], why: 'none', left: 0 };
}

/**
 * The part of the story whose figure stands for a run: the one that its prediction was made in, else the one that runs its preset. Where
 * that part's figure is played with rather than looked at, and where neither is known, the first part that draws one by itself.
 */
export function partOfRun(
  story: Story,
  run: Pick<RunSnapshot, 'prediction' | 'preset'>,
): StoryPart | null {
  const own =
    story.parts.find((part) => part.steps.some((step) => step.id === run.prediction?.step)) ??
    story.parts.find((part) =>
      part.steps.some((step) => step.kind === 'run' && step.preset === run.preset),
    );
  return own && own.onPaper !== false
    ? own
    : (story.parts.find((part) => part.onPaper !== false) ?? null);
}
