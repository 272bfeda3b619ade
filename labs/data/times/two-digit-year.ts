const month = String.raw`(?:\d{1,2}|\p{L}{3,10}\.?)`;
const yearLast = new RegExp(String.raw`^\d{1,2}[-/. ]${month}[-/. ](\d{2})(?!\d)`, 'u');
const yearFirst = /^(\d{2})[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/;

/** Whether a cell is a date whose year has two digits. */
export const hasShortYear = (cell: string): boolean => yearLast.test(cell) || yearFirst.test(cell);

/** Whether a cell is a date whose two digits of the year may be of either century: see `fullYear`. */
export const centuryOpen = (cell: string): boolean => {
  const year = Number(yearLast.exec(cell)?.[1] ?? NaN);
  return year >= 30 && year < 69;
};

const ends = /^(\d{1,2})[-/.]\d{1,2}[-/.](\d{2})(?!\d)/;

/** The first and the last part of a date such as 05/03/24, as bits of 0 to 31: one of them is the year. Null for others. */
export function shortEnds(cell: string): [first: number, last: number] | null {
  const found = ends.exec(cell);
  if (!found || +found[1]! > 31 || +found[2]! > 31) return null;
  return [(1 << +found[1]!) >>> 0, (1 << +found[2]!) >>> 0];
}

/** How many different parts some bits stand for. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
  return count;
}
