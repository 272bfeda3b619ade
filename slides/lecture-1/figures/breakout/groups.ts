import { seededRandom } from '../../../../labs/math/random.ts';

/** A group should have this many people. */
export const wanted = 5;
/** More people than this are not grouped: the room's list would be somebody's mistake. */
export const mostPeople = 500;
/** A longer name is cut. */
const longestName = 80;

/**
 * How large each group is when `people` are shared out as evenly as can be: as many groups as come nearest to five each.
 * From four people on, no group has fewer than four or more than seven; seven come only of seven people, since 4 + 3 would leave three.
 */
export function groupSizes(people: number): number[] {
  if (people < 1) return [];
  const groups = Math.max(1, Math.round(people / wanted));
  const least = Math.floor(people / groups);
  const larger = people % groups;
  return Array.from({ length: groups }, (_, index) => (index < larger ? least + 1 : least));
}

/** Shuffles the people (Fisher–Yates, by `seed`) and cuts the row into groups. */
export function makeGroups<T>(people: readonly T[], seed: number): T[][] {
  const order = seededRandom(seed).permutation(people.length);
  let at = 0;
  return groupSizes(people.length).map((size) =>
    Array.from({ length: size }, () => people[order[at++]!]!),
  );
}

export interface NameList {
  names: string[];
  /** Names that stand more than once, each named once. They are kept: two people may share a name. */
  twice: string[];
  /** How many names beyond `mostPeople` were left out. */
  beyond: number;
}

/**
 * Reads a pasted list: a name on each line, or one line with commas or semicolons between. Blank
 * lines, bullets and numbering are dropped.
 */
export function readNames(text: string): NameList {
  const lines = text.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== '');
  const parts = lines.length === 1 ? lines[0]!.split(/[;,\t]/) : lines;
  return namesFrom(parts.map(tidy));
}

/** The same of names that were read already, as from a class list. */
export function namesFrom(read: readonly string[]): NameList {
  const all = read.map(cut).filter((name) => name !== '');
  const names = all.slice(0, mostPeople);
  const seen = new Map<string, number>();
  for (const name of names) seen.set(key(name), (seen.get(key(name)) ?? 0) + 1);
  const twice = [...new Map(names.map((name) => [key(name), name])).entries()]
    .filter(([name]) => seen.get(name)! > 1)
    .map(([, name]) => name);
  return { names, twice, beyond: all.length - names.length };
}

const key = (name: string) => name.normalize('NFC').toLocaleLowerCase();

const tidy = (line: string): string =>
  line
    .replace(/\s+/gu, ' ')
    .replace(/^\s*(?:[-*•·]\s+|\d{1,4}[.)]\s+)/u, '')
    .trim();

const cut = (name: string): string => [...name].slice(0, longestName).join('');

/** Reads how many people there are. */
export function readPeople(
  text: string,
): { ok: true; people: number } | { ok: false; problem: string } {
  const typed = text.trim();
  if (!/^\d{1,9}$/.test(typed))
    return { ok: false, problem: 'A whole number of people, such as 34.' };
  const people = Number(typed);
  if (people < 1) return { ok: false, problem: 'At least one person.' };
  return people > mostPeople
    ? { ok: false, problem: `At most ${mostPeople} people.` }
    : { ok: true, people };
}

/** The groups as text to paste into a chat: a line each. */
export function groupsAsText(groups: readonly (readonly string[])[]): string {
  return groups.map((names, index) => `Group ${index + 1}: ${names.join(', ')}`).join('\n');
}
