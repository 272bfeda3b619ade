import { asofJoin } from '../math/asof.ts';

/** One row of the lecture's table. */
export interface SixRow {
  /** Hours. */
  time: number;
  label: 0 | 1;
  user: number;
  value: number;
}

export const sixRows: readonly SixRow[] = [
  { time: 2, label: 1, user: 1, value: 5 },
  { time: 3, label: 0, user: 1, value: 19 },
  { time: 3.5, label: 0, user: 1, value: 21 },
  { time: 5, label: 1, user: 1, value: 27 },
  { time: 6, label: 1, user: 1, value: 42 },
  { time: 7.5, label: 0, user: 1, value: 55 },
];

/** The row whose label is to be predicted. */
export const askedRow = 3;

/** 3.5 → "3:30". */
export const clock = (hours: number): string =>
  `${Math.floor(hours)}:${String(Math.round((hours % 1) * 60)).padStart(2, '0')}`;

export interface RowVerdict {
  /** Whether the prediction may use the row's value. */
  usable: boolean;
  place: 'earlier' | 'own' | 'later';
  /** Whether the learner's pick says so too. */
  right: boolean;
}

/**
 * Which values stood there at the moment of the prediction: each row is looked up by itself with the as-of join that the lab uses, strictly
 * earlier, because the event itself writes its value.
 */
export function judgeRows(picked: readonly number[]): RowVerdict[] {
  const now = sixRows[askedRow]!;
  return sixRows.map((row, i) => {
    const usable =
      asofJoin(
        { time: [now.time], key: [now.user] },
        { time: [row.time], key: [row.user] },
        { allowExact: false },
      )[0] === 0;
    return {
      usable,
      place: placeOf(i),
      right: picked.includes(i) === usable,
    };
  });
}

function placeOf(row: number): RowVerdict['place'] {
  if (row === askedRow) return 'own';
  return sixRows[row]!.time < sixRows[askedRow]!.time ? 'earlier' : 'later';
}
