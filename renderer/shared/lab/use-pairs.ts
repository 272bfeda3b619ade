import { useEffect, useMemo, useState } from 'react';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { cardsOf } from '../../host/card-cache.ts';
import { useReachable } from '../../host/use-cards.ts';
import { useHost } from '../../host/use-host.ts';
import { numberMarks } from '../../kit/number/number-language.ts';
import { loadLab } from '../../model/lab/registry.ts';
import { pairOf, stepOf, type Pair } from '../../model/prediction/pair.ts';

/** Pairs of runs that ended never change; they are worked out once in each window, and once more in each language of numbers. */
const known = new Map<string, Pair | null>();
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
          const { story } = await loadLab(card.lab);
          known.set(keyOf(id), pairOf(card, card.result, stepOf(story, card.prediction!.step)));
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
  // Until its result is here a run shows what was said.
  return useMemo(
    () => new Map(runs.map((run) => [run.id, known.get(keyOf(run.id)) ?? pairOf(run, null, null)])),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `arrived` says that `known` has changed.
    [runs, arrived],
  );
}
