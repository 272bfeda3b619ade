import type { Mapping } from './guess.ts';
import { checkWidth } from './peek.ts';
import { CsvProblem, shown } from './problem.ts';
import { readRecords } from './records.ts';
import { formatWords, parseTime, type TimeFormat } from './times.ts';

/** A feature as numbers. Words are numbered in the order in which they appear. */
export interface FeatureColumn {
  name: string;
  kind: 'number' | 'words';
  /** NaN where the cell is empty. */
  values: Float64Array;
  words: string[];
  /** When each value was written; NaN where that is not said. Null without such a column. */
  writtenAt: Float64Array | null;
}

/** The mapped columns of a file as typed arrays, in the file's own order. */
export interface TypedTable {
  rows: number;
  /** Milliseconds since 1970, or the plain numbers of the column. */
  time: Float64Array;
  plainTime: boolean;
  label: Uint8Array;
  /** What counts as 0 and as 1. */
  labelWords: [string, string];
  entity: Int32Array | null;
  features: FeatureColumn[];
  /** Rows as a spreadsheet counts them. */
  rowNumbers: Uint32Array;
  /** Rows that were left out, and why. */
  notices: string[];
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

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const missingWords = /^(|na|n\/a|nan|null|none|\?|-)$/i;
/** Whether a cell says that nothing is known. Longer cells are not even looked at: there are millions. */
const isMissing = (cell: string): boolean =>
  cell.length <= 4 &&
  !(cell.charCodeAt(0) >= 48 && cell.charCodeAt(0) <= 57) &&
  missingWords.test(cell);
const positive = /^(1|1\.0+|true|t|yes|y|positive|pos)$/i;

/** Reads the mapped columns. Yields the part that is read; throws a CsvProblem that names row and column. */
export async function* readTable(
  file: Blob,
  mapping: Mapping,
  delimiter: string,
  signal?: AbortSignal,
): AsyncGenerator<number, TypedTable, void> {
  let places: Places | null = null;
  let header: string[] = [];
  const time = new Growing();
  const labels = new Growing();
  const rowNumbers = new Growing();
  const entities = mapping.entity === null ? null : new Growing();
  const entityNumbers = new Map<string, number>();
  const features = mapping.features.map((feature) => ({
    ...feature,
    values: new Growing(),
    written: feature.writtenAt === null ? null : new Growing(),
    words: new Map<string, number>(),
    numeric: true,
    cells: 0,
  }));
  const labelWords: string[] = [];
  const skipped = { label: { count: 0, row: 0 }, time: { count: 0, row: 0 } };
  for await (const piece of readRecords(file, { delimiter, signal })) {
    let first = 0;
    if (places === null) {
      // The first pieces of a file may hold blank lines only.
      if (piece.rows.length === 0) continue;
      header = piece.rows[0]!.map((name) => name.trim());
      places = placesOf(header, mapping);
      first = 1;
    }
    for (let i = first; i < piece.rows.length; i++) {
      const cells = piece.rows[i]!;
      const row = piece.numbers[i]!;
      checkWidth(cells, header.length, row);
      const labelCell = cells[places.label]!.trim();
      const timeCell = cells[places.time]!.trim();
      const lacking = whatLacks(labelCell, timeCell);
      if (lacking) {
        skipped[lacking].count += 1;
        skipped[lacking].row ||= row;
        continue;
      }
      let word = labelWords.indexOf(labelCell);
      if (word < 0) {
        if (labelWords.length === 2)
          throw new CsvProblem({
            what:
              `Row ${place(row)}, column “${mapping.label}”: ${shown(labelCell)} is a third value ` +
              `after ${shown(labelWords[0]!)} and ${shown(labelWords[1]!)}.`,
            row,
            column: mapping.label,
            next: 'A label has two values. Choose another column as the label, or make two groups of its values before the export.',
          });
        word = labelWords.push(labelCell) - 1;
      }
      time.push(readTime(timeCell, mapping.timeFormat, row, mapping.time));
      labels.push(word);
      rowNumbers.push(row);
      if (entities) entities.push(codeOf(entityNumbers, cells[places.entity]!.trim()));
      features.forEach((feature, k) => {
        const cell = cells[places!.features[k]!]!.trim();
        feature.values.push(valueOf(feature, cell));
        if (feature.written) {
          const written = cells[places!.written[k]!]!.trim();
          feature.written.push(
            isMissing(written)
              ? NaN
              : readTime(written, feature.writtenFormat!, row, feature.writtenAt!),
          );
        }
      });
    }
    yield piece.fraction;
  }
  if (labels.length === 0)
    throw new CsvProblem({
      what: `No row has both a time (“${mapping.time}”) and a label (“${mapping.label}”).`,
      row: skipped.label.row || skipped.time.row || 2,
      column: skipped.label.count > 0 ? mapping.label : mapping.time,
      next: 'Choose other columns for time and label, or fill the empty cells.',
    });
  if (labelWords.length === 1)
    throw new CsvProblem({
      what:
        `Column “${mapping.label}” holds ${shown(labelWords[0]!)} in all ` +
        `${labels.length.toLocaleString('en-US')} rows, from row ` +
        `${place(rowNumbers.values[0]!)} on.`,
      row: rowNumbers.values[0],
      column: mapping.label,
      next: 'With one value there is nothing to predict. Choose another label, or export rows with both outcomes.',
    });
  const one = positiveWord(labelWords as [string, string], labels);
  return {
    rows: labels.length,
    time: time.done(),
    plainTime: mapping.timeFormat === 'number',
    label: Uint8Array.from(labels.done(), (word) => (word === one ? 1 : 0)),
    labelWords: [labelWords[1 - one]!, labelWords[one]!],
    entity: entities ? Int32Array.from(entities.done()) : null,
    features: features.map((feature) => ({
      name: feature.column,
      kind: feature.numeric ? 'number' : 'words',
      values: feature.values.done(),
      words: feature.numeric ? [] : [...feature.words.keys()],
      writtenAt: feature.written?.done() ?? null,
    })),
    rowNumbers: Uint32Array.from(rowNumbers.done()),
    notices: (['label', 'time'] as const).flatMap((what) =>
      skipped[what].count === 0
        ? []
        : [
            `${skipped[what].count.toLocaleString('en-US')} ` +
              (skipped[what].count === 1 ? 'row has' : 'rows have') +
              ` no ${what} and ${skipped[what].count === 1 ? 'is' : 'are'} left out; the first is ` +
              `row ${place(skipped[what].row)} (column “${mapping[what]}”).`,
          ],
    ),
  };
}

const place = (row: number) => row.toLocaleString('en-US');

interface Places {
  time: number;
  label: number;
  entity: number;
  features: number[];
  written: number[];
}

function placesOf(header: readonly string[], mapping: Mapping): Places {
  const find = (name: string) => {
    const at = header.indexOf(name);
    if (at < 0)
      throw new CsvProblem({
        what: `Row 1 no longer has a column “${name}”: the file has changed since it was chosen.`,
        row: 1,
        column: name,
        next: 'Choose the file again.',
      });
    return at;
  };
  return {
    time: find(mapping.time),
    label: find(mapping.label),
    entity: mapping.entity === null ? -1 : find(mapping.entity),
    features: mapping.features.map((feature) => find(feature.column)),
    written: mapping.features.map((feature) =>
      feature.writtenAt === null ? -1 : find(feature.writtenAt),
    ),
  };
}

function readTime(cell: string, format: TimeFormat, row: number, column: string): number {
  const at = parseTime(cell, format);
  if (!Number.isNaN(at)) return at;
  const mixed = (
    ['iso-zone', 'iso', 'epoch-ms', 'epoch-s', 'day-month-year', 'month-day-year'] as const
  ).find((other) => !Number.isNaN(parseTime(cell, other)));
  const why = mixed
    ? `${shown(cell)} is written as ${formatWords[mixed]}; the rows before it as ${formatWords[format]}`
    : `${shown(cell)} is no time of the form ${formatWords[format]}`;
  throw new CsvProblem({
    what: `Row ${place(row)}, column “${column}”: ${why}.`,
    row,
    column,
    next: mixed
      ? 'Write all times of a column in one way, best as 2024-03-01T09:30:00Z, or choose the other reading if it fits all rows.'
      : 'Put that cell right or leave it empty (its row is then left out), or choose another column as the time.',
  });
}

function valueOf(
  feature: { numeric: boolean; words: Map<string, number>; values: Growing },
  cell: string,
): number {
  if (isMissing(cell)) return NaN;
  if (feature.numeric) {
    if (number.test(cell)) return Number(cell);
    // The first word among numbers: from here on they are all words.
    feature.numeric = false;
    for (let i = 0; i < feature.values.length; i++) {
      const before = feature.values.values[i]!;
      if (!Number.isNaN(before)) feature.values.values[i] = codeOf(feature.words, String(before));
    }
  }
  return codeOf(feature.words, number.test(cell) ? String(Number(cell)) : cell);
}

function codeOf(numbers: Map<string, number>, word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size);
  return numbers.size - 1;
}

/** Which of two words counts as 1: the one that says yes, else the rarer. */
function positiveWord(words: [string, string], labels: Growing): number {
  const yes = words.findIndex((word) => positive.test(word));
  if (yes >= 0 && !positive.test(words[1 - yes]!)) return yes;
  let ones = 0;
  for (let i = 0; i < labels.length; i++) ones += labels.values[i]!;
  return ones * 2 <= labels.length ? 1 : 0;
}

function whatLacks(labelCell: string, timeCell: string): 'label' | 'time' | null {
  if (isMissing(labelCell)) return 'label';
  return isMissing(timeCell) ? 'time' : null;
}
