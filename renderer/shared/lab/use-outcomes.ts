import { useEffect, useMemo, useState } from 'react';
import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import { cardsOf } from '../../host/card-cache.ts';
import { useKnownRuns } from '../../host/own-runs.ts';
import { useReachable } from '../../host/use-cards.ts';
import { useHost, useHostState } from '../../host/use-host.ts';
import { judgeOf } from '../../model/prediction/judging/judging-run.ts';
import type { PredictionProgress } from '../../model/prediction/progress.ts';
import { Outcomes, type Outcome } from './outcomes.ts';

export interface Asked {
  lab: Lab;
  story: Story;
  prediction: PredictionProgress;
}

/** One for the window: what a run said is not asked again when the room is opened again. */
const outcomes = new Outcomes();

const keyOf = ({ lab, prediction }: Asked) => `${lab.id}/${prediction.step.id}`;

/** What became of the locked ones among these predictions, by "lab/step". */
export function useOutcomes(asked: readonly Asked[]): ReadonlyMap<string, Outcome> {
  const host = useHost();
  const reachable = useReachable();
  const known = useKnownRuns();
  const listed = useHostState((state) => state.listed);
  const [arrived, setArrived] = useState(0);
  const jobs = useMemo(() => {
    return asked.flatMap((one) => {
      const { part, step, said } = one.prediction;
      if (!said) return [];
      const { lab } = one;
      const judge = judgeOf({ lab, part }, { step: step.id, lockedAt: said.lockedAt }, known);
      return [{ ...one, key: keyOf(one), run: judge?.id ?? null }];
    });
  }, [asked, known]);
  // A run's progress makes the list anew many times a second; only another choice of runs is worth asking for.
  const wanted = jobs.map(({ key, run }) => `${key} ${run}`).join('\n');
  useEffect(() => {
    if (!reachable) return;
    let live = true;
    void outcomes.fetch(
      jobs,
      cardsOf(host).get,
      () => setArrived((n) => n + 1),
      () => live,
    );
    return () => void (live = false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `wanted` stands for `jobs`.
  }, [host, wanted, reachable]);
  return useMemo(
    () => new Map(jobs.map((job) => [job.key, outcomes.of(job, listed)])),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `arrived` says that `outcomes` has changed.
    [jobs, listed, arrived],
  );
}
