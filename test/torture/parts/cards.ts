import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readCard } from '../../../main/storage/run-store.ts';

/** What lies in a data folder's `runs`. */
export interface CardFiles {
  /** Ids of the cards that are whole and fit their hash. */
  whole: Set<string>;
  /** Files that are no whole card: cut short, changed, or set aside as such. */
  corrupt: string[];
  /** Unfinished files beside the cards, which no start reads. */
  leftOvers: number;
}

/** Reads every card of a data folder from disk and checks its hash. */
export async function readCards(home: string): Promise<CardFiles> {
  const folder = join(home, 'runs');
  const found: CardFiles = { whole: new Set(), corrupt: [], leftOvers: 0 };
  for (const name of await readdir(folder)) {
    if (name.includes('.corrupt-')) found.corrupt.push(name);
    else if (!name.endsWith('.json')) found.leftOvers += 1;
    else {
      const read = readCard(await readFile(join(folder, name), 'utf8'));
      if (read.ok) found.whole.add(read.card.id);
      else found.corrupt.push(name);
    }
  }
  return found;
}

/** Those of the ids whose card is not there whole. */
export const lostOf = (ids: Iterable<string>, { whole }: CardFiles): string[] =>
  [...ids].filter((id) => !whole.has(id));

/**
 * Reads the folder until all of the ids are there, for two seconds at most: a card is written right
 * after its run is said to have ended.
 */
export async function settledCards(home: string, ids: Iterable<string>): Promise<CardFiles> {
  const wanted = [...ids];
  for (let tries = 0; ; tries++) {
    const files = await readCards(home);
    if (tries === 40 || lostOf(wanted, files).length === 0) return files;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
