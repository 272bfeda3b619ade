import { missingMark, trimCell } from './cells.ts';
import { numberShape, parseNumber, shape } from './numbers.ts';
import { formatBit, formatsIn, timeFlag } from './times/formats.ts';
import { emptyNumbers, emptyTimes, type Extreme, type Placed } from './tallies.ts';
import { endsInMinutes } from './times/clock.ts';
import { readTime, timeShape } from './times/parse.ts';
import { isZero } from './times/span.ts';
import { shortEnds } from './times/two-digit-year.ts';

/** Values of a column are counted one by one up to so many different ones. */
export const mostCounted = 2_000;
/** After so many cells a reading that hardly any of them fits is given up. */
const enough = 2_000;
const mostStrays = 3;
const day = 86_400;

/** Which marks count as missing, where somebody has chosen: beside what they usually mean. */
export interface MissingChoice {
  /** Cells that are values although they look like “not known”. */
  values: readonly string[];
  /** Cells that mean “not known” although they look like values. */
  marks: readonly string[];
}

/** Counts what all cells of one column have in common, one after the other. */
export class ColumnTally {
  filled = 0;
  /** Missing cells by how they are written; those that only say so among numbers, times and two values apart. */
  marks = new Map<string, number>();
  doubtful = new Map<string, Placed>();
  /** Every value with its count; null where there are too many. */
  values: Map<string, Placed> | null = new Map();
  numbers = emptyNumbers();
  times = emptyTimes();
  /** The first row without a value; 0 where every row has one. */
  firstMissing = 0;
  /** The first few cells with a value. */
  firstCells: string[] = [];
  /** Cells of one word, and of letters or digits alone; the letters of all. */
  words = 0;
  withDigits = 0;
  letters = 0;
  /** Whether each cell is the one before it and one. */
  counting = true;
  private before = NaN;
  private numbersAlive = true;
  private timesAlive = true;
  private bitmap: Uint32Array | null = null;
  private readonly bits: number;
  private readonly choice: MissingChoice;

  /** @param bits of the bitmap by which many different values are counted: 2^bits */
  constructor(choice: MissingChoice, bits: number) {
    this.choice = choice;
    this.bits = bits;
  }

  /** What somebody said of cells: that they are values, or that they are missing. */
  get said(): string[] {
    return [...this.choice.values, ...this.choice.marks];
  }

  add(raw: string, row: number): void {
    const cell = trimCell(raw);
    if (this.counting) this.follow(cell);
    if (this.values === null) {
      this.mark(cell);
      this.fold(cell, row, 1);
      return;
    }
    const known = this.values.get(cell);
    if (known) {
      known.count++;
      if (row < known.row) known.row = row;
      return;
    }
    this.values.set(cell, { cell, row, count: 1 });
    if (this.values.size <= mostCounted) return;
    // Too many: what was counted is folded in, and the rest one by one.
    const counted = this.values;
    this.values = null;
    this.bitmap = new Uint32Array(1 << (this.bits - 5));
    for (const { cell: value, row: first, count } of counted.values()) {
      this.mark(value);
      this.fold(value, first, count);
    }
  }

  /** Counts what the values have in common; to be called after the last cell, and again after another. */
  finish(): void {
    if (this.values === null) return;
    this.filled = 0;
    this.marks = new Map();
    this.doubtful = new Map();
    this.numbers = emptyNumbers();
    this.times = emptyTimes();
    this.firstCells = [];
    this.firstMissing = 0;
    this.words = 0;
    this.withDigits = 0;
    this.letters = 0;
    for (const { cell, row, count } of this.values.values()) this.fold(cell, row, count);
  }

  /** Every value that is not missing, in the order of its first row; null where there are too many. */
  get listed(): Placed[] | null {
    if (this.values === null) return null;
    return [...this.values.values()]
      .filter(({ cell }) => !this.isMissing(cell))
      .sort((a, b) => a.row - b.row);
  }

  /** Different values; estimated by linear counting (Whang et al. 1990) where they are many. */
  get distinct(): number {
    if (this.values !== null) return this.values.size - this.marks.size;
    let zeros = 0;
    for (const word of this.bitmap!) zeros += 32 - popCount(word);
    const size = 2 ** this.bits;
    return Math.round(size * Math.log(size / Math.max(1, zeros)));
  }

  private isMissing(cell: string): boolean {
    if (this.choice.marks.includes(cell)) return true;
    return missingMark(cell) === 'always' && !this.choice.values.includes(cell);
  }

  private follow(cell: string): void {
    const value = cell === '' ? NaN : Number(cell);
    this.counting = Number.isNaN(this.before) ? Number.isInteger(value) : value === this.before + 1;
    this.before = value;
  }

