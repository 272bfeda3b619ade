import type { LeakTable } from '../leak-table.ts';
import { ownersReturn } from '../rebuild.ts';

const dayMs = 86_400_000;

/** Rows that are counted together: those of an owner, of a day or of one number of it, of an owner’s day, or all. */
export interface Group {
  /** Behind “rows”. */
  words: string;
  /** Of each row the number of its group. */
  key: Int32Array;
  groups: number;
}

/** How many rows a group has, and how many of them with label 1: in all, before each row’s moment, and at that moment. */
export interface LabelCounts {
  group: Group;
  all: Int32Array;
  ones: Int32Array;
  before: Int32Array;
  onesBefore: Int32Array;
  /** At the row’s own moment, itself among them. */
  tied: Int32Array;
  onesTied: Int32Array;
}

/** So many rows, and so many of them with label 1. */
interface Part {
  rows: number;
  ones: number;
}

/** Rows of a group, seen from one of them, that no honest feature can be made of. */
interface PartKind {
  words: (group: string) => string;
  /** What is wrong with it. */
  detail: string;
  /** Null where the rows’ times do not tell which they are. */
  of: (counts: LabelCounts, row: number, own: number) => Part | null;
}

const later =
  'Those rows are later ones too. Is it made of them? Then it holds labels that nobody knew.';
const { all, before, own } = {
  all: ({ group, all: rows, ones }: LabelCounts, row: number): Part => {
    const at = group.key[row]!;
    return { rows: rows[at]!, ones: ones[at]! };
  },
  before: (counts: LabelCounts, row: number): Part => ({
    rows: counts.before[row]!,
    ones: counts.onesBefore[row]!,
  }),
  own: (label: number): Part => ({ rows: 1, ones: label }),
};
const plus = (a: Part, b: Part): Part => ({ rows: a.rows + b.rows, ones: a.ones + b.ones });
const minus = (a: Part, b: Part): Part => ({ rows: a.rows - b.rows, ones: a.ones - b.ones });
/** Rows of one moment have no order. */
const ordered = (of: (counts: LabelCounts, row: number, label: number) => Part): PartKind['of'] => {
  return (counts, row, label) => (counts.tied[row] === 1 ? of(counts, row, label) : null);
};

export const partKinds: readonly PartKind[] = [
  { words: (group) => `in all rows ${group}`, detail: later, of: all },
  {
    words: (group) => `in all rows ${group}, the own row left out`,
    detail: later,
    of: (counts, row, label) => minus(all(counts, row), own(label)),
  },
  {
    words: (group) => `in the rows ${group} up to its own, and its own is counted too`,
    detail: 'Is its own label in it? Then it holds what is to be predicted.',
    of: ordered((counts, row, label) => plus(before(counts, row), own(label))),
  },
  {
    words: (group) => `in the later rows ${group}`,
    detail: 'Is it made of those rows? Then it holds labels that nobody knew.',
    of: ordered((counts, row, label) =>
      minus(minus(all(counts, row), before(counts, row)), own(label)),
    ),
  },
  {
    words: (group) => `in the later rows ${group} and in its own`,
    detail: 'Is it made of those rows? Then it holds labels that nobody knew.',
    of: ordered((counts, row) => minus(all(counts, row), before(counts, row))),
  },
];

/** What an honest feature may be made of: the rows before, and those of the same moment, of which some may have been before. */
export function honestParts(counts: LabelCounts, row: number, label: number): [Part, Part] {
  const earlier = before(counts, row);
  const tied = { rows: counts.tied[row]!, ones: counts.onesTied[row]! };
  return [earlier, minus(plus(earlier, tied), own(label))];
}

/** Groups in which labels may have been counted. Rows stand in order of time. */
export function groupsOf(table: LeakTable): Group[] {
  const { rows, entity } = table;
  const owners = ownersReturn(table) ? entity : null;
  const found: Group[] = [];
  if (owners) {
    const groups = owners.reduce((most, one) => Math.max(most, one), 0) + 1;
    found.push({ words: 'of the owner', key: owners, groups });
  }
  if (owners) found.push(daysOf(table, owners));
  found.push(daysOf(table, null));
  return [...found, { words: 'of the table', key: new Int32Array(rows), groups: 1 }];
}

/** Rows of one day on their own clock; where times are plain numbers, of one number without its fraction: those may be days. */
function daysOf(
  { rows, time, timeScale, timeName, dayShift }: LeakTable,
  owners: Int32Array | null,
): Group {
  const isPlain = timeScale === 'plain';
  const dayOf = (i: number) =>
    isPlain ? Math.floor(time[i]!) : Math.floor((time[i]! + (dayShift?.[i] ?? 0)) / dayMs);
  let [first, last] = [Infinity, -Infinity];
  for (let i = 0; i < rows; i++) {
    first = Math.min(first, dayOf(i));
    last = Math.max(last, dayOf(i));
  }
  const known = new Map<number, number>();
  const key = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const own = (owners ? owners[i]! : 0) * (last - first + 1) + dayOf(i) - first;
    const group = known.get(own) ?? known.size;
    known.set(own, group);
    key[i] = group;
  }
  const same = time.every(Number.isInteger) ? 'same' : 'same whole';
  const day = isPlain ? `with the ${same} “${timeName}”` : 'of the same day';
  const ownDay = isPlain ? `of the owner ${day}` : 'of the owner on the same day';
  return { words: owners ? ownDay : day, key, groups: known.size };
}

export function labelCounts({ rows, time, label }: LeakTable, group: Group): LabelCounts {
  const { key, groups } = group;
  const [seen, seenOnes] = [new Int32Array(groups), new Int32Array(groups)];
  const perRow = () => new Int32Array(rows);
  const [earlier, onesBefore, tied, onesTied] = [perRow(), perRow(), perRow(), perRow()];
  let from = 0;
  while (from < rows) {
    let to = from;
    for (; to < rows && time[to] === time[from]; to++) {
      earlier[to] = seen[key[to]!]!;
      onesBefore[to] = seenOnes[key[to]!]!;
    }
    for (let i = from; i < to; i++) {
      seen[key[i]!]! += 1;
      seenOnes[key[i]!]! += label[i]!;
    }
    for (let i = from; i < to; i++) {
      tied[i] = seen[key[i]!]! - earlier[i]!;
      onesTied[i] = seenOnes[key[i]!]! - onesBefore[i]!;
    }
    from = to;
  }
  return { group, all: seen, ones: seenOnes, before: earlier, onesBefore, tied, onesTied };
}
