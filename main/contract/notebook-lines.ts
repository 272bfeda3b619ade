import { notebookHead, notebookLine, notebookVersion, type NotebookLine } from './notebook-file.ts';

/** A line or a single card longer than this, in characters, can't be a run: a message to the host holds 1 MiB. */
export const longestLine = 2 * 1024 * 1024;

export type FileKind = { kind: 'notebook'; runs: number } | { kind: 'newer' } | { kind: 'card' };

/** What a file is, from its first line. */
export function kindOf(first: string): FileKind {
  const read = notebookHead.safeParse(parse(first.replace(/^\uFEFF/, '')));
  if (!read.success) return { kind: 'card' };
  return read.data.formatVersion > notebookVersion
    ? { kind: 'newer' }
    : { kind: 'notebook', runs: read.data.runs };
}

/** One line of a notebook; null where it is none, as the last line of a file that was cut short. */
export function readLine(text: string): NotebookLine | null {
  try {
    const read = notebookLine.safeParse(parse(text));
    return read.success ? read.data : null;
  } catch {
    // So deep in lists that reading it runs out of stack.
    return null;
  }
}

/**
 * The lines of a stream of text, empty ones left out. One that is too long comes as null, as soon as
 * it is: whoever then asks for no more reads no more. The rest is read on.
 */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  longest = longestLine,
): AsyncGenerator<string | null> {
  let rest = '';
  let tooLong = false;
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      if (!tooLong && part.length > longest) yield null;
      else if (!tooLong && part.trim() !== '') yield part;
      tooLong = false;
    }
    if (tooLong) rest = '';
    else if (rest.length > longest) {
      tooLong = true;
      rest = '';
      yield null;
    }
  }
  if (rest.trim() !== '') yield rest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
