import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RunCard } from '../../main/contract/run.ts';
import type { Host } from './host.ts';

type Cards = Readonly<Record<string, RunCard>>;

/** So many cards that nobody holds are kept: a card may take a megabyte, and a window may be open all day. */
export const keptUnheld = 32;

/** The cards of ended runs, one copy of each for the whole window. */
export interface CardCache {
  /** The cards that are here now, by run. */
  store: StoreApi<Cards>;
  /** A run's card, fetched where it is not here. Rejects where it can't be had; whoever asks next tries again. */
  get(run: string): Promise<RunCard>;
  /** These are on screen and must not be let go. Gives what ends that. */
  hold(runs: readonly string[]): () => void;
}

const caches = new WeakMap<Host, CardCache>();

/** The window's one cache, made when it is first asked for: the first slide needs none. */
export function cardsOf(host: Host): CardCache {
  const cache = caches.get(host) ?? createCardCache(host);
  caches.set(host, cache);
  return cache;
}

/** Makes a cache. It follows the list of runs: what is told of a run there holds for its card too. */
export function createCardCache({ store: host, call }: Pick<Host, 'store' | 'call'>): CardCache {
  const store = createStore<Cards>(() => ({}));
  const asked = new Map<string, Promise<RunCard>>();
  const holders = new Map<string, number>();

  /** Puts cards in place, and lets the oldest go that nobody holds. */
  const show = (cards: Cards) => {
    const free = Object.keys(cards).filter((id) => !holders.has(id));
    const surplus = new Set(free.slice(0, Math.max(0, free.length - keptUnheld)));
    store.setState(without(cards, surplus), true);
  };

  const fetchCard = (id: string): Promise<RunCard> => {
    const answer = call('run.get', { run: id });
    asked.set(id, answer);
    const settled = (card: RunCard | null) => {
      // It was removed or went on while the answer was under way: the answer is older than that.
      if (asked.get(id) !== answer) return;
      asked.delete(id);
      if (card && !isUnderWay(card)) show({ ...store.getState(), [id]: withPin(card) });
    };
    answer.then(settled, () => settled(null));
    return answer;
  };

  /** A card says whether its run is pinned, the one thing of it that changes afterwards. */
  const withPin = (card: RunCard): RunCard => {
    const pinned = host.getState().runs[card.id]?.pinned ?? card.pinned;
    return pinned === card.pinned ? card : { ...card, pinned };
  };

  host.subscribe(({ runs }, { runs: before }) => {
    if (runs === before) return;
    const cards = store.getState();
    const outdated = new Set(
      [...asked.keys(), ...Object.keys(cards)].filter(
        (id) => before[id] && runs[id]?.status !== before[id].status,
      ),
    );
    for (const id of outdated) asked.delete(id);
    const left = Object.values(without(cards, outdated));
    const now = left.map(withPin);
    if (outdated.size > 0 || now.some((card, i) => card !== left[i]))
      store.setState(Object.fromEntries(now.map((card) => [card.id, card])), true);
  });

  return {
    store,
    get: (id) => {
      const card = store.getState()[id];
      return card ? Promise.resolve(card) : (asked.get(id) ?? fetchCard(id));
    },
    hold: (ids) => {
      for (const id of ids) holders.set(id, (holders.get(id) ?? 0) + 1);
      let holds = true;
      return () => {
        if (!holds) return;
        holds = false;
        for (const id of ids) {
          const left = holders.get(id)! - 1;
          if (left > 0) holders.set(id, left);
          else holders.delete(id);
        }
        show(store.getState());
      };
    },
  };
}

const isUnderWay = ({ status }: RunCard) => status === 'queued' || status === 'running';

const without = (cards: Cards, ids: ReadonlySet<string>): Cards =>
  ids.size === 0 ? cards : Object.fromEntries(Object.entries(cards).filter(([id]) => !ids.has(id)));