  private mark(cell: string): void {
    let hash = 0x811c9dc5;
    for (let i = 0; i < cell.length; i++) hash = Math.imul(hash ^ cell.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
    const place = (hash ^ (hash >>> 15)) >>> (32 - this.bits);
    this.bitmap![place >>> 5]! |= 1 << (place & 31);
  }

  private fold(cell: string, row: number, count: number): void {
    if (this.isMissing(cell)) {
      this.marks.set(cell, (this.marks.get(cell) ?? 0) + count);
      if (this.firstMissing === 0 || row < this.firstMissing) this.firstMissing = row;
      return;
    }
    this.filled += count;
    if (missingMark(cell) === 'among others' && !this.choice.values.includes(cell)) {
      const known = this.doubtful.get(cell);
      if (known) known.count += count;
      else this.doubtful.set(cell, { cell, row, count });
      return;
    }
    this.letters += cell.length * count;
    if (this.firstCells.length < 3) this.firstCells.push(cell);
    if (this.numbersAlive) this.foldNumber(cell, row, count);
    else this.foldWord(cell, count);
    if (this.timesAlive) this.foldTime(cell, row, count);
  }

  private foldNumber(cell: string, row: number, count: number): void {
    const { numbers } = this;
    const bits = numberShape(cell);
    if (bits === 0) {
      numbers.strayCells += count;
      keep(numbers.strays, cell, row, count);
      this.foldWord(cell, count);
      if (this.filled > enough && numbers.cells * 5 < this.filled) this.numbersAlive = false;
      return;
    }
    numbers.cells += count;
    if (bits & shape.unclear) numbers.unclear = placed(numbers.unclear, cell, row, count);
    else if (!(bits & shape.comma)) numbers.point = placed(numbers.point, cell, row, count);
    else if (!(bits & shape.point)) numbers.comma = placed(numbers.comma, cell, row, count);
    if (bits & shape.percent) numbers.percent = placed(numbers.percent, cell, row, count);
    const value = parseNumber(cell, bits & shape.point ? '.' : ',');
    lower(numbers.low, value, row, count);
    higher(numbers.high, value, row, count);
    const other = bits & shape.unclear ? parseNumber(cell, ',') : value;
    lower(numbers.commaLow, other, row, count);
    higher(numbers.commaHigh, other, row, count);
    if (bits & shape.grouped) numbers.grouped += count;
    if (bits & shape.currency) numbers.currency += count;
    if (!(bits & shape.integer)) return;
    numbers.integers += count;
    if (bits & shape.leadingZero) numbers.leadingZeros += count;
    // What has thousands marks is a quantity, however many digits it has.
    if (bits & shape.grouped) {
      numbers.fewestDigits = 0;
      return;
    }
    numbers.plain += count;
    numbers.plainMost = Math.max(numbers.plainMost, Math.abs(value));
    if (cell.length < numbers.fewestDigits) numbers.fewestDigits = cell.length;
    if (cell.length > numbers.mostDigits) numbers.mostDigits = cell.length;
  }

  private foldTime(cell: string, row: number, count: number): void {
    const { times } = this;
    if (isZero(cell) && !this.choice.values.includes(cell)) {
      keep(times.zeros, cell, row, count);
      return;
    }
    const bits = timeShape(cell);
    const formats = bits & 0xffff;
    if (formats === 0) {
      times.strayCells += count;
      keep(times.strays, cell, row, count);
      if (this.filled > enough && times.cells * 5 < this.filled) this.timesAlive = false;
      return;
    }
    times.cells += count;
    const common = times.common & formats;
    if (common === 0 && times.common !== 0)
      times.clash = { cell, row, count, before: times.common };
    times.common = common;
    if (bits & timeFlag.zoned) times.zoned += count;
    if (bits & timeFlag.unzoned) times.unzoned = placed(times.unzoned, cell, row, count);
    // A day such as 13.10.24 could be a time of day too; as a day it has none.
    if (bits & timeFlag.dateOnly) times.dateOnly += count;
    // Whether there is any is all that is asked.
    else if (times.notMidnight === 0 && !atMidnight(cell)) times.notMidnight = count;
    if (formats & formatBit['year-month-day']) {
      const ends = shortEnds(cell) ?? [0, 0];
      times.shortEnds = [times.shortEnds[0] | ends[0], times.shortEnds[1] | ends[1]];
    }
    if (times.notMinute === 0 && bits & timeFlag.timed && !endsInMinutes(cell))
      times.notMinute = count;
    if (times.notFirst > 0) return;
    const date = new Date(readTime(cell, formatsIn(formats)[0]!)!.at);
    if (date.getUTCDate() !== 1) times.notFirst = count;
    if (date.getUTCMonth() !== 0) times.notJanuary = count;
  }

  private foldWord(cell: string, count: number): void {
    if (!/\s/.test(cell)) this.words += count;
    if (/\d/.test(cell)) this.withDigits += count;
  }
}

/** Seconds, milliseconds, microseconds and nanoseconds of a day, and the digits that midnight ends with, by the length of the figures. */
const dayOf: Record<number, number> = {
  9: day,
  10: day,
  12: day * 1e3,
  13: day * 1e3,
  16: day * 1e6,
  18: day * 1e9,
  19: day * 1e9,
};
const midnightText =
  /(?:[ T,]|\d{4}:)0?0[:.]00(?:[:.]00(?:[.,:]0+)?)?(?![:.\d])(?!\s*p)|12:00(?::00)?\s*a/i;

function atMidnight(cell: string): boolean {
  if (!/^\d+$/.test(cell)) return midnightText.test(cell);
  if (cell.length === 14) return cell.endsWith('000000');
  return +cell % (dayOf[cell.length] ?? day) === 0;
}

/** Takes a number in where it is the smallest so far, or the next. */
function lower(low: Extreme, value: number, row: number, count: number): void {
  if (value < low.value) Object.assign(low, { value, row, count, next: low.value });
  else if (value === low.value) low.count += count;
  else if (value < low.next) low.next = value;
}
function higher(high: Extreme, value: number, row: number, count: number): void {
  if (value > high.value) Object.assign(high, { value, row, count, next: high.value });
  else if (value === high.value) high.count += count;
  else if (value > high.next) high.next = value;
}

const placed = (known: Placed | null, cell: string, row: number, count: number): Placed =>
  known === null
    ? { cell, row, count }
    : {
        cell: row < known.row ? cell : known.cell,
        row: Math.min(row, known.row),
        count: known.count + count,
      };

function keep(strays: Placed[], cell: string, row: number, count: number): void {
  const known = strays.find((stray) => stray.cell === cell);
  if (known) known.count += count;
  else if (strays.length < mostStrays) strays.push({ cell, row, count });
}

function popCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
