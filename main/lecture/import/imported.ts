/** A deck in another form as a folder of ours, and what of it has no counterpart here. */
export interface Imported {
  title: string;
  slides: string[];
  lost: Lost[];
}

/** Something that was left out. */
export interface Lost {
  /** Of the file that was imported, from 1. */
  line: number;
  what: string;
}

/** The lines of a slide, each with its number in the file. */
export interface DeckLine {
  number: number;
  text: string;
}

export const deckLines = (text: string): DeckLine[] =>
  text.split('\n').map((line, index) => ({ number: index + 1, text: line }));

/** Parts lines at those that `divides` says, outside of fenced code. */
export function partAt(
  lines: readonly DeckLine[],
  divides: (line: string) => boolean,
): DeckLine[][] {
  const parts: DeckLine[][] = [[]];
  let fence: string | null = null;
  for (const line of lines) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (fence === null && divides(line.text)) {
      parts.push([]);
      continue;
    }
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    parts.at(-1)!.push(line);
  }
  return parts;
}

/** Whether a line stands within fenced code, line by line. */
export function outsideCode(): (line: string) => boolean {
  let fence: string | null = null;
  return (line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) {
      fence = null;
      return false;
    }
    return fence === null;
  };
}

/** Notes in our form. */
export const notesBlock = (words: string): string =>
  words.trim() === '' ? '' : `\n\n:::notes\nSay: ${words.trim()}\n:::`;

/** A block that comes with a press, in our form. */
export const stepBlock = (words: string): string => `:::step\n${words.trim()}\n:::`;
