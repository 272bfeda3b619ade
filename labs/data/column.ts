import type { Decimal } from './numbers.ts';
import { ordersIn, type TimeFormat, type TimeScale } from './times/formats.ts';
import type { Grain } from './times/grain.ts';

export type ColumnKind = 'number' | 'time' | 'two-valued' | 'category' | 'text' | 'id';

/** How the times of a column are read. */
export interface TimeReading {
  /** What all cells fit. More than one order of day, month and year: the cells do not tell, and somebody has to. */
  formats: TimeFormat[];
  scale: TimeScale;
  /** Whether they are days: without a time of day, or all at 00:00. */
  dateOnly: boolean;
  /** What they name: days, months where all are the first of one, years where all are its first day; else moments. */
  grain: Grain;
}

export interface TwoValues {
  /** As they are compared (see `sameValue`), and as the file writes them first. */
  zero: string;
  one: string;
  zeroWord: string;
  oneWord: string;
  /** False where nothing tells which of them is 1. */
  told: boolean;
}

/** What all rows of a column tell. */
export interface Column {
  /** Its cell's place in a row. */
  at: number;
  name: string;
  kind: ColumnKind;
  /** A sentence on why. */
  why: string;
  /** What else there is to know: what was read how, what was left out. */
  notes: string[];
  /** Cells with a value, and without; the latter by how they are written. */
  filled: number;
  missing: number;
  marks: [mark: string, count: number][];
  /** Different values; about so many where there are over 2,000. */
  distinct: number;
  examples: string[];
  /** Its values where they are few, with the first row of each. */
  values: { value: string; row: number; count: number }[] | null;
  /** The first row without a value; 0 where every row has one. */
  firstMissing: number;
  /** Whether every number is whole. */
  whole: boolean;
  /** A cell such as `1.200` where the rest of the column and of the file leave open whether the mark sets thousands apart. */
  openMark?: string;
  /** Whether its cells alone do not tell the decimal mark: what was taken is said, and can be changed. */
  eitherMark?: boolean;
  /** A number far from all others, such as −99, that may stand for “not known”; as the file writes it. */
  suspect?: string;
  /** Whether its numbers are times in more than one unit, such as seconds and milliseconds: they do not grow with time. */
  unitsDiffer?: boolean;
  /** Whether some of its numbers have per cent signs, which are read as hundredths. */
  percent?: boolean;
  /** What somebody said of cells: that they are values, or that they are missing. */
  said?: readonly string[];
  /** Whether its cells are the numbers of the rows, in the file’s order, whatever its name. */
  countsRows?: boolean;
  /** Its smallest and its largest number with their first rows; null where it has none. */
  range: { low: { value: number; row: number }; high: { value: number; row: number } } | null;
  /** How its numbers and times are written; null where it can't be read so. */
  decimal: Decimal | null;
  time: TimeReading | null;
  two: TwoValues | null;
  /** Cells that are left out where it is read as numbers or times although it holds others. */
  strays: { value: string; row: number; count: number }[];
}

/** Kinds that a column can be read as, its own first. */
export function possibleKinds(column: Column): ColumnKind[] {
  const others: ColumnKind[] = ['category', 'text', 'id'];
  if (column.decimal !== null) others.unshift('number');
  if (column.time !== null) others.unshift('time');
  if (column.two !== null) others.unshift('two-valued');
  return [column.kind, ...others.filter((kind) => kind !== column.kind)];
}

/** Whether its numbers may be parts of a day, as a spreadsheet writes a time of day: 0.75 is 18:00. */
export const isPartOfDay = ({ kind, whole, range }: Column): boolean =>
  kind === 'number' && !whole && range !== null && range.low.value >= 0 && range.high.value < 1;

/** Whether day, month and year could change places: all cells fit more than one order. */
export const orderOpen = ({ formats }: TimeReading): boolean => ordersIn(formats).length > 1;

/** What somebody has to be asked before a table can be judged. */
export interface Ask {
  /**
   * A role that no column, or more than one, can be given; `dateOrder`, `zone`, `positive`,
   * `threshold`, `decimal` or `missing` of a column.
   */
  role: string;
  /** The column that is asked about; null where a column is asked for. */
  column: string | null;
  /** Possible answers, the two likeliest first. */
  candidates: string[];
  /** Why it has to be asked, where that is not plain. */
  why?: string;
  /** The answer that no column is it, where that is one. */
  none?: string;
  /** A cell of which it is asked whether it is a value or missing. */
  mark?: string;
}
