import type { FileSource } from '../../data/encoding.ts';
import { CsvProblem, differentWords, shown } from '../../data/problem.ts';
import { readColumns, type ReadColumn, type Wanted } from '../../data/read-columns.ts';
import type { Survey } from '../../data/survey.ts';
import type { Column } from '../../data/column.ts';
import type { Grain } from '../../data/times/grain.ts';
import { gather } from '../../math/places.ts';
import type { FeatureColumn, LeakTable, LeftColumn, Written } from './leak-table.ts';
import { hasFigures, isSpan } from './roles/table-roles.ts';
import { withoutNever } from './never-times.ts';
import type { LeftTimes, TableMapping, TimeUse } from './table-mapping.ts';

/** Times of day and lengths of time are scored in minutes. */
const minute = 60_000;
const show = (n: number) => n.toLocaleString('en-US');

/** Reads the mapped columns. Yields the part that is read; throws a CsvProblem that names row and column. */
export async function* readTable(
  file: FileSource,
  survey: Survey,
  mapping: TableMapping,
  signal?: AbortSignal,
): AsyncGenerator<number, LeakTable, void> {
  const { time, label, owner, features } = mapping;
  checkLabel(label, survey);
  checkTime(time);
  const wanted: Wanted[] = [timeWanted(time), { as: 'two', column: label }];
  if (owner) wanted.push({ as: 'words', column: owner });
  const ownerAt = owner && isWhole(owner) ? wanted.push({ as: 'number', column: owner }) - 1 : -1;
  const places = features.map(({ column, written }) => {
    const place = { values: wanted.push(featureWanted(column)) - 1, written: -1 };
    if (written) place.written = wanted.push(timeWanted(written)) - 1;
    return place;
  });
  const leftAt = mapping.left.map(({ column, times }) => {
    const from = wanted.length;
    wanted.push({ as: 'filled', column }, ...(times?.uses ?? []).map(timeWanted));
    if (hasFigures(column)) wanted.push({ as: 'number', column });
    return from;
  });
  const read = yield* readColumns(file, survey, wanted, signal);
  const never = withoutNever(read, wanted);
  const [times, labels] = [read.columns[0]!.values, read.columns[1]!.values];
  const skipped = { label: { count: 0, row: 0 }, time: { count: 0, row: 0 } };
  const kept = new Uint32Array(times.length);
  let count = 0;
  for (let i = 0; i < times.length; i++) {
    const lacking = whatLacks(labels[i]!, times[i]!);
    if (lacking === null) {
      kept[count++] = i;
      continue;
    }
    skipped[lacking].count += 1;
    skipped[lacking].row ||= read.rowNumbers[i]!;
  }
  const names = { label: label.name, time: time.column.name };
  if (count === 0) throw nothingLeft(names, skipped);
  const rows = kept.subarray(0, count);
  const all = count === times.length;
  const numbers = (from: Float64Array) => (all ? from : gather(from, rows));
  const { two } = label;
  return {
    rows: rows.length,
    time: numbers(times),
    timeSlack: slackOf(read.columns[0]!, numbers),
    timeName: time.column.name,
    timeScale: time.format === 'number' ? 'plain' : time.column.time!.scale,
    grain: grainOf(time),
    label: checkBoth(new Uint8Array(numbers(labels)), label, read.rowNumbers[rows[0]!]!),
    labelWords: [two!.zeroWord, two!.oneWord],
    labelName: label.name,
    entity: owner ? ownersOf(read.columns[2]!, rows) : null,
    ownerFigures: ownerAt < 0 ? null : numbers(read.columns[ownerAt]!.values),
    dayShift: aheadOf(read.columns[0]!, numbers),
    entityName: owner?.name ?? mapping.once,
    features: features.map((feature, k) =>
      featureOf(
        feature,
        read.columns[places[k]!.values]!,
        read.columns[places[k]!.written],
        numbers,
      ),
    ),
    left: mapping.left.map(({ column, times }, k) => {
      const from = leftAt[k]! + 1;
      const waysEnd = from + (times?.uses.length ?? 0);
      return leftOf(column, times, {
        filled: numbers(filledOf(read.columns.slice(from - 1, waysEnd))),
        ways: read.columns.slice(from, waysEnd).map(({ values }) => numbers(values)),
        figures: hasFigures(column) ? numbers(read.columns[waysEnd]!.values) : null,
      });
    }),
    rowNumbers: all ? read.rowNumbers : gather(read.rowNumbers, rows),
    notices: [
      ...never,
      ...(['label', 'time'] as const).flatMap((what) =>
        skippedWords(what, skipped[what], names[what]),
      ),
    ],
  };
}

