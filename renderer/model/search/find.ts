/** Something the palette can open. */
export interface Entry {
  /** Unique: React's key. */
  id: string;
  kind: 'slide' | 'lab' | 'step' | 'action';
  title: string;
  /** Shown small at the right: a slide's number, the lab of a step, a key. */
  hint: string;
  /** More words that find it: its id, its part. */
  words: string;
  /** What was found inside a slide or its notes, with the words around it. */
  excerpt?: { before: string; hit: string; after: string };
  run: () => void;
}

/**
 * Entries that match every word typed, best first: an exact number, then an exact id, then by how early and how whole the
 * words stand in the title. Case and accents do not matter. An empty query keeps everything in its order.
 */
export function findEntries<E extends Pick<Entry, 'title' | 'hint' | 'words'>>(
  entries: readonly E[],
  query: string,
): E[] {
  const typed = wordsOf(query);
  if (typed.length === 0) return [...entries];
  return entries
    .map((entry, index) => ({ entry, index, score: score(entry, typed) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((one) => one.entry);
}

function score(entry: Pick<Entry, 'title' | 'hint' | 'words'>, typed: string[]): number {
  const title = wordsOf(entry.title);
  const others = [...wordsOf(entry.words), ...wordsOf(entry.hint)];
  const whole = typed.join(' ');
  let sum = 0;
  if (whole === wordsOf(entry.hint).join(' ')) sum = 100;
  else if (whole === wordsOf(entry.words.split(' ')[0] ?? '').join(' ')) sum = 50;
  for (const word of typed) {
    const at = title.findIndex((one) => one.startsWith(word));
    if (at >= 0) sum += (title[at] === word ? 12 : 8) - Math.min(at, 6);
    else if (others.some((one) => one.startsWith(word))) sum += 2;
    else return 0;
  }
  return sum;
}

/** Words and numbers; 11.7 is one number, not the words 11 and 7. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu) ?? []
  );
}
