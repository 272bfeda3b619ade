import { missingMark, plainWord } from './cells.ts';
import type { TwoValues } from './column.ts';
import type { ColumnTally } from './column-tally.ts';
import type { Placed } from './tallies.ts';
import { shown } from './problem.ts';
import {
  areAmounts,
  areCodes,
  areLevels,
  areOpposites,
  positiveOf,
  sameValue,
  usualOther,
} from './two-values.ts';

/** Spellings of two values that are looked at; more are no two values. */
const mostSpellings = 12;
const usualNumbers = new Set(['0 1', '-1 1', '1 2']);

export interface TwoFound {
  two: TwoValues;
  /** Whether the pair is a usual one (0 and 1, yes and no), any two things, or half of a usual one. */
  kind: 'usual' | 'other' | 'one';
  /** Whether words such as “none” are one of the two and not missing. */
  keepsDoubtful: boolean;
  notes: string[];
}

/** The two values of a column, however they are spelled. Null where it has fewer or more. */
export function twoValuesOf(tally: ColumnTally, doubtful: readonly Placed[]): TwoFound | null {
  const all = tally.listed;
  if (all === null || all.length > mostSpellings) return null;
  const sure = all.filter(({ cell }) => !doubtful.some((one) => one.cell === cell));
  const groups = grouped(sure);
  if (groups.size === 1) {
    const two = usualOther(sure[0]!.cell);
    if (two && doubtful.length === 0) return { two, kind: 'one', keepsDoubtful: false, notes: [] };
  }
  if (groups.size === 2) {
    const pair = found(groups, false, tally.filled);
    // Beside a Christian and a Muslim, “None” is a third group and no gap.
    const third = doubtful.some(({ cell }) => isThird(cell, groups));
    return third && pair !== null ? null : pair;
  }
  if (doubtful.length === 0) return null;
  const withDoubtful = grouped(all);
  return withDoubtful.size === 2 && groups.size === 1
    ? found(withDoubtful, true, tally.filled)
    : null;
}

/**
 * Whether a word such as “none” is a third value beside two. A yes and a no, something and “no …” of it, and numbers leave no room for
 * one; below “high” and “low” and beside “good” and “bad” there is room for “none”.
 */
function isThird(cell: string, groups: ReadonlyMap<string, readonly Placed[]>): boolean {
  if (!/\p{L}/u.test(cell)) return false;
  const [first, second] = [...groups.keys()] as [string, string];
  if (!Number.isNaN(Number(first)) || !Number.isNaN(Number(second))) return false;
  if (!areOpposites(first, second)) return true;
  return areLevels(first, second) && /^(none|nil)$/i.test(cell);
}

function grouped(cells: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const cell of cells) {
    const same = sameValue(cell.cell);
    groups.set(same, [...(groups.get(same) ?? []), cell]);
  }
  return groups;
}

function found(
  groups: Map<string, Placed[]>,
  keepsDoubtful: boolean,
  filled: number,
): TwoFound | null {
  const [first, second] = [...groups.keys()] as [string, string];
  const numbers = [first, second].map(Number).sort((a, b) => a - b);
  const numeric = numbers.every((value) => !Number.isNaN(value));
  const positive = positiveOf(first, second);
  const usual = numeric ? usualNumbers.has(numbers.join(' ')) : positive !== null;
  // Two other values in two or three rows are as likely the beginning of many.
  if (!usual && filled < (numeric ? 10 : 3)) return null;
  const one = positive ?? [first, second].sort()[1]!;
  const zero = one === first ? second : first;
  const word = (key: string) => groups.get(key)![0]!.cell;
  const spelled = [...groups.values()].filter(
    (spellings) =>
      new Set(spellings.map(({ cell }) => plainWord(cell))).size > 1 || spellings.length > 1,
  );
  const two: TwoValues = {
    zero,
    one,
    zeroWord: word(zero),
    oneWord: word(one),
    told: positive !== null,
  };
  const plain = numeric && two.zero === '0' && two.one === '1';
  return {
    two,
    kind: usual ? 'usual' : 'other',
    keepsDoubtful,
    notes: [
      // Two weights, say: nobody takes the larger one for a yes. And which of two codes is the yes is asked.
      ...(positive !== null && !plain && !areAmounts({ two }) && !areCodes(two)
        ? [sidesNote(two, keepsDoubtful)]
        : []),
      ...spelled.map(
        (spellings) =>
          `${spellings.map(({ cell }) => shown(cell)).join(', ')} are taken for one value; as names of groups they stay apart.`,
      ),
    ],
  };
}

/** Which value counts as what. A word such as “unknown” may as well say that nothing is known. */
function sidesNote({ oneWord, zeroWord }: TwoValues, keepsDoubtful: boolean): string {
  const are = `${shown(oneWord)} counts as 1 and ${shown(zeroWord)} as 0`;
  if (!keepsDoubtful) return `As a yes and a no, ${are}.`;
  const word = missingMark(oneWord) === null ? zeroWord : oneWord;
  return `Where ${shown(word)} is a value and not missing, ${are}.`;
}

/** Whether a column's note says which of its values counts as 1. */
export const tellsSides = (note: string): boolean =>
  /^(As a yes and a no|Where .* is a value and not missing), .* counts as 1 and .* as 0\.$/s.test(
    note,
  );
