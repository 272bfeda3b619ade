import { useEffect, useMemo, useState } from 'react';
import type { Prediction, RunSnapshot } from '../../../main/contract/run.ts';
import { cardsOf } from '../../host/card-cache.ts';
import { useKnownRuns } from '../../host/own-runs.ts';
import { useReachable } from '../../host/use-cards.ts';
import { useHost } from '../../host/use-host.ts';
import { numberMarks } from '../../kit/number/number-language.ts';
import { loadLab } from '../../model/lab/registry.ts';
import {
  standingOf,
  type Asking,
  type Standing,
} from '../../model/prediction/judging/judging-run.ts';
import { pairOf, partOf, stepOf, type Pair } from '../../model/prediction/pair.ts';

/** What a run that ended has to say of its prediction: which of the three holds depends on the other runs. */
interface Told {
  asking: Asking | null;
  pairs: Readonly<Record<Standing, Pair | null>>;
}

/** It never changes: worked out once in each window, and once more in each language of numbers. */
const known = new Map<string, Told>();
const keyOf = (run: string, { step, lockedAt }: Prediction) =>
  [numberMarks().group, numberMarks().decimal, run, step, lockedAt].join(' ');

/**
 * Of these runs, the ones of which something was said: said and was. The results are fetched one
 * after another, so that a long list asks for little at once. `said`: see `saidOfRuns`.
 */
export function usePairs(
  runs: readonly RunSnapshot[],
  said: ReadonlyMap<string, Prediction>,
): ReadonlyMap<string, Pair | null> {
  const host = useHost();
  const reachable = useReachable();
  const [arrived, setArrived] = useState(0);
  const wanted = runs
    .filter((run) => said.has(run.id) && run.complete)
    .map(({ id }) => keyOf(id, said.get(id)!))
    .join('\n');
  useEffect(() => {
    if (!reachable) return;
    let live = true;
    const fetchAll = async () => {
      const missing = runs.flatMap(({ id, complete }) => {
        const prediction = complete ? said.get(id) : undefined;
        return prediction && !known.has(keyOf(id, prediction)) ? [{ id, prediction }] : [];
      });
      for (const { id, prediction } of missing) {
        try {
          const card = await cardsOf(host).get(id);
          const { lab, story } = await loadLab(card.lab);
          const part = partOf(story, prediction.step);
          const step = stepOf(story, prediction.step);
          const pair = (standing: Standing) =>
            pairOf({ prediction, complete: card.complete }, card.result, step, standing);
          known.set(keyOf(id, prediction), {
            asking: part && { lab, part },
            pairs: { judged: pair('judged'), later: pair('later'), other: pair('other') },
          });
        } catch {
          // Its own card says what is wrong with it; the list shows what was said.
        }
        if (!live) return;
        setArrived((n) => n + 1);
      }
    };
    void fetchAll();
    return () => void (live = false);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `wanted` stands for `runs` and `said`.
  }, [host, wanted, reachable]);
  const all = useKnownRuns();
  return useMemo(
    () =>
      new Map(
        runs.map((run) => {
          const prediction = said.get(run.id) ?? null;
          // Until its result is here a run shows what was said.
          const told = prediction && known.get(keyOf(run.id, prediction));
          if (!told) return [run.id, pairOf({ ...run, prediction }, null, null, 'judged')];
          const standing = told.asking && standingOf(told.asking, { ...run, prediction }, all);
          return [run.id, told.pairs[standing ?? 'judged']];
        }),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `arrived` says that `known` has changed.
    [runs, said, all, arrived],
  );
}
