import { useEffect, useState } from 'react';
import type { RunCard } from '../../main/contract/run.ts';
import { useHost } from './use-host.ts';

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
    const ids = wanted.split(' ').filter(Boolean);
    for (const id of ids) {
      if (cards[id]) continue;
      host.call('run.get', { run: id }).then(
        // Those that nobody wants any more are let go: a lab may be open for hundreds of runs.
        (card) =>
          live &&
          setCards((known) => ({
            ...Object.fromEntries(ids.flatMap((one) => (known[one] ? [[one, known[one]]] : []))),
            [id]: card,
          })),
        (error) => live && host.report(error),
      );
    }
    return () => void (live = false);
    // `cards` is left out: what has just arrived must not ask for the rest again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [host, wanted]);
  return cards;
}
