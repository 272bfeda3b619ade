/** Some lines of the lab's own source, and what they do. */
export interface ShownPiece {
  /** Below the lab's folder; `../` leads to what labs share. */
  file: string;
  /** How the first line begins, without its indent: one line of the file only. */
  from: string;
  /** How the last line begins, its indent included: the first such line after `from`, or `from` itself. */
  to: string;
  /** One sentence for these lines. */
  says: string;
  /** Parameters of a run that these lines name: their values are filled in. */
  fills?: readonly string[];
}

/** The code behind one part's figure: three to six pieces, in the order in which they are read. */
export interface ShownFigure {
  part: string;
  pieces: readonly ShownPiece[];
}

/** A word of a line, with how it is coloured: "keyword", "string" …, or null. */
export type ShownWord = readonly [colour: string | null, text: string];

/** A piece as it is drawn: cut out of its file and coloured while the program is built. */
export interface ShownLines {
  /** From the project's folder. */
  file: string;
  /** Number of the first line in its file. */
  first: number;
  lines: readonly (readonly ShownWord[])[];
  says: string;
  fills: readonly string[];
}

/**
 * Where a piece stands in its file: numbers of its first and last line, from 1. Throws an Error that says what is wrong where there is no
 * such line, or more than one that it could begin with.
 */
export function findPiece(
  lines: readonly string[],
  { file, from, to }: Pick<ShownPiece, 'file' | 'from' | 'to'>,
): { first: number; last: number } {
  const starts = lines.flatMap((line, i) => (line.trimStart().startsWith(from) ? [i] : []));
  if (starts.length !== 1)
    throw new Error(`${file}: ${starts.length} lines begin with "${from}"; one must.`);
  const first = starts[0]!;
  const last = lines.findIndex((line, i) => i >= first && line.startsWith(to));
  if (last < 0) throw new Error(`${file}: no line after "${from}" begins with "${to}".`);
  return { first: first + 1, last: last + 1 };
}
