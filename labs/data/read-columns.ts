import { trimCell } from './cells.ts';
import { isPartOfDay, type Column } from './column.ts';
import type { FileSource } from './encoding.ts';
import { checkWidth } from './layout.ts';
import { parseNumber } from './numbers.ts';
import { CsvProblem, shown } from './problem.ts';
import { readRecords } from './records.ts';
import type { Survey } from './survey.ts';
import type { TimeFormat } from './times/formats.ts';
import { readTime } from './times/parse.ts';
import { momentsIn, type Zone } from './times/zones.ts';
import { sameValue } from './two-values.ts';

const hourMs = 3_600_000;

/** How one column is to be read. */
export type Wanted =
  | { as: 'number'; column: Column }
  | {
      as: 'two';
      column: Column;
      /** The values that count as 1, as the file writes them; all others as 0. Without it the column’s own two. */
      one?: readonly string[];
      /** The values that count as 0, where not all others do; the rest is missing then. */
      zero?: readonly string[];
    }
  | { as: 'words'; column: Column }
  /** 1 where a cell is not missing. */
  | { as: 'filled'; column: Column }
  | {
      as: 'time';
      column: Column;
      format: TimeFormat;
      /** Where the clock stood that cells without a zone show; null leaves them as they are. */
      zone: Zone | null;
      /** A column with the time of day, for one of days. */
      clock: Column | null;
    };

/** A column as numbers: NaN where it is missing. Times in milliseconds, two values as 0 and 1, words by number. */
export interface ReadColumn {
  values: Float64Array;
  /** The words, in the order of their letters; empty for all else. */
  words: string[];
  /** By how many milliseconds a time may be later than `values` says: its clock showed that hour twice, or a cell among times names a day alone. Null where none may. */
  slack: Float64Array | null;
  /** Of times: by how many milliseconds the clock that a cell shows is ahead of UTC. Null where none is. */
  ahead?: Float64Array | null;
}

export interface ReadTable {
  columns: ReadColumn[];
  /** Rows as a spreadsheet counts them. */
  rowNumbers: Uint32Array;
}

/** Numbers that grow; half as large as an array of boxed ones and ready to hand on. */
class Growing {
  values = new Float64Array(1024);
  length = 0;
  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
  done = () => this.values.slice(0, this.length);
}

/** Reads some columns of a surveyed file. Yields the part that is read. Throws a CsvProblem where the file is another than it was. */
export async function* readColumns(
  file: FileSource,
  { dialect, layout, width, columns, footer = Infinity }: Survey,
  wanted: readonly Wanted[],
  signal?: AbortSignal,
): AsyncGenerator<number, ReadTable, void> {
  const readers = wanted.map(readerOf);
  const rowNumbers = new Growing();
  const last = Math.max(...columns.map(({ at }) => at));
  let header = layout.header;
  for await (const piece of readRecords(file, { dialect, signal })) {
    for (let i = 0; i < piece.rows.length; i++) {
      if (header) {
        header = false;
        continue;
      }
      const cells = piece.rows[i]!;
      const row = piece.numbers[i]!;
      if (row >= footer) break;
      if (cells.length <= last) checkWidth(cells, width, row);
      rowNumbers.push(row);
      for (const reader of readers) reader.add(cells, row);
    }
    yield piece.fraction;
  }
  return {
    columns: readers.map((reader) => reader.done()),
    rowNumbers: new Uint32Array(rowNumbers.done()),
  };
}

interface Reader {
  add(cells: readonly string[], row: number): void;
  done(): ReadColumn;
}

function readerOf(wanted: Wanted): Reader {
  if (wanted.as === 'words') return wordReader(wanted.column);
  if (wanted.as === 'time') return timeReader(wanted);
  const values = new Growing();
  const { at } = wanted.column;
  const missing = new Set(wanted.column.marks.map(([mark]) => mark));
  const read = cellReader(wanted);
  return {
    add: (cells, row) => {
      const cell = trimCell(cells[at]!);
      values.push(missing.has(cell) ? NaN : read(cell, cells, row));
    },
    done: () => ({ values: values.done(), words: [], slack: null }),
  };
}

/** Reads a cell that is not missing. */
function cellReader(
  wanted: Exclude<Wanted, { as: 'words' | 'time' }>,
): (cell: string, cells: readonly string[], row: number) => number {
  const { column } = wanted;
  switch (wanted.as) {
    case 'number': {
      const decimal = column.decimal ?? '.';
      return (cell, _cells, row) => {
        const value = parseNumber(cell, decimal);
        if (Number.isNaN(value) && column.kind === 'number') throw changed(column, cell, row);
        return value;
      };
    }
    case 'filled':
      return () => 1;
    case 'two': {
      const [ones, zeros] = sidesOf(wanted);
      const known = new Map<string, number>();
      return (cell) => {
        const quick = known.get(cell);
        if (quick !== undefined) return quick;
        const same = sameValue(cell);
        let value = NaN;
        if (ones.has(same)) value = 1;
        else if (zeros === null || zeros.has(same)) value = 0;
        known.set(cell, value);
        return value;
      };
    }
  }
}

