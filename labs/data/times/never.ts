const dayMs = 86_400_000;
const dayOf = (at: number) => Math.floor(at / dayMs) * dayMs;

/** No table holds what happens so late. */
const tooLate = Date.UTC(2200, 0, 1);
/** Days that systems begin or end with, and write where there is none. */
const ends = new Set(
  [
    ...['0001-01-01', '1601-01-01', '1753-01-01', '1800-01-01', '1899-12-30', '1899-12-31'],
    ...['1900-01-01', '2099-12-31', '2100-01-01', '2199-12-31'],
  ].map((day) => Date.parse(day)),
);

/** Whether a time is one that systems write for “never” or “not known”: 9999-12-31, 2099-12-31, 1900-01-01, 0001-01-01. */
export const standsForNever = (at: number): boolean => at >= tooLate || ends.has(dayOf(at));
