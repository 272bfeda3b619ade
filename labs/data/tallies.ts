/** A cell and the first row that it stands in. */
export interface Placed {
  cell: string;
  row: number;
  count: number;
}

/** The smallest or the largest number, its first row and its cells; `next` is the one that comes after it. */
export interface Extreme {
  value: number;
  row: number;
  count: number;
  next: number;
}

/** What the cells of a column that are numbers have in common. */
export interface NumberTally {
  cells: number;
  /** Cells that only a decimal point, or only a decimal comma, fits; and those that both fit and read differently. */
  point: Placed | null;
  comma: Placed | null;
  unclear: Placed | null;
  percent: Placed | null;
  grouped: number;
  currency: number;
  integers: number;
  /** Whole numbers without a thousands mark, and the largest of them. */
  plain: number;
  plainMost: number;
  leadingZeros: number;
  fewestDigits: number;
  mostDigits: number;
  /** The smallest and the largest, each with its first row. */
  low: Extreme;
  high: Extreme;
  /** The same where what both marks fit is read with a decimal comma: `1.234` is a thousand. */
  commaLow: Extreme;
  commaHigh: Extreme;
  strays: Placed[];
  strayCells: number;
}

export interface TimeTally {
  cells: number;
  /** Formats that all of these cells fit, as bits. */
  common: number;
  /** The first cell that left no common format, and what was common before it. */
  clash: (Placed & { before: number }) | null;
  zoned: number;
  unzoned: Placed | null;
  dateOnly: number;
  /** Not 0 where a cell shows seconds too, another time than 00:00, another day than a month's first, another month than January. */
  notMinute: number;
  notMidnight: number;
  notFirst: number;
  notJanuary: number;
  /** What the first and the last part of dates such as 05/03/24 are, as bits: the year is the one that hardly varies. */
  shortEnds: [first: number, last: number];
  /** Cells of a bare 0, by how it is written: see `readingOf`. */
  zeros: Placed[];
  strays: Placed[];
  strayCells: number;
}

const lowest = (): Extreme => ({ value: Infinity, row: 0, count: 0, next: Infinity });
const highest = (): Extreme => ({ value: -Infinity, row: 0, count: 0, next: -Infinity });

export const emptyNumbers = (): NumberTally => ({
  ...{ cells: 0, point: null, comma: null, unclear: null, percent: null, grouped: 0 },
  ...{ currency: 0, integers: 0, plain: 0, leadingZeros: 0, fewestDigits: Infinity, mostDigits: 0 },
  ...{ plainMost: 0, low: lowest(), high: highest(), commaLow: lowest(), commaHigh: highest() },
  ...{ strays: [], strayCells: 0 },
});
export const emptyTimes = (): TimeTally => ({
  ...{ cells: 0, common: -1, clash: null, zoned: 0, unzoned: null, dateOnly: 0 },
  ...{
    notMinute: 0,
    notMidnight: 0,
    notFirst: 0,
    notJanuary: 0,
    zeros: [],
    strays: [],
    strayCells: 0,
  },
  shortEnds: [0, 0],
});