/** Which cells of a column are filled in; a time that stands for none is not. */
function filledOf([cells, ...ways]: ReadColumn[]): Float64Array {
  if (ways.length === 0) return cells!.values;
  return cells!.values.map((value, i) =>
    ways.every(({ values }) => Number.isNaN(values[i]!)) ? NaN : value,
  );
}

const timeWanted = ({ column, format, zone, clock }: TimeUse): Wanted =>
  format === 'number' ? { as: 'number', column } : { as: 'time', column, format, zone, clock };

const featureWanted = (column: Column): Wanted => {
  if (isSpan(column))
    return timeWanted({ column, format: column.time!.formats[0]!, zone: null, clock: null });
  const numeric =
    column.kind === 'number' || (column.kind === 'two-valued' && column.decimal !== null);
  return { as: numeric ? 'number' : 'words', column };
};

function grainOf({ column, format, clock }: TimeUse): Grain {
  if (clock?.kind === 'number') return clock.whole ? 'hour' : 'moment';
  if (clock !== null) return clock.time?.grain === 'minute' ? 'minute' : 'moment';
  return format !== 'number' && column.time ? column.time.grain : 'moment';
}

function featureOf(
  { column, written, refused, writtenName }: TableMapping['features'][number],
  { values, words }: ReadColumn,
  at: ReadColumn | undefined,
  numbers: (from: Float64Array) => Float64Array,
): FeatureColumn {
  let dates: Written | null = null;
  if (written && at)
    dates = {
      column: written.column.name,
      at: numbers(at.values),
      slack: slackOf(at, numbers),
      grain: grainOf(written),
      refused: null,
    };
  else if (refused !== null) dates = { column: writtenName!, refused, dated: column.filled };
  return {
    name: column.name,
    kind: words.length > 0 ? 'words' : 'number',
    values: isSpan(column) ? numbers(values).map((at) => at / minute) : numbers(values),
    words,
    written: dates,
  };
}

const slackOf = ({ slack }: ReadColumn, numbers: (from: Float64Array) => Float64Array) =>
  slack && slack.some((later) => later > 0) ? numbers(slack) : null;

function leftOf(
  { name }: Column,
  times: LeftTimes | null,
  {
    filled,
    ways,
    figures,
  }: { filled: Float64Array; ways: Float64Array[]; figures: Float64Array | null },
): LeftColumn {
  const all = Uint8Array.from(filled, (value) => (Number.isNaN(value) ? 0 : 1));
  const open = times?.open ?? null;
  const [use] = times?.uses ?? [];
  if (!times || !use) return { name, filled: all, at: null, grain: 'moment', open, figures };
  const of = (pick: (...at: number[]) => number, by: number) =>
    filled.map((_, i) => pick(...ways.map((at) => at[i]!)) + by);
  const at = { early: of(Math.min, -times.early), late: of(Math.max, times.late) };
  return { name, filled: all, at, grain: grainOf(use), open, figures };
}

const isWhole = ({ kind, decimal, whole, countsRows }: Column) =>
  kind !== 'time' && decimal !== null && whole && !countsRows;

const aheadOf = ({ ahead }: ReadColumn, numbers: (from: Float64Array) => Float64Array) =>
  ahead && numbers(ahead);

/** Owners by number; rows without one belong each to somebody of their own. */
function ownersOf({ values, words }: ReadColumn, rows: Uint32Array): Int32Array {
  let next = words.length;
  const owners = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const own = values[rows[k]!]!;
    owners[k] = Number.isNaN(own) ? next++ : own;
  }
  return owners;
}

function whatLacks(label: number, time: number): 'label' | 'time' | null {
  if (Number.isNaN(label)) return 'label';
  return Number.isNaN(time) ? 'time' : null;
}

