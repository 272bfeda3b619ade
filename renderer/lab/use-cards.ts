import { useEffect, useState } from 'react';
import type { RunCard } from '../../main/contract/run.ts';
import { useHost } from '../host/use-host.ts';

/** At most this many cards are asked for at once: pins beyond them wait. */
const kept = 24;

/**
 * The cards of ended runs, fetched once each. A card that can't be had is left out and reported.
 * The key list, not the array, decides when to fetch: callers may pass a fresh array each time.
 */
export function useCards(ids: readonly string[]): Readonly<Record<string, RunCard>> {
  const host = useHost();
  const [cards, setCards] = useState<Readonly<Record<string, RunCard>>>({});
  const wanted = ids.slice(0, kept).join(' ');
  useEffect(() => {
    let live = true;
    for (const id of wanted.split(' ').filter(Boolean)) {
      if (cards[id]) continue;
      host.call('run.get', { run: id }).then(
        (card) => live && setCards((known) => ({ ...known, [id]: card })),
        (error) => live && host.report(error),
      );
    }
    return () => void (live = false);
    // `cards` is left out: what has just arrived must not ask for the rest again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [host, wanted]);
  return cards;
}
