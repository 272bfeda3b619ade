import { byPlainWord } from '../../data/cells.ts';
import { shown } from '../../data/problem.ts';
import type { GroupColumn } from './own-audit.ts';

/**
 * Names that are one word but for case, spaces and Unicode form, and one letter that begins one of these words and no other: “F” and
 * “female”. Each list has two or more, the name that is kept first.
 */
export function alikeNames(names: readonly string[]): string[][] {
  const plain = byPlainWord(names);
  for (const [word, same] of plain) {
    const longer = [...plain.keys()].filter((one) => one.length > 1 && one.startsWith(word));
    if (word.length !== 1 || !/\p{L}/u.test(word) || longer.length !== 1) continue;
    plain.set(longer[0]!, [...plain.get(longer[0]!)!, ...same]);
    plain.delete(word);
  }
  return [...plain.values()].filter((same) => same.length > 1);
}

/** The groups of a column, those of one name under it. */
export function mergedGroups(group: GroupColumn): GroupColumn {
  const kept = new Map<string, string>();
  for (const [first, ...others] of alikeNames(group.names))
    for (const other of others) kept.set(other, first!);
  if (kept.size === 0) return group;
  const names = group.names.filter((name) => !kept.has(name));
  const place = group.names.map((name) => names.indexOf(kept.get(name) ?? name));
  return {
    name: group.name,
    names,
    codes: group.codes.map((code) => place[code] ?? names.length),
  };
}

/** That groups are named nearly alike, and how to count them as one. */
export const alikeWords = (column: string, same: readonly string[]): string =>
  `Groups ${same.map(shown).join(' and ')} of “${column}” may be one, written in ${same.length} ways; they are counted apart. ` +
  'Write them alike in the file. Or count them as one: by a press on screen, or with --merge-groups.';
