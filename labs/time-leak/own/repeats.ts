import { seededRandom, type Random } from '../../math/random.ts';
import type { LeakTable } from './leak-table.ts';
import { rowsByLabel, shuffledWithin, type Strata } from './shuffle.ts';
import type { Sides } from './split.ts';

/** Later rows whose features and label are those of an earlier row, and how many chance gives. */
export interface Repeats {
  /** Places of the later rows, and of the earlier row that each repeats. */
  later: number[];
  earlier: number[];
  /** Mean over tables whose columns are shuffled, each for itself, among rows of one label. */
  byChance: number;
  tested: number;
}

const many = 200_000;

/** Looks for rows that repeat across the split, whatever their time and whoever they belong to. */
export function findRepeats(table: LeakTable, { train, test }: Sides): Repeats | null {
  const columns = table.features.map(({ values }) => values);
  if (columns.length === 0 || train.length === 0) return null;
  const found = repeated(table.label, columns, train, test);
  const sides = rowsByLabel(table.label);
  const rounds = table.rows > many ? 1 : 5;
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    const random = seededRandom(7).fork(`chance ${round}`);
    // Each column has a stream of its own, or all would be shuffled alike.
    sum += repeated(table.label, shuffledColumns(columns, sides, random), train, test).later.length;
  }
  return { ...found, byChance: sum / rounds, tested: test.length };
}

/** One after the other: a copy of all of them at once would be as large as the table. */
function* shuffledColumns(
  columns: readonly Float64Array[],
  sides: Strata,
  random: Random,
): Generator<Float64Array> {
  for (const [k, column] of columns.entries())
    yield shuffledWithin(column, sides, random.fork(`column ${k}`));
}

function repeated(
  label: Uint8Array,
  columns: Iterable<Float64Array>,
  train: Uint32Array,
  test: Uint32Array,
): { later: number[]; earlier: number[] } {
  const keys = keysOf(label, columns);
  const first = firstRows(train, keys);
  const later: number[] = [];
  const earlier: number[] = [];
  for (const row of test) {
    const known = first(keys[row]!);
    if (known < 0) continue;
    later.push(row);
    earlier.push(known);
  }
  return { later, earlier };
}

/** The first row of each key; −1 for a key of none. A table with open addressing: a Map of so many numbers takes four times the room. */
function firstRows(rows: Uint32Array, keys: Float64Array): (key: number) => number {
  const bits = Math.max(4, Math.ceil(Math.log2(2 * rows.length)));
  const mask = 2 ** bits - 1;
  const keysAt = new Float64Array(mask + 1);
  const rowsAt = new Int32Array(mask + 1).fill(-1);
  const placeOf = (key: number) => {
    let place = (key % 0x1_0000_0000) & mask;
    while (rowsAt[place]! >= 0 && keysAt[place] !== key) place = (place + 1) & mask;
    return place;
  };
  for (const row of rows) {
    const key = keys[row]!;
    const place = placeOf(key);
    if (rowsAt[place]! >= 0) continue;
    keysAt[place] = key;
    rowsAt[place] = row;
  }
  return (key) => rowsAt[placeOf(key)]!;
}

/** 53 bits of each row: two rows in a million million share them by chance. Columns are asked for one after the other. */
function keysOf(label: Uint8Array, columns: Iterable<Float64Array>): Float64Array {
  const a = new Int32Array(label.length);
  const b = new Int32Array(label.length);
  for (let row = 0; row < label.length; row++) {
    a[row] = 0x9e3779b9 ^ label[row]!;
    b[row] = 0x85ebca6b + label[row]!;
  }
  for (const column of columns) {
    const words = new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
    for (let row = 0; row < label.length; row++) {
      const low = words[2 * row]!;
      const high = words[2 * row + 1]!;
      const mixed = Math.imul(a[row]! ^ low, 0x85ebca6b) ^ Math.imul(high, 0xc2b2ae35);
      a[row] = (mixed << 13) | (mixed >>> 19);
      const sum = Math.imul(b[row]! ^ high, 0x27d4eb2f) + Math.imul(low, 0x165667b1);
      b[row] = sum ^ (sum >>> 15);
    }
  }
  const keys = new Float64Array(label.length);
  for (let row = 0; row < label.length; row++) {
    const first = a[row]! ^ (a[row]! >>> 16);
    const second = Math.imul(b[row]!, 0x2c1b3c6d);
    keys[row] = (first >>> 0) * 0x200000 + ((second ^ (second >>> 13)) >>> 11);
  }
  return keys;
}