/** What a cell with a day alone may be later than the day's beginning. */
const restOfDay = 24 * hourMs - 1;

/** Reads times with how much later they may be: a clock showed an hour twice, or a cell among times names a day alone. */
function timeReader({ column, format, zone, clock }: Extract<Wanted, { as: 'time' }>): Reader {
  const values = new Growing();
  // A spreadsheet's whole number is the day's beginning, exactly.
  const daysAreOpen = column.time?.dateOnly === false && clock === null && format !== 'excel';
  let slack: Growing | null = null;
  let ahead: Growing | null = null;
  const missing = new Set(column.marks.map(([mark]) => mark));
  const clockOf = clock && clockReader(clock);
  return {
    add: (cells, row) => {
      const cell = trimCell(cells[column.at]!);
      const day = missing.has(cell) ? null : readTime(cell, format);
      if (!day && !missing.has(cell) && column.kind === 'time') throw changed(column, cell, row);
      const local = day ? day.at + (clockOf ? clockOf(cells) : 0) : NaN;
      const [first, last] =
        zone && day && !day.zoned && !Number.isNaN(local) ? momentsIn(zone, local) : [local, local];
      const by = Number.isNaN(first) ? 0 : (day?.ahead ?? 0) + local - first;
      const later = daysAreOpen && day?.timed === false ? restOfDay : 0;
      const open = Number.isNaN(first) ? 0 : last - first + later;
      if (by !== 0) ahead ??= zeros(values.length);
      if (open !== 0) slack ??= zeros(values.length);
      ahead?.push(by);
      values.push(first);
      slack?.push(open);
    },
    done: () => ({
      ...{ values: values.done(), words: [] },
      ...{ slack: slack && slack.done(), ahead: ahead && ahead.done() },
    }),
  };
}

function zeros(count: number): Growing {
  const growing = new Growing();
  for (let i = 0; i < count; i++) growing.push(0);
  return growing;
}

/** Reads a row's time of day in milliseconds; NaN where it has none. A column of numbers holds hours, or parts of a day. */
function clockReader(clock: Column): (cells: readonly string[]) => number {
  const unit = isPartOfDay(clock) ? 24 * hourMs : hourMs;
  if (clock.kind === 'number')
    return (cells) =>
      Math.round(parseNumber(trimCell(cells[clock.at]!), clock.decimal ?? '.') * unit);
  const format = clock.time?.formats[0] ?? 'time-of-day';
  return (cells) => readTime(trimCell(cells[clock.at]!), format)?.at ?? NaN;
}

/** The values that count as 1, and those that count as 0: null for all others. */
function sidesOf({
  column: { two },
  one,
  zero,
}: Extract<Wanted, { as: 'two' }>): [ReadonlySet<string>, ReadonlySet<string> | null] {
  const same = (values: readonly string[]) => new Set(values.map(sameValue));
  if (one === undefined) return [new Set([two!.one]), new Set([two!.zero])];
  if (zero) return [same(one), same(zero)];
  const ones = same(one);
  const rest = two ? [two.zero, two.one].filter((value) => !ones.has(value)) : null;
  return [ones, rest && new Set(rest)];
}

function wordReader(column: Column): Reader {
  const codes = new Growing();
  const numbers = new Map<string, number>();
  const missing = new Set(column.marks.map(([mark]) => mark));
  return {
    add: (cells) => {
      const cell = trimCell(cells[column.at]!);
      let code = numbers.get(cell);
      if (code === undefined) {
        if (missing.has(cell)) return codes.push(NaN);
        code = numbers.size;
        numbers.set(cell, code);
      }
      codes.push(code);
    },
    done: () => {
      // In the order of their letters, so that the order of rows never matters.
      const words = [...numbers.keys()].sort();
      const place = new Float64Array(words.length);
      words.forEach((word, at) => (place[numbers.get(word)!] = at));
      const values = codes.done();
      for (let i = 0; i < values.length; i++)
        if (!Number.isNaN(values[i]!)) values[i] = place[values[i]!]!;
      return { values, words, slack: null };
    },
  };
}

const changed = (column: Column, cell: string, row: number) =>
  new CsvProblem({
    what:
      `Row ${row.toLocaleString('en-US')}, column “${column.name}”: ${shown(cell)} was not ` +
      'there before: the file has changed since it was chosen.',
    row,
    column: column.name,
    next: 'Choose the file again.',
  });
