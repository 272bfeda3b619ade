import { ColumnTally, type MissingChoice } from './column-tally.ts';
import { columnOf } from './column-kind.ts';
import type { Column } from './column.ts';
import { footerNote, footerOf, mostFooterRows, type NumberedRow } from './cutting/footer.ts';
import type { FileSource } from './encoding.ts';
import {
  checkHeader,
  checkWidth,
  layoutOf,
  looksLikeData,
  numbered,
  type Layout,
} from './layout.ts';
import { sureDecimal, type DecimalHints } from './number-words.ts';
import type { Decimal } from './numbers.ts';
import { CsvProblem } from './problem.ts';
import { findDialect, readRecords, type Dialect } from './records.ts';

/** What somebody has chosen about how a file is read. */
export interface ReadingChoice {
  /** Whether the first row names the columns; null lets the rows tell. */
  header: boolean | null;
  missing: MissingChoice;
  /** The decimal mark of the columns whose cells leave it open. */
  decimal?: Decimal | undefined;
}

export const noChoice: ReadingChoice = { header: null, missing: { values: [], marks: [] } };

/** What all rows of a file tell. */
export interface Survey {
  dialect: Dialect;
  choice: ReadingChoice;
  layout: Layout;
  /** Cells of a row, those of left-out columns among them. */
  width: number;
  columns: Column[];
  /** Rows of data. */
  rows: number;
  /** The row from which on a footer stands, such as a sum; none of it is a row of the table. */
  footer?: number;
  /** What was decided about the file as a whole. */
  notes: string[];
}

/**
 * Reads a whole file once and decides what it is made of. Yields the part that is read. Throws a CsvProblem where there is no table, or
 * none that can be mapped.
 */
export async function* surveyTable(
  file: FileSource,
  choice: ReadingChoice = noChoice,
  signal?: AbortSignal,
): AsyncGenerator<number, Survey, void> {
  const dialect = await findDialect(file, signal);
  let suspectRow = 0;
  const onSuspect = (row: number) => (suspectRow = row);
  let first: string[] | null = null;
  let layout: Layout | null = null;
  let tallies: ColumnTally[] = [];
  let rows = 0;
  let numberOfFirst = 1;
  /** The last rows so far: they may be a footer, and only the end of the file tells. */
  let last: NumberedRow[] = [];
  const take = ({ cells, row }: NumberedRow) => {
    const width = tallies.length;
    if (cells.length !== width) checkWidth(cells, width, row);
    for (let at = 0; at < width; at++) tallies[at]!.add(cells[at]!, row);
  };
  for await (const piece of readRecords(file, { dialect, signal, onSuspect })) {
    let from = 0;
    if (first === null) {
      if (piece.rows.length === 0) continue;
      first = piece.rows[0]!;
      numberOfFirst = piece.numbers[0]!;
      checkHeader(first);
      from = 1;
    }
    if (layout === null && piece.rows.length > from) {
      layout = layoutOf(first, piece.rows.slice(from, from + 1000));
      const bits = layout.names.length > 60 ? 18 : 22;
      tallies = layout.names.map(() => new ColumnTally(choice.missing, bits));
    }
    const until = piece.rows.length - mostFooterRows;
    if (until > from) {
      last.forEach(take);
      last = [];
    }
    for (let i = from; i < piece.rows.length; i++) {
      const one = { cells: piece.rows[i]!, row: piece.numbers[i]! };
      if (i < until) take(one);
      else last.push(one);
    }
    while (last.length > mostFooterRows) take(last.shift()!);
    rows += piece.rows.length - from;
    yield piece.fraction;
  }
  if (first === null)
    throw new CsvProblem({
      what: 'The file holds only blank lines.',
      next: 'Export the table once more and choose the new file.',
    });
  if (layout === null)
    throw new CsvProblem({
      what: 'Row 1 names the columns, and no row follows.',
      row: 1,
      next: 'Export the table with its rows.',
    });
  const width = layout.names.length;
  const below = footerOf(last, width);
  // A table of sums alone is a table.
  const footer = below && rows > below.words.length ? below : null;
  last.filter(({ row }) => !footer || row < footer.row).forEach(take);
  rows -= footer?.words.length ?? 0;
  const dialectNotes = dialectWords(dialect, suspectRow);
  if (footer) dialectNotes.push(footerNote(footer));
  const hints = { chosen: choice.decimal, delimiter: dialect.delimiter };
  const judged = judge(layout, tallies, hints);
  const asRow = choice.header ?? !looksLikeData(paddedFirst(first, layout), judged);
  if (!asRow) {
    layout = numbered(width);
    first.slice(0, width).forEach((cell, at) => tallies[at]!.add(cell, numberOfFirst));
    rows += 1;
  }
  return finished(
    {
      ...{ dialect, choice, layout, width, rows, notes: dialectNotes },
      ...(footer && { footer: footer.row }),
    },
    asRow ? judged : judge(layout, tallies, hints),
  );
}

