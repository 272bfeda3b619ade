import { isHeader } from './headings.ts';
import { isSuffix, turned } from './turn-name.ts';

const address = /(?:mailto:)?([^\s<>()[\]",،;:]+@[^\s<>()[\]",،;:]+)/giu;
const inBrackets = /<[^<>@]*[^<>\s]@[^<>\s]+\s*>/u;

/** The addresses in a text. */
const addresses = (text: string): string[] => [...text.matchAll(address)].map((found) => found[1]!);

/** What stands before the @: it is what to call someone without a name. */
const beforeAt = (mail: string): string => mail.split('@')[0]!;

/** A text without its addresses and the brackets that they stood in. Empty where it is nothing else. */
export function withoutMail(text: string): string {
  if (!text.includes('@')) return text;
  const rest = text
    .replace(/<[^<>]*@[^<>]*>/gu, ' ')
    .replace(address, ' ')
    .replace(/[<>]|\(\s*\)|\[\s*\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,،;:|–—-]+|[\s,،;:|–—-]+$/gu, '');
  return rest.replace(/^\(([^()]*)\)$/u, '$1').trim();
}

/** Whether a name is nothing but what stands before the @ of an address in `cells`. */
export const isFromMail = (name: string, cells: readonly string[]): boolean =>
  name !== '' && cells.some((cell) => addresses(cell).some((mail) => beforeAt(mail) === name));

/** What to call someone by a text that may hold an address: never with the address. */
export function nameWithoutMail(text: string): string {
  const [mail] = addresses(text);
  return withoutMail(text) || (mail === undefined ? '' : beforeAt(mail));
}

/**
 * Names with addresses, `Ana Gómez <ana@…>` or `ana@…`, and perhaps some without, on lines of their
 * own or one behind the other with commas, as rows of name and address. Null where the list is not
 * written so: `delimiter` is what parts the columns of most lines. A person without a name is called
 * by what stands before the @.
 */
export function splitMails(
  lines: readonly string[],
  delimiter: string | undefined,
): string[][] | null {
  if (!isMailList(lines, delimiter)) return null;
  const listed = isHeader(lines[0]!.split(/[,،;\t]/u).map((cell) => cell.trim()))
    ? lines.slice(1)
    : lines;
  const read = listed.map((line) => ({ line, people: line.includes('@') ? peopleIn(line) : null }));
  const several = read.some(({ people }) => people !== null && people.length > 1);
  return read.flatMap(({ line, people }) => people ?? peopleIn(line, !several));
}

function isMailList(lines: readonly string[], delimiter: string | undefined): boolean {
  if (!lines.some((line) => addresses(line).length > 0)) return false;
  if (delimiter === undefined || lines.length === 1) return true;
  const columns = lines[0]!.split(delimiter);
  if (columns.length > 1 && isHeader(columns)) return false;
  const parts = lines
    .flatMap((line) => line.split(/[,،;\t]/u))
    .filter((part) => part.trim() !== '');
  if (parts.every((part) => addresses(part).length > 0)) return true;
  // A tab before the bracket only stands between a name and its address.
  const tabs = lines.filter((line) => /\t(?!\s*<)\s*\S/u.test(line));
  if (tabs.length * 2 > lines.length) return false;
  return lines.filter((line) => inBrackets.test(line)).length * 2 > lines.length;
}

/** What stands between two commas, or ends with an address in angle brackets. */
interface Piece {
  text: string;
  mail: string;
  quoted: boolean;
}

/** The people of one line. Without an address, one comma stands between last and first name if `lastFirst`. */
function peopleIn(line: string, lastFirst = false): string[][] {
  return segments(line).flatMap((pieces) => {
    const [last, first, ...more] = pieces;
    if (lastFirst && last && first && more.length === 0)
      return person({ ...first, text: `${last.text}, ${first.text}` });
    return turnedPieces(pieces).flatMap(person);
  });
}

/** Quotes, brackets, separators, and whatever is between them. */
const token = /"(?:[^"\\]|\\.)*"|<[^<>]*>|[,،;]|[^",،;<>]+|["<>]/gu;

/** The pieces of a line, apart where a semicolon stands between. */
function segments(line: string): Piece[][] {
  const all: Piece[][] = [[]];
  let text = '';
  let apart = true;
  const end = (mail = '') => {
    const pieces = all.at(-1)!;
    const before = pieces.at(-1);
    const quoted = /^\s*"((?:[^"\\]|\\.)*)"\s*$/u.exec(text)?.[1];
    const said = (quoted?.replace(/\\(.)/gu, '$1') ?? text).replace(/\s+/gu, ' ').trim();
    text = '';
    if (before && before.mail === '' && isSuffix(said))
      Object.assign(before, { text: `${before.text}, ${said}`, mail });
    // A second address of whoever stands before it.
    else if (said === '' && !apart && before && before.text !== '') return;
    else if (said !== '' || mail !== '')
      pieces.push({ text: said, mail, quoted: quoted !== undefined });
  };
  for (const [sign] of line.matchAll(token)) {
    const [mail] = sign.startsWith('<') ? addresses(sign) : [];
    if (mail !== undefined) {
      end(mail);
      apart = false;
    } else if (/^[,،;]$/u.test(sign)) {
      end();
      apart = true;
      if (sign === ';') all.push([]);
    } else text += sign;
  }
  end();
  return all;
}

/**
 * Where each bracketed address has two pieces before it, these are last and first name; else a comma
 * only stands between people.
 */
function turnedPieces(pieces: readonly Piece[]): Piece[] {
  const groups: Piece[][] = [[]];
  for (const piece of pieces) {
    groups.at(-1)!.push(piece);
    if (piece.mail !== '') groups.push([]);
  }
  const others = groups.pop()!;
  const isPair = (group: readonly Piece[]) =>
    group.length === 2 && group.every(({ text, quoted }) => !quoted && /^[^@]+$/u.test(text));
  if (groups.length === 0 || !groups.every(isPair)) return [...pieces];
  const named = groups.map(([last, first]) => ({
    ...first!,
    text: `${last!.text}, ${first!.text}`,
  }));
  return [...named, ...others];
}

/** Whoever a piece names; nobody where it is only a number. Addresses alone are a person each. */
function person({ text, mail }: Piece): string[][] {
  const name = turned(withoutMail(text));
  const found = addresses(text);
  if (name !== '') return /\p{L}/u.test(name) ? [[name, mail || (found[0] ?? '')]] : [];
  return (mail === '' ? found : [mail]).map((one) => [beforeAt(one), one]);
}
