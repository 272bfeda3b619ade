import { headingOf, type Heading } from './headings.ts';
import { isFromMail, nameWithoutMail, withoutMail } from './mails.ts';
import type { PeopleList } from './read-list.ts';
import { isSuffix, turned } from './turn-name.ts';

/** One way to read the names of a list: a column, or two that are put together in this order. */
export interface NameChoice {
  columns: number[];
  /** What it is called on screen. It never holds anything of what stands in a row. */
  label: string;
}

/**
 * The ways to read names, the likeliest first: what headings say, then what the cells look like. A
 * list of `Last, First` has no headings; there the second column and then the first is likeliest.
 */
export function nameChoices(list: PeopleList): NameChoice[] {
  const width = list.header?.length ?? list.rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => at);
  const kinds = columns.map((at) => headingOf(list.header?.[at] ?? ''));
  const label = (at: number) => {
    const said = list.header?.[at] ?? '';
    return said === '' ? `Column ${at + 1}${looks(list, at)}` : said;
  };
  const one = (at: number): NameChoice => ({ columns: [at], label: label(at) });
  const two = (a: number, b: number): NameChoice => ({
    columns: [a, b],
    label: `${label(a)}, then ${label(b)}`,
  });
  const pairs = pairsOf(list, kinds, columns).flatMap(([first, last]) => [
    two(first, last),
    two(last, first),
  ]);
  const singles = columns.map(one);
  const named = kinds.indexOf('name');
  if (named >= 0) return [one(named), ...singles.filter((_, at) => at !== named), ...pairs];
  if (pairs.length > 0) return [...pairs, ...singles];
  const likely = columns
    .map((at) => ({ at, share: shareOfNames(list, at) }))
    .sort((a, b) => b.share - a.share || a.at - b.at);
  return likely.map(({ at }) => one(at));
}

/** First and last name, where they are columns of their own. */
function pairsOf(
  list: PeopleList,
  kinds: readonly (Heading | null)[],
  columns: readonly number[],
): [number, number][] {
  const [first, last] = [kinds.indexOf('first'), kinds.indexOf('last')];
  if (first >= 0 && last >= 0) return [[first, last]];
  if (list.header !== null) return [];
  const names = columns.filter((at) => shareOfNames(list, at) > 0.8);
  return names.length === 2 ? [[names[1]!, names[0]!]] : [];
}

const isName = (cell: string) =>
  !isSuffix(cell) && /^\p{L}[\p{L}\p{M}\s.'’,،-]*$/u.test(withoutMail(cell));

function shareOfNames({ rows }: PeopleList, at: number): number {
  const filled = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(isName).length / rows.length;
}

/** What kind of thing a column without a heading holds, in words. */
function looks({ rows }: PeopleList, at: number): string {
  const filled = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const most = (test: (cell: string) => boolean) => filled.filter(test).length * 2 > filled.length;
  if (filled.length === 0) return ', empty';
  if (most((cell) => cell.includes('@'))) return ', e-mail addresses';
  if (most((cell) => /^[\d\s./-]+$/.test(cell))) return ', numbers';
  return most(isName) ? ', names' : '';
}

/** The names of a list, read so. Whoever has none is left out. */
export const namesBy = ({ rows }: PeopleList, { columns }: NameChoice): string[] =>
  rows.map((row) => nameIn(row, columns)).filter((name) => name !== '');

/** How many people are called by the beginning of their address, so read. */
export const calledByMail = ({ rows }: PeopleList, { columns }: NameChoice): number =>
  rows.filter((row) => isFromMail(nameIn(row, columns), row)).length;

/** The name in one row, without addresses; "Pérez, José" in one column is said the other way round. */
export function nameIn(row: readonly string[], columns: readonly number[]): string {
  const filled = columns.map((at) => row[at] ?? '').filter((part) => part !== '');
  const parts = filled.map(withoutMail).filter((part) => part !== '');
  if (parts.length === 0) return nameWithoutMail(filled[0] ?? '');
  return parts.length === 1 ? turned(parts[0]!) : parts.join(' ');
}
