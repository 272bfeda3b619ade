import type { Ask, Column } from '../../data/column.ts';
import { cellsWords, shown } from '../../data/problem.ts';
import { sameValue } from '../../data/two-values.ts';

/** Numbers that surveys and programs write where nothing is known, or nobody answered. */
const codes = new Set([
  ...[-1, -7, -8, -9, -77, -88, -99, -200, -999, -9999, -99999],
  ...[7, 8, 9, 77, 88, 99, 999, 9999, 99999],
]);

const isCode = (value: string) => /^[-−]?\d+$/.test(value) && codes.has(Number(sameValue(value)));
const pairs = ['0 1', '1 2'];

/** A code such as −9 that stands beside 0 and 1, or beside 1 and 2: the likeliest to mean “not known”. Null where there is none. */
function besidePair({ values, kind, whole }: Column): string | null {
  if (kind !== 'number' || !whole || values === null || values.length > 6) return null;
  const odd = values.filter(({ value }) => isCode(value));
  const usual = values.filter((one) => !odd.includes(one)).map(({ value }) => Number(value));
  const isPair = pairs.includes([...usual].sort((a, b) => a - b).join(' '));
  return isPair && odd.length > 0 ? odd.sort((a, b) => b.count - a.count)[0]!.value : null;
}

/** A code such as −9 that stands among words: as a group it would be compared like one. */
function amongWords({ values, kind }: Column): string | null {
  if (kind === 'number' || values === null || values.length < 3) return null;
  const numbers = values.filter(({ value }) => !Number.isNaN(Number(sameValue(value))));
  const [only] = numbers;
  return only && numbers.length * 3 <= values.length && numbers.every(({ value }) => isCode(value))
    ? only.value
    : null;
}

/** Whether a column of two values and codes beside them may be an outcome. */
export const hasCodeBeside = (column: Column): boolean => besidePair(column) !== null;

const shortName = /^[\p{Lu}\d&/-]{2,5}$/u;
const na = 'NA';
/** Shares of rows: from the first on “NA” beside short names is asked about wherever else it stands, from the second on beside any. */
const [many, most] = [0.1, 0.2];

/** Whether “NA” in a column of groups may be a name, such as North America or Namibia. */
function mayBeName({ name, values, marks, filled, missing }: Column, columns: readonly Column[]) {
  const count = marks.find(([mark]) => mark === na)?.[1] ?? 0;
  if (count === 0 || values === null) return false;
  const short = values.every(({ value }) => shortName.test(value));
  const elsewhere = columns.some(
    (one) => one.name !== name && one.marks.some(([mark]) => mark === na),
  );
  const lone = marks.length === 1 && !elsewhere;
  const share = count / (filled + missing);
  return (short && (lone || share >= many)) || (lone && share >= most);
}

/** Asks whether a cell is a value or says that nothing is known. */
const askOf = (column: Column, mark: string, why: string): Ask => ({
  ...{ role: 'missing', column: column.name, candidates: ['missing', 'value'], mark },
  why,
});

/** What has to be known of a label, a decision or a score before it is counted; null where everything is plain. */
export function outcomeMarkAsk(column: Column): Ask | null {
  const mark = column.suspect ?? besidePair(column);
  if (mark === null || column.said?.includes(mark)) return null;
  const count = column.values?.find(({ value }) => value === mark)?.count;
  const stands = count === undefined ? 'several cells' : cellsWords(count);
  return askOf(
    column,
    mark,
    `“${column.name}” holds ${shown(mark)} in ${stands}, apart from its other values.`,
  );
}

/** What has to be known of a column of groups. */
export function groupMarkAsk(column: Column, columns: readonly Column[]): Ask | null {
  const code = amongWords(column);
  if (code !== null && !column.said?.includes(code))
    return askOf(column, code, `“${column.name}” holds ${shown(code)} among words.`);
  if (column.said?.includes(na) || !mayBeName(column, columns)) return null;
  const count = column.marks.find(([mark]) => mark === na)![1];
  return askOf(
    column,
    na,
    `“${column.name}” holds “NA” in ${cellsWords(count)}, which may be a name, such as North America.`,
  );
}

/** Rows without a group are left out: how to keep those whose “NA” is a name after all. */
export const groupMarkNotes = (column: Column): string[] =>
  column.marks.some(([mark]) => mark === na) && !column.said?.includes(na)
    ? [
        `“NA” in “${column.name}” counts as missing. If it is a name, say so: under “Counts as missing” on screen, with --not-missing NA on the command line.`,
      ]
    : [];
