import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentencesIn } from '../plain-text.ts';
import { slideWords } from './slide-words.ts';
import { stringsIn, type Shown } from './strings-in.ts';

export type Room = 'slides' | 'notes' | 'labs' | 'glossary' | 'screens' | 'messages';

/** A sentence that somebody reads, with its words counted. */
interface Counted {
  room: Room;
  /** File and line. */
  where: string;
  sentence: string;
  words: number;
}

const folders: readonly [folder: string, room: Room][] = [
  ['slides', 'slides'],
  ['labs', 'labs'],
  ['renderer/glossary', 'glossary'],
  ['renderer', 'screens'],
  ['main', 'messages'],
];
/** Programs for those who build and check Lectern; what learners and instructors read comes from elsewhere. */
const apart =
  /\.test\.|\.spec\.|fixture|main\/(package|cli\/(test|dev|checks|new|conform|bench|torture|walk))|\.(labs|browser)\./;

/** Every sentence of slides, notes, labs, glossary, screens and messages below `root`. */
export function sentencesOf(root: string): Counted[] {
  const seen = new Set<string>();
  return folders.flatMap(([folder, room]) =>
    filesIn(root, folder).flatMap((file) => {
      if (seen.has(file) || apart.test(file)) return [];
      seen.add(file);
      const source = readFileSync(join(root, file), 'utf8');
      const counted = (shown: readonly Shown[], where: Room) =>
        shown.flatMap(({ text, line }) => countedIn(text, where, `${file}:${line}`));
      if (file.endsWith('.mdx')) {
        const { slides, notes } = slideWords(source);
        return [...counted(slides, 'slides'), ...counted(notes, 'notes')];
      }
      return counted(stringsIn(file, source), room);
    }),
  );
}

/** The sentences of one text. What has fewer than four words, or is mostly no words, is a name or code. */
export function countedIn(text: string, room: Room, where: string): Counted[] {
  return sentencesIn(text).flatMap((sentence) => {
    const tokens = sentence.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token));
    const plain = tokens.filter((token) =>
      /^[“"‘(]*[\p{L}\p{N}][\p{L}\p{N}’'–.,-]*[)”’"!?.,:;…%]*$/u.test(token),
    );
    const written = tokens.filter((token) => /\p{L}{2}/u.test(token));
    if (
      written.length < 3 ||
      tokens.length < 4 ||
      plain.length < 0.75 * tokens.length ||
      isCode(sentence)
    )
      return [];
    return [{ room, where, sentence, words: tokens.length }];
  });
}

const isCode = (text: string) => /[{}=<>\\]|--|\(\)|;$|\bconst\b|^\W*[a-z-]+\/[a-z]/.test(text);

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesIn(root, path);
      return /\.(tsx?|mdx)$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** A room's sentences in numbers. */
interface Summary {
  room: Room;
  sentences: number;
  /** Of them, those of at most `most` words. */
  short: number;
  median: number;
  longest: number;
}

export function summaryOf(all: readonly Counted[], room: Room, most: number): Summary {
  const words = all
    .filter((one) => one.room === room)
    .map((one) => one.words)
    .sort((a, b) => a - b);
  return {
    room,
    sentences: words.length,
    short: words.filter((count) => count <= most).length,
    median: words[Math.floor(words.length / 2)] ?? 0,
    longest: words.at(-1) ?? 0,
  };
}
