import type { NumberTally, Placed } from './tallies.ts';
import type { Decimal } from './numbers.ts';
import { shown } from './problem.ts';

const most = (n: number) => n.toLocaleString('en-US');

export interface DecimalFound {
  /** Null where some cells have a point and some a comma. */
  decimal: Decimal | null;
  clash: { point: Placed; comma: Placed } | null;
  /** Whether the cells alone do not tell, and how it was settled. */
  doubt: string | null;
  /** Whether both readings fit after all, so that somebody has to say where it matters. */
  open: boolean;
}

/** What decides where the cells of a column do not tell. */
export interface DecimalHints {
  /** The decimal mark that other columns leave no doubt about; null where none does. */
  decimal: Decimal | null;
  /** The decimal mark that somebody named. */
  chosen?: Decimal | undefined;
  /** What stands between cells. */
  delimiter?: string | undefined;
}

/** The decimal mark of a column, from all of its cells; from the file's other columns where they do not tell. */
export function decimalOf(numbers: NumberTally, hints: DecimalHints): DecimalFound {
  const { point, comma, unclear } = numbers;
  if (point && comma) return { decimal: null, clash: { point, comma }, doubt: null, open: false };
  const sure = { clash: null, doubt: null, open: false };
  if (comma) return { ...sure, decimal: ',' };
  if (point || !unclear) return { ...sure, decimal: '.' };
  const mark = unclear.cell.includes(',') ? ',' : '.';
  const counts = besideHundreds(numbers);
  const other = mark === '.' ? ',' : '.';
  const decimal = hints.chosen ?? hints.decimal ?? (counts ? other : '.');
  const value = mark === decimal ? 'a decimal mark' : 'a thousands mark';
  return {
    decimal,
    clash: null,
    open: hints.chosen === undefined && isOpen(numbers, mark, counts, hints),
    doubt: `${shown(unclear.cell)} can be read in two ways; “${mark}” is taken for ${value}${whyTaken(numbers, counts, hints)}.`,
  };
}

/**
 * Whether every mark is followed by exactly three digits and whole numbers of hundreds, and none of thousands, stand beside it: so somebody
 * writes who sets thousands apart. Nobody writes 1.2 as 1.200 beside 300.
 */
const besideHundreds = ({ cells, unclear, plain, plainMost }: NumberTally): boolean =>
  unclear !== null && unclear.count + plain === cells && plainMost >= 100 && plainMost < 1_000;

/**
 * Whether both marks fit: nothing tells, or other columns tell otherwise than the cells. All of
 * “1.234” between commas are figures of a program.
 */
function isOpen(
  { plain }: NumberTally,
  mark: Decimal,
  counts: boolean,
  { decimal, delimiter }: DecimalHints,
): boolean {
  if (decimal !== null) return counts && decimal === mark;
  return !counts && (mark === ',' || plain > 0 || delimiter === ';');
}

function whyTaken({ plainMost }: NumberTally, counts: boolean, hints: DecimalHints): string {
  if (hints.chosen) return ', as was said';
  if (hints.decimal) return ', as in the other columns';
  return counts ? `, as whole numbers up to ${plainMost} stand beside it` : '';
}

/** The smallest and the largest number, as they are read. */
export const rangeOf = (
  { low, high, commaLow, commaHigh }: NumberTally,
  decimal: Decimal | null,
): Pick<NumberTally, 'low' | 'high'> =>
  decimal === ',' ? { low: commaLow, high: commaHigh } : { low, high };

/** Cells of which the mark sets thousands apart although it could be a decimal mark. */
export const inThousands = ({ unclear }: NumberTally, decimal: Decimal | null): number =>
  unclear && decimal !== null && !unclear.cell.includes(decimal) ? unclear.count : 0;

/** The mark that this column leaves no doubt about. */
export const sureDecimal = ({ point, comma }: NumberTally): Decimal | null => {
  if (comma && !point) return ',';
  return point && !comma ? '.' : null;
};

/** Numbers that programs write where nothing was measured. */
const lowMarks = new Set([-99, -200, -999, -9999, -99999]);
const highMarks = new Set([999, 9999, 99999, 999999]);

interface MissingNumber {
  value: number;
  count: number;
  /** The smallest and the largest of all others. */
  others: [number, number];
}

/** A number that may stand for “not known”, and is read as a number: it stands in several cells, far from all others. */
export function missingNumber(numbers: NumberTally, decimal: Decimal | null): MissingNumber | null {
  const { low, high } = rangeOf(numbers, decimal);
  const apart = low.next >= 0 || low.next - low.value > high.value - low.next;
  if (lowMarks.has(low.value) && low.count > 1 && Number.isFinite(low.next) && apart)
    return { ...low, others: [low.next, high.value] };
  if (highMarks.has(high.value) && high.count > 1 && high.value - high.next > high.next - low.value)
    return { ...high, others: [low.value, high.next] };
  return null;
}

const markWords = ({ value, count, others }: MissingNumber) =>
  `${value} stands in ${most(count)} cells, far from the other numbers (${others[0]} to ${others[1]}). It is read as a number. ` +
  'If it means “not known”, name it as a mark of missing cells.';

/** What is said of how a column's numbers were read. */
export function numberNotes(numbers: NumberTally, found: DecimalFound, cells: number): string[] {
  const notes: string[] = [];
  if (found.doubt) notes.push(found.doubt);
  else if (found.decimal === ',' && numbers.comma)
    notes.push(`Read with a decimal comma, as in ${shown(numbers.comma.cell)}.`);
  const grouped = numbers.grouped + inThousands(numbers, found.decimal);
  if (grouped > 0)
    notes.push(
      `Thousands marks were taken out of ${most(grouped)} ${grouped === 1 ? 'number' : 'numbers'}.`,
    );
  const { percent } = numbers;
  if (percent)
    notes.push(
      percent.count === cells
        ? `Per cent signs: ${shown(percent.cell)} is read as a hundredth of the number.`
        : `${most(percent.count)} of ${most(cells)} cells have a per cent sign ` +
            `(${shown(percent.cell)}, row ${most(percent.row)}): those are read as hundredths, ` +
            'the others as they stand.',
    );
  const mark = missingNumber(numbers, found.decimal);
  if (mark) notes.push(markWords(mark));
  if (numbers.currency > 0)
    notes.push(`Currency signs were taken off ${most(numbers.currency)} numbers.`);
  return notes;
}
