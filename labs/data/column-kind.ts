import type { Column, ColumnKind } from './column.ts';
import { alikeNotes, keptNotes, missingNotes, silentWords, timeHints } from './column-notes.ts';
import type { ColumnTally } from './column-tally.ts';
import type { Placed } from './tallies.ts';
import { saysId, saysOwner } from './names.ts';
import {
  decimalOf,
  inThousands,
  missingNumber,
  numberNotes,
  rangeOf,
  type DecimalHints,
} from './number-words.ts';
import { parseNumber, type Decimal } from './numbers.ts';
import { cellsWords, differentWords, shown } from './problem.ts';
import { readingOf, timeNotes, timeWhy, unitsNote, type TimeFound } from './time-words.ts';
import { twoValuesOf, type TwoFound } from './two-words.ts';

/** More different values than this are not handed on one by one. */
const mostListed = 501;
/** Digits from which a whole number names something rather than counts it. */
const idDigits = 8;
/** Largest whole number of so many digits that is exact. */
const exactDigits = 15;

/** Names of row numbers; any other name needs a column that counts from the beginning, see `Column.countsRows`. */
const rowNumber =
  /^(column \d+|index|idx|row|row_?(nr|no|num|number|names?|index)|rec(ord)?|rec(ord)?_?(nr|no|num|number)|obs(ervation)?|nr|no|s_?no|#)\.?$/i;
/** How tables are written whose row numbers had no name: `Unnamed: 0`. Rows that were left out or shuffled keep theirs. */
const unnamed = /^unnamed(: ?\d+|_\d+)?$/i;
/** In fewer rows a quantity may count up by chance. */
const fewestCounted = 20;

/**
 * Whether there are so few different values, each in so many rows, that they say what a row is
 * like, and not whose it is: brands of cards, states of accounts.
 */
export const fewPerRows = (distinct: number, rows: number): boolean =>
  distinct <= 10 && 20 * distinct <= rows;

interface Verdict {
  kind: ColumnKind;
  why: string;
}

/** Decides from all cells of a column what it is. */
export function columnOf(
  name: string,
  at: number,
  tally: ColumnTally,
  hints: DecimalHints & { isUnnamed: boolean },
): Column {
  const doubtful = [...tally.doubtful.values()];
  const doubtfulCells = doubtful.reduce((sum, { count }) => sum + count, 0);
  const readable = tally.filled - doubtfulCells;
  const number = decimalOf(tally.numbers, hints);
  const allNumbers = readable > 0 && tally.numbers.cells === readable && number.decimal !== null;
  const time = readingOf(name, tally, readable);
  const two = twoValuesOf(tally, doubtful);
  const verdict = verdictOf(name, tally, {
    readable,
    allNumbers,
    time,
    two: two === null || two.kind === 'one' ? null : two,
    decimal: number.decimal,
    isUnnamed: hints.isUnnamed || unnamed.test(name),
  });
  // Words such as “none” are missing beside numbers, times, and a yes and a no; among words they are words (see `twoValuesOf`).
  const drop =
    doubtful.length > 0 &&
    ['number', 'time', 'two-valued'].includes(verdict.kind) &&
    !two?.keepsDoubtful;
  const lacking = [
    ...(drop ? doubtful : []),
    ...(verdict.kind === 'time' && time ? time.zeros : []),
  ];
  const marks: [string, number][] = [...tally.marks];
  for (const { cell, count } of lacking) marks.push([cell, count]);
  const filled = lacking.reduce((sum, { count }) => sum - count, tally.filled);
  const isLacking = new Set(lacking.map(({ cell }) => cell));
  const listed = tally.listed?.filter(({ cell }) => !isLacking.has(cell)) ?? null;
  const isNumber = verdict.kind === 'number';
  return {
    at,
    name,
    ...verdict,
    filled,
    missing: marks.reduce((sum, [, count]) => sum + count, 0),
    marks,
    distinct: listed ? listed.length : tally.distinct,
    examples: listed ? listed.slice(0, 3).map(({ cell }) => cell) : tally.firstCells,
    values:
      listed && listed.length <= mostListed
        ? listed.map(({ cell, row, count }) => ({ value: cell, row, count }))
        : null,
    firstMissing:
      lacking.length > 0
        ? Math.min(
            ...[tally.firstMissing, ...lacking.map(({ row }) => row)].filter((row) => row > 0),
          )
        : tally.firstMissing,
    range: tally.numbers.cells > 0 ? rangeOf(tally.numbers, number.decimal) : null,
    whole: allNumbers && wholes(tally, number.decimal) === readable,
    ...(allNumbers && number.open && { openMark: tally.numbers.unclear!.cell }),
    ...(allNumbers && number.doubt !== null && { eitherMark: true }),
    ...suspectOf(tally, isNumber, number.decimal),
    ...(unitsNote(name, tally, readable) !== null && { unitsDiffer: true }),
    ...(isNumber && tally.numbers.percent && { percent: true }),
    ...(tally.said.length > 0 && { said: tally.said }),
    ...(countsRows(tally, readable) && { countsRows: true }),
    decimal: number.decimal !== null && tally.numbers.cells * 2 > readable ? number.decimal : null,
    // Read by hand as times, its zeros would be none.
    time: time && (verdict.kind === 'time' || time.zeros.length === 0) ? time.reading : null,
    two: two?.two ?? null,
    strays: isNumber ? [] : tally.numbers.strays.map(strayOf),
    notes: [
      ...missingNotes(marks),
      ...(verdict.kind === 'category' && !drop ? keptNotes(doubtful) : []),
      ...(isNumber || (verdict.kind === 'id' && allNumbers)
        ? []
        : silentWords(tally, readable, verdict.kind, number.clash)),
      ...(isNumber ? numberNotes(tally.numbers, number, readable) : []),
      ...(verdict.kind === 'time' && time
        ? timeNotes(time.reading, tally)
        : timeHints(name, tally, readable, time, verdict.kind)),
      ...(verdict.kind === 'two-valued' ? (two?.notes ?? []) : alikeNotes(verdict.kind, listed)),
    ],
  };
}

/** From 0 or 1 in the first row to the last, one by one: nothing but the place of a row. */
const countsRows = ({ counting, numbers }: ColumnTally, readable: number): boolean =>
  counting && readable >= fewestCounted && (numbers.low.value === 0 || numbers.low.value === 1);

/** The number that may stand for “not known”, as the file writes it. */
function suspectOf({ numbers, listed }: ColumnTally, isNumber: boolean, decimal: Decimal | null) {
  const found = isNumber ? missingNumber(numbers, decimal) : null;
  if (!found) return {};
  const cell = listed?.find((one) => parseNumber(one.cell, decimal ?? '.') === found.value)?.cell;
  return { suspect: cell ?? String(found.value) };
}

const wholes = ({ numbers }: ColumnTally, decimal: Decimal | null): number =>
  numbers.integers + inThousands(numbers, decimal);

const strayOf = ({ cell, row, count }: Placed) => ({ value: cell, row, count });

function verdictOf(
  name: string,
  tally: ColumnTally,
  found: {
    readable: number;
    allNumbers: boolean;
    time: TimeFound | null;
    two: TwoFound | null;
    decimal: Decimal | null;
    isUnnamed: boolean;
  },
): Verdict {
  const { readable, allNumbers, time, two } = found;
  const { distinct, numbers } = tally;
  if (readable === 0 && tally.filled === 0) return { kind: 'text', why: 'Every cell is empty.' };
  if (time?.sure && !(allNumbers && saysId(name))) return asTime(tally, time, readable);
  if (two !== null && !(saysId(name) && two.kind === 'other'))
    return { kind: 'two-valued', why: twoWords(tally, two) };
  const unique = distinct >= 0.98 * readable;
  if (allNumbers) return numberOrId(name, tally, found, unique);
  const namesOwners = saysOwner(name) && !fewPerRows(distinct, readable);
  if (saysId(name) || (namesOwners && tally.words >= 0.9 * readable))
    return {
      kind: 'id',
      why: `Its name says that it names things; ${differentWords(distinct)} different values in ${cellsWords(readable)}.`,
    };
  const mean = tally.letters / Math.max(1, readable);
  const tokens = tally.words >= readable - numbers.cells;
  if (
    unique &&
    readable >= 10 &&
    tokens &&
    numbers.cells * 2 < readable &&
    tally.times.cells * 2 < readable &&
    tally.withDigits + numbers.cells >= 0.5 * readable
  )
    return {
      kind: 'id',
      why:
        `${distinct === readable ? 'Every' : 'Nearly every'} cell is another short code: ` +
        `${differentWords(distinct)} in ${cellsWords(readable)}.`,
    };
  if (distinct * 2 <= tally.filled && mean <= 80)
    return {
      kind: 'category',
      why: `It has ${differentWords(distinct)} different ${distinct === 1 ? 'value' : 'values'} in ${cellsWords(tally.filled)}.`,
    };
  return {
    kind: 'text',
    why: `Words that hardly repeat: ${differentWords(distinct)} different in ${cellsWords(tally.filled)}.`,
  };
}

/** The two values in the order of the file, each as it is spelled first. */
function twoWords({ listed, doubtful }: ColumnTally, { two, keepsDoubtful }: TwoFound): string {
  const cells = (listed ?? []).map(({ cell }) => cell);
  const values = cells.filter((cell) => cell === two.zeroWord || cell === two.oneWord);
  const spellings = cells.filter((cell) => keepsDoubtful || !doubtful.has(cell));
  return `It has two values: ${values.map(shown).join(' and ')}${spellings.length > 2 ? ', written in more than one way' : ''}.`;
}

function asTime({ firstCells }: ColumnTally, { reading, zeros }: TimeFound, readable: number) {
  const fitting = zeros.reduce((sum, { count }) => sum - count, readable);
  const example = firstCells.find((one) => zeros.every(({ cell }) => cell !== one));
  const fit = fitting === 1 ? 'its one cell fits' : `all ${cellsWords(fitting)} fit`;
  return { kind: 'time' as const, why: `${timeWhy(reading, example ?? firstCells[0]!)}: ${fit}.` };
}

function numberOrId(
  name: string,
  tally: ColumnTally,
  {
    readable,
    decimal,
    isUnnamed,
  }: { readable: number; decimal: Decimal | null; isUnnamed: boolean },
  unique: boolean,
): Verdict {
  const { numbers, distinct } = tally;
  const whole = wholes(tally, decimal) === readable;
  if (whole && saysId(name))
    return {
      kind: 'id',
      why: `Whole numbers, and the name says that they name things; ${differentWords(distinct)} different.`,
    };
  if (whole && saysOwner(name) && !fewPerRows(distinct, readable))
    return {
      kind: 'id',
      why: `Whole numbers, and the name says whose row it is; ${differentWords(distinct)} different.`,
    };
  if (whole && tally.counting && readable > 2 && (rowNumber.test(name) || isUnnamed))
    return { kind: 'id', why: 'It counts the rows.' };
  if (whole && unique && readable > 2 && isUnnamed)
    return { kind: 'id', why: 'Row numbers of a table that this one was taken from.' };
  if (whole && numbers.leadingZeros > 0)
    return {
      kind: distinct * 2 <= readable ? 'category' : 'id',
      why: 'Figures that begin with 0, such as post codes: they name things and count none.',
    };
  if (whole && numbers.mostDigits > exactDigits)
    return {
      kind: 'id',
      why: `Figures of ${numbers.mostDigits} digits: no quantity is known so exactly.`,
    };
  const longIds = numbers.fewestDigits === numbers.mostDigits && numbers.mostDigits >= idDigits;
  if (whole && longIds && (unique || distinct > 0.3 * readable) && readable > 2)
    return {
      kind: 'id',
      why: `All are whole numbers of ${numbers.mostDigits} digits, ${differentWords(distinct)} of them different.`,
    };
  return {
    kind: 'number',
    why: readable === 1 ? 'Its one cell is a number.' : `All ${cellsWords(readable)} are numbers.`,
  };
}