const paddedFirst = (first: readonly string[], layout: Layout): string[] =>
  layout.rowNames ? ['', ...first] : first.slice(0, layout.names.length);

function finished(survey: Omit<Survey, 'columns'>, columns: Column[]): Survey {
  const { layout, notes } = survey;
  // What trailing separators leave: no name, no value.
  const empty = columns.filter(
    ({ filled, missing, name, marks }) =>
      filled === 0 &&
      missing === (marks[0]?.[1] ?? 0) &&
      marks.every(([mark]) => mark === '') &&
      /^column \d+$/.test(name),
  );
  const dropped = layout.header ? empty : [];
  const unnamed = (note: string) => dropped.some(({ name }) => note.endsWith(`“${name}”.`));
  const kept = columns.filter((column) => !dropped.includes(column));
  if (kept.length === 0)
    throw new CsvProblem({
      what: 'No column has a name or a value.',
      next: 'Export the table once more and choose the new file.',
    });
  return {
    ...survey,
    columns: kept,
    notes: [
      ...notes,
      ...layout.notes.filter((note) => !unnamed(note)),
      ...(dropped.length === 0
        ? []
        : [
            `${dropped.length === 1 ? 'A column' : `${dropped.length} columns`} without name ` +
              `and values ${dropped.length === 1 ? 'is' : 'are'} left out.`,
          ]),
    ],
  };
}

/** Columns that leave no doubt about the decimal mark tell it for those that do. */
function judge(
  layout: Layout,
  tallies: readonly ColumnTally[],
  hints: Omit<DecimalHints, 'decimal'>,
): Column[] {
  for (const tally of tallies) tally.finish();
  const sure = tallies
    .filter((tally) => tally.numbers.cells > 0 && tally.numbers.strayCells === 0)
    .map((tally) => sureDecimal(tally.numbers));
  const commas = sure.filter((mark) => mark === ',').length;
  const points = sure.filter((mark) => mark === '.').length;
  let decimal: Decimal | null = null;
  if (commas > points) decimal = ',';
  else if (points > commas) decimal = '.';
  return tallies.map((tally, at) => {
    const isUnnamed = at === 0 && layout.firstUnnamed;
    return columnOf(layout.names[at]!, at, tally, { ...hints, decimal, isUnnamed });
  });
}

function dialectWords({ encoding, notes: cutting }: Dialect, suspectRow: number): string[] {
  const notes = [...cutting];
  if (encoding.name.startsWith('utf-16')) notes.push('The file is written in UTF-16.');
  const place = `Row ${suspectRow.toLocaleString('en-US')} has a character that is not UTF-8`;
  if (encoding.name === 'windows-1252')
    notes.push(`${place}, so the file is read as Latin-1 (Windows-1252).`);
  if (encoding.mixed !== undefined)
    notes.push(
      `${encoding.mixed.toLocaleString('en-US')} other ${encoding.mixed === 1 ? 'character is' : 'characters are'} written as UTF-8 and ` +
        'will look like “Ã¤”: the file mixes two encodings. Save it anew as UTF-8, or one name may count as two.',
    );
  if (encoding.lenient)
    notes.push(
      `${place}; most others are, so the file is read as UTF-8 and broken characters as “�”.`,
    );
  return notes;
}

/** Runs a survey to its end. */
export async function survey(
  file: FileSource,
  choice: ReadingChoice = noChoice,
  signal?: AbortSignal,
): Promise<Survey> {
  const steps = surveyTable(file, choice, signal);
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value;
}
