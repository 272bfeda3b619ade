import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { RunCard } from '../../main/contract/run.ts';
import { cardsOf } from './card-cache.ts';
import { useHost, useHostState } from './use-host.ts';

/** At most this many cards are asked for at once: pins beyond them wait. */
const mostAsked = 24;

/** Whether the host can be asked. What could not be had is worth asking for again once this is true again. */
export function useReachable(): boolean {
  return useHostState((state) => state.connection !== 'lost');
}

/**
 * The cards of ended runs, from the window's cache. A card that can't be had is left out and reported, and asked for again when the
 * host is back. The ids, not the array, decide when to fetch: callers may pass a fresh array each time.
 */
export function useCards(ids: readonly string[]): Readonly<Record<string, RunCard>> {
  const host = useHost();
  const cards = cardsOf(host);
  const reachable = useReachable();
  const list = ids.slice(0, mostAsked).join(' ');
  const wanted = useMemo(() => list.split(' ').filter(Boolean), [list]);
  useEffect(() => cards.hold(wanted), [cards, wanted]);
  useEffect(() => {
    if (!reachable) return;
    let live = true;
    for (const id of wanted)
      cards.get(id).catch((error: unknown) => {
        if (live) host.report(error);
      });
    return () => void (live = false);
  }, [host, cards, wanted, reachable]);
  const here = useStore(cards.store);
  return useMemo(
    () => Object.fromEntries(wanted.flatMap((id) => (here[id] ? [[id, here[id]]] : []))),
    [here, wanted],
  );
}
