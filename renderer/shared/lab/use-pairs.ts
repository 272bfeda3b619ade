import { useEffect, useMemo, useState } from 'react';
import type { RunSnapshot } from '../../../main/contract/run.ts';
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
const keyOf = (run: string) => `${numberMarks().group}${numberMarks().decimal}${run}`;

/**
 * Of these runs, the ones with a prediction: said and was. The results are fetched one after
 * another, so that a long list asks for little at once.
 */
export function usePairs(runs: readonly RunSnapshot[]): ReadonlyMap<string, Pair | null> {
  const host = useHost();
  const reachable = useReachable();
  const [arrived, setArrived] = useState(0);
  const wanted = runs
    .filter((run) => run.prediction && run.complete)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    if (!reachable) return;
    let live = true;
    const fetchAll = async () => {
      for (const id of wanted.split(' ').filter((one) => one && !known.has(keyOf(one)))) {
        try {
          const card = await cardsOf(host).get(id);
          const { lab, story } = await loadLab(card.lab);
          const part = partOf(story, card.prediction!.step);
          const step = stepOf(story, card.prediction!.step);
          const pair = (standing: Standing) => pairOf(card, card.result, step, standing);
          known.set(keyOf(id), {
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
  }, [host, wanted, reachable]);
  const all = useKnownRuns();
  return useMemo(
    () =>
      new Map(
        runs.map((run) => {
          // Until its result is here a run shows what was said.
          const told = known.get(keyOf(run.id));
          if (!told) return [run.id, pairOf(run, null, null, 'judged')];
          const standing = told.asking && standingOf(told.asking, run, all);
          return [run.id, told.pairs[standing ?? 'judged']];
        }),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `arrived` says that `known` has changed.
    [runs, all, arrived],
  );
}
