/** What one chunk of the renderer asks for, as names of chunks. */
export interface Chunk {
  /** Bytes as sent, compressed. */
  gzip: number;
  imports: string[];
  dynamic: string[];
}
export type Chunks = ReadonlyMap<string, Chunk>;

/** A chunk and all it imports statically, directly or not. Throws for a chunk that is not there. */
export function closure(chunks: Chunks, entries: readonly string[]): Set<string> {
  const found = new Set<string>();
  const left = [...entries];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (found.has(name)) continue;
    const chunk = chunks.get(name);
    if (!chunk) throw new Error(`The build asks for ${name}, which is not there.`);
    found.add(name);
    left.push(...chunk.imports);
  }
  return found;
}

export interface Later {
  name: string;
  /** Compressed bytes that loading it adds to the initial ones: itself and what it alone imports. */
  adds: number;
}

export interface Weight {
  /** Compressed bytes of the entry and all it imports statically. */
  initial: number;
  initialChunks: string[];
  /** Everything that is loaded on demand, heaviest first. */
  later: Later[];
}

/** What the first screen has to load, and what each part loaded on demand adds to it. */
export function weigh(chunks: Chunks, entries: readonly string[]): Weight {
  const first = closure(chunks, entries);
  const size = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + chunks.get(name)!.gzip, 0);
  const reached = new Set<string>();
  const left = [...first];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const { imports, dynamic } = chunks.get(name) ?? { imports: [], dynamic: [] };
    for (const next of [...imports, ...dynamic]) {
      if (reached.has(next)) continue;
      reached.add(next);
      left.push(next);
    }
  }
  const asked = new Set(
    [...chunks.values()]
      .flatMap(({ dynamic }) => dynamic)
      .filter((name) => reached.has(name) && !first.has(name)),
  );
  const later = [...asked].map((name) => ({
    name,
    adds: size([...closure(chunks, [name])].filter((part) => !first.has(part))),
  }));
  return {
    initial: size(first),
    initialChunks: [...first].sort(),
    later: later.sort((a, b) => b.adds - a.adds || (a.name < b.name ? -1 : 1)),
  };
}

/** The scripts that an HTML page names: a build may name a small part of its entry first. */
export const entriesOf = (html: string): string[] =>
  [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((found) => found[1]!);
