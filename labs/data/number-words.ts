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
}

/** The decimal mark of a column, from all of its cells; from the file's other columns where they do not tell. */
export function decimalOf(numbers: NumberTally, hints: { decimal: Decimal | null }): DecimalFound {
  const { point, comma, unclear } = numbers;
  if (point && comma) return { decimal: null, clash: { point, comma }, doubt: null };
  const sure = { clash: null, doubt: null };
  if (comma) return { ...sure, decimal: ',' };
  if (point || !unclear) return { ...sure, decimal: '.' };
  const mark = unclear.cell.includes(',') ? ',' : '.';
  const decimal = hints.decimal ?? '.';
  const value = mark === decimal ? 'a decimal mark' : 'a thousands mark';
  const why = hints.decimal ? ', as in the other columns' : '';
  return {
    decimal,
    clash: null,
    doubt: `${shown(unclear.cell)} can be read in two ways; “${mark}” is taken for ${value}${why}.`,
  };
}

/** The mark that this column leaves no doubt about. */
export const sureDecimal = ({ point, comma }: NumberTally): Decimal | null => {
  if (comma && !point) return ',';
  return point && !comma ? '.' : null;
};

/** Numbers that programs write where nothing was measured. */
const lowMarks = new Set([-99, -200, -999, -9999, -99999]);
const highMarks = new Set([999, 9999, 99999, 999999]);

/** Says of a number that may stand for “not known” that it is read as a number: it stands in several cells, far from all others. */
function missingNumber({ low, high }: NumberTally): string | null {
  const apart = low.next >= 0 || low.next - low.value > high.value - low.next;
  if (lowMarks.has(low.value) && low.count > 1 && Number.isFinite(low.next) && apart)
    return markWords(low, [low.next, high.value]);
  if (highMarks.has(high.value) && high.count > 1 && high.value - high.next > high.next - low.value)
    return markWords(high, [low.value, high.next]);
  return null;
}

const markWords = ({ value, count }: { value: number; count: number }, others: [number, number]) =>
  `${value} stands in ${most(count)} cells, far from the other numbers (${others[0]} to ${others[1]}). It is read as a number. ` +
  'If it means “not known”, name it as a mark of missing cells.';

/** What is said of how a column's numbers were read. */
export function numberNotes(numbers: NumberTally, found: DecimalFound, cells: number): string[] {
  const notes: string[] = [];
  if (found.doubt) notes.push(found.doubt);
  else if (found.decimal === ',' && numbers.comma)
    notes.push(`Read with a decimal comma, as in ${shown(numbers.comma.cell)}.`);
  if (numbers.grouped > 0)
    notes.push(`Thousands marks were taken out of ${most(numbers.grouped)} numbers.`);
  const { percent } = numbers;
  if (percent)
    notes.push(
      percent.count === cells
        ? `Per cent signs: ${shown(percent.cell)} is read as a hundredth of the number.`
        : `${most(percent.count)} of ${most(cells)} cells have a per cent sign (${shown(percent.cell)}, row ${most(percent.row)}): those are read as hundredths, the others as they stand.`,
    );
  const mark = missingNumber(numbers);
  if (mark) notes.push(mark);
  if (numbers.currency > 0)
    notes.push(`Currency signs were taken off ${most(numbers.currency)} numbers.`);
  return notes;
}
