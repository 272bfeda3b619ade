import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { LecternError } from '../../contract/errors.ts';
import { importDeck, type ImportedDeck } from '../../lecture/import/import-deck.ts';
import { decodeText } from '../../lecture/read/text.ts';
import { whyNotRead } from '../files/why-not-read.ts';
import { writeLecture } from '../../services/lecture/new-lecture.ts';

const largest = 16 * 1024 * 1024;

/**
 * Makes a lecture's folder of a deck in another form. Throws `bad-file` where it can't be read, `bad-request` where the folder holds
 * anything; nothing is written then.
 * @returns with the pictures that the slides name, which have to be copied
 */
export async function importFile(
  deck: string,
  folder: string,
): Promise<ImportedDeck & { pictures: string[] }> {
  const bytes = await readFile(deck).catch((error: unknown) => {
    throw unreadable(deck, whyNotRead(error));
  });
  const text = bytes.length <= largest ? decodeText(bytes) : null;
  if (text === null) throw unreadable(deck, 'it is no text, or too large');
  const made = importDeck(text);
  await writeLecture(folder, made.files);
  const named = made.files['slides.md']!.matchAll(/!\[[^\]]*\]\(([^)\s]+)/g);
  return { ...made, pictures: [...new Set([...named].map((one) => one[1]!))] };
}

const unreadable = (deck: string, why: string) =>
  new LecternError({
    code: 'bad-file',
    what: `“${basename(deck)}” can’t be read: ${why}.`,
    safe: 'Nothing was written.',
    next: 'Name a Markdown file of reveal.js or Slidev.',
  });
