import { nearlySame } from './cells.ts';
import type { ColumnKind } from './column.ts';
import type { ColumnTally } from './column-tally.ts';
import { cellsWords, shown } from './problem.ts';
import type { Placed } from './tallies.ts';
import { centuryNote, exponentNote, unitsNote, zoneNote, type TimeFound } from './time-words.ts';

// What is said of a column beside its kind: nothing is taken in silence.

const most = (n: number) => n.toLocaleString('en-US');

export function missingNotes(marks: readonly [string, number][]): string[] {
  if (marks.length === 0) return [];
  const parts = marks.map(([mark, count]) =>
    mark === '' ? `${cellsWords(count)} blank` : `${cellsWords(count)} with ${shown(mark)}`,
  );
  return [`Counted as missing: ${parts.join(', ')}.`];
}

/** Words such as “unknown” that are values here: they could be missing, and only a person can say so. */
export const keptNotes = (doubtful: readonly Placed[]): string[] =>
  doubtful
    .filter(({ cell }) => /\p{L}/u.test(cell))
    .map(
      ({ cell, count }) =>
        `${shown(cell)} counts as a value in ${cellsWords(count)}, not as missing.`,
    );

/** Numbers among words: that they are read as words is never left unsaid. */
export function silentWords(
  tally: ColumnTally,
  readable: number,
  kind: ColumnKind,
  clash: { point: Placed; comma: Placed } | null,
): string[] {
  const { numbers } = tally;
  if (kind === 'time' || kind === 'two-valued' || readable === 0) return [];
  if (clash && numbers.cells === readable)
    return [
      `Some numbers have a decimal point (${shown(clash.point.cell)}, row ${most(clash.point.row)}) and some a decimal comma ` +
        `(${shown(clash.comma.cell)}, row ${most(clash.comma.row)}), so all are read as words.`,
    ];
  if (numbers.cells * 2 < readable || numbers.strays.length === 0) return [];
  const first = [...numbers.strays].sort((a, b) => a.row - b.row)[0]!;
  return [
    `${cellsWords(numbers.cells)} of ${most(readable)} are numbers; ` +
      `${most(numbers.strayCells)} ${numbers.strayCells === 1 ? 'is' : 'are'} not, the first is ` +
      `${shown(first.cell)} ` +
      `in row ${most(first.row)}. So all are read as words.${strayWords(numbers, 'numbers')}`,
  ];
}

/** A column that nearly is a time, or could be one: said, never taken. */
export function timeHints(
  name: string,
  tally: ColumnTally,
  readable: number,
  time: TimeFound | null,
  kind: ColumnKind,
): string[] {
  const { times } = tally;
  const asNumbers = kind === 'number' || kind === 'id';
  if (time && !time.sure && asNumbers && time.reading.formats[0] !== 'excel')
    return [
      `Its figures could be times; its name does not say so, and they are read as ${kind === 'id' ? 'ids' : 'numbers'}.`,
    ];
  const note =
    (kind === 'number' ? exponentNote(name, tally) : (centuryNote(tally) ?? zoneNote(tally))) ??
    unitsNote(name, tally, readable);
  if (note !== null && kind !== 'two-valued') return [note];
  const figures = tally.numbers.cells === readable;
  if (figures || kind === 'two-valued' || times.cells * 2 < readable) return [];
  // A 0 that is no blank beside these times is as much in the way as any other cell.
  const strays = [...times.zeros, ...times.strays].sort((a, b) => a.row - b.row);
  const strayCells = times.zeros.reduce((sum, { count }) => sum + count, times.strayCells);
  if (times.clash)
    return [
      `Its times are written in more than one way: ${shown(times.clash.cell)} in row ${most(times.clash.row)} is not written as ` +
        'those before it. So it is read as words.',
    ];
  const [first] = strays;
  if (!first) return [];
  return [
    `${cellsWords(times.cells)} of ${most(readable)} are times; ${most(strayCells)} ` +
      `${strayCells === 1 ? 'is' : 'are'} not, the first is ${shown(first.cell)} ` +
      `in row ${most(first.row)}. So all are read as words.${strayWords({ cells: times.cells, strays, strayCells }, 'times')}`,
  ];
}

/** Of so many cells as they should be, one that is not may be left out. */
const fewAmong = 20;

/** What would make numbers or times of a column in which a few cells are none: where those may be missing, to say so. */
function strayWords(
  { cells, strays, strayCells }: { cells: number; strays: Placed[]; strayCells: number },
  what: 'numbers' | 'times',
): string {
  const known = strays.reduce((sum, { count }) => sum + count, 0);
  if (known < strayCells || fewAmong * strayCells > cells) return '';
  const marks = [...strays].sort((a, b) => a.row - b.row).map(({ cell }) => cell);
  const they = marks.length === 1 ? 'This cell' : 'These cells';
  const options = marks.map((cell) => `--missing "${cell.replaceAll('"', '\\"')}"`).join(' ');
  return (
    ` ${they} may mean “not known”. Say so under “Counts as missing” on screen, or on the ` +
    `command line with ${options}: then the others are ${what}.`
  );
}

export function alikeNotes(kind: ColumnKind, listed: readonly Placed[] | null): string[] {
  if ((kind !== 'category' && kind !== 'text') || !listed || listed.length > 500) return [];
  return nearlySame(listed.map(({ cell }) => cell))
    .slice(0, 5)
    .map((same) => `${same.map(shown).join(' and ')} differ only in case, spaces or Unicode form.`);
}