function checkLabel(label: Column, survey: Survey): void {
  if (label.two !== null) return;
  const values = [...(label.values ?? [])].sort((a, b) => a.row - b.row);
  const [first, second, third] = values;
  if (!first && label.filled === 0)
    throw new CsvProblem({
      what: `Column “${label.name}” has no value in any row.`,
      column: label.name,
      next: 'A label has two values. Choose another column as the label.',
    });
  if (!second && first) throw oneValue(label, first.value, label.filled, first.row);
  if (!third)
    throw new CsvProblem({
      what: `Column “${label.name}” has ${differentWords(label.distinct)} different values in ${show(survey.rows)} rows.`,
      column: label.name,
      next: 'A label has two values. Choose another column as the label, or make two groups of its values before the export.',
    });
  throw new CsvProblem({
    what: `Row ${show(third.row)}, column “${label.name}”: ${shown(third.value)} is a third value after ${shown(first!.value)} and ${shown(second!.value)}.`,
    row: third.row,
    column: label.name,
    next: 'A label has two values. Choose another column as the label, or make two groups of its values before the export.',
  });
}

function checkTime({ column, format }: TimeUse): void {
  if (format !== 'number' || column.decimal !== null) return;
  if (column.filled === 0)
    throw new CsvProblem({
      what: `Row ${show(column.firstMissing)}, column “${column.name}”: there is no time, and none in any other row.`,
      row: column.firstMissing,
      column: column.name,
      next: 'Choose another column as the time, or fill its cells.',
    });
  // What the column says of itself names the row where its times part ways.
  const stray = column.notes.length > 0 ? undefined : column.strays[0];
  throw new CsvProblem({
    what: stray
      ? `Row ${show(stray.row)}, column “${column.name}”: ${shown(stray.value)} is no time.`
      : `Column “${column.name}” holds no times that are written alike. ${column.notes.join(' ')}`.trim(),
    row: stray?.row,
    column: column.name,
    next: 'Write all times of a column in one way, best as 2024-03-01T09:30:00Z, or choose another column as the time.',
  });
}

function checkBoth(labels: Uint8Array, label: Column, row: number): Uint8Array {
  const ones = labels.reduce((sum, label) => sum + label, 0);
  if (ones > 0 && ones < labels.length) return labels;
  const { oneWord, zeroWord } = label.two!;
  throw oneValue(label, ones > 0 ? oneWord : zeroWord, labels.length, row);
}

function oneValue({ name, missing }: Column, value: string, rows: number, row: number): CsvProblem {
  const blank = missing > 0 ? ` that ${rows === 1 ? 'has' : 'have'} a value` : '';
  const all =
    rows === 1
      ? `its only row${blank}, row ${show(row)}`
      : `all ${show(rows)} rows${blank}, from row ${show(row)} on`;
  return new CsvProblem({
    what: `Column “${name}” holds ${shown(value)} in ${all}.${missing > 0 ? ` ${show(missing)} ${missing === 1 ? 'row has' : 'rows have'} none.` : ''}`,
    row,
    column: name,
    next:
      missing > 0
        ? 'With one value there is nothing to predict. If a blank means the other outcome, write it into those cells. Else choose another label.'
        : 'With one value there is nothing to predict. Choose another label, or export rows with both outcomes.',
  });
}

type Skipped = Record<'label' | 'time', { count: number; row: number }>;

const nothingLeft = (names: Record<'label' | 'time', string>, skipped: Skipped) =>
  new CsvProblem({
    what: `No row has both a time (“${names.time}”) and a label (“${names.label}”).`,
    row: skipped.label.row || skipped.time.row || 2,
    column: skipped.label.count > 0 ? names.label : names.time,
    next: 'Choose other columns for time and label, or fill the empty cells.',
  });

function skippedWords(
  what: 'label' | 'time',
  { count, row }: { count: number; row: number },
  column: string,
): string[] {
  if (count === 0) return [];
  const [have, are] = count === 1 ? ['row has', 'is'] : ['rows have', 'are'];
  return [
    `${show(count)} ${have} no ${what} and ${are} left out; the first is row ${show(row)} (column “${column}”).`,
  ];
}
