import { useEffect, useMemo, useState } from 'react';
import type { Story } from '../../../labs/view.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { attempt } from '../../model/lab/attempt.ts';
import { outcomeRuns } from '../../model/prediction/outcome-runs.ts';
import type { PredictionProgress } from '../../model/prediction/progress.ts';
import { scorePrediction, type Score } from '../../model/prediction/score.ts';

/** What became of a prediction. */
export type Outcome =
  | { state: 'waiting' }
  /** No run has answered it. */
  | { state: 'none' }
  /** `score` is null where the question has no single answer; `was` then too, where there is none at all. */
  | { state: 'known'; was: number | string | null; score: Score | null };

export interface Asked {
  lab: string;
  story: Story;
  prediction: PredictionProgress;
}

/** Of each ended run, what every question of its lab came out as: cards never change, so each is fetched once in a window. */
const known = new Map<string, ReadonlyMap<string, number | string>>();

const keyOf = ({ lab, prediction }: Asked) => `${lab}/${prediction.step.id}`;

/**
 * What became of the locked ones among these predictions, by "lab/step". Runs are fetched one after
 * another, and only those that are needed.
 */
export function useOutcomes(asked: readonly Asked[]): ReadonlyMap<string, Outcome> {
  const host = useHost();
  const all = useHostState((state) => state.runs);
  const annotations = useHostState((state) => state.annotations);
  const listed = useHostState((state) => state.listed);
  const [arrived, setArrived] = useState(0);
  const jobs = useMemo(() => {
    const runs = Object.values(all);
    return asked
      .filter(({ prediction }) => prediction.said)
      .map((one) => ({
        ...one,
        key: keyOf(one),
        runs: outcomeRuns(one.lab, one.prediction, runs, annotations).map(({ id }) => id),
      }));
  }, [asked, all, annotations]);
  // A run's progress makes the list anew many times a second; only another choice of runs is worth asking for.
  const wanted = jobs.map(({ key, runs }) => `${key} ${runs.join(' ')}`).join('\n');
  useEffect(() => {
    let live = true;
    const fetchAll = async () => {
      for (const { runs, story, prediction } of jobs) {
        for (const id of runs) {
          if (!known.has(id)) {
            const result = await host.call('run.get', { run: id }).then(
              (card) => card.result,
              () => null,
            );
            known.set(id, outcomesOf(story, result));
            if (!live) return;
            setArrived((n) => n + 1);
          }
          if (known.get(id)!.has(prediction.step.id)) break;
        }
      }
    };
    void fetchAll();
    return () => void (live = false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `wanted` stands for `jobs`.
  }, [host, wanted]);
  return useMemo(() => {
    const outcome = ({ prediction: { step, said }, runs }: (typeof jobs)[number]): Outcome => {
      for (const id of runs) {
        const found = known.get(id);
        if (!found) return { state: 'waiting' };
        const was = found.get(step.id);
        if (was !== undefined)
          return { state: 'known', was, score: scorePrediction(step, said!, was) };
      }
      if (runs.length > 0) return { state: 'known', was: null, score: null };
      return { state: listed ? 'none' : 'waiting' };
    };
    return new Map(jobs.map((job) => [job.key, outcome(job)]));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `arrived` says that `known` has changed.
  }, [jobs, listed, arrived]);
}

function outcomesOf(story: Story, result: unknown): ReadonlyMap<string, number | string> {
  const found = new Map<string, number | string>();
  if (result === null || result === undefined) return found;
  for (const step of story.parts.flatMap((part) => part.steps)) {
    const was = step.kind === 'predict' ? attempt(() => step.outcome(result)) : null;
    if (was !== null) found.set(step.id, was);
  }
  return found;
}
