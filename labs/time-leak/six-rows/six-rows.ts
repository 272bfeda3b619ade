import { asofJoin } from '../../math/asof.ts';

/**
 * The lecture's table: six visits of one user to a shop. The lab's first part and the slide `test-data-time` both draw it and both judge
 * it here, so that a row has one answer.
 */
export interface SixRow {
  /** When the visit begins, in hours: the row's own time, and the moment at which its label would have to be predicted. */
  time: number;
  /** Whether the visit ended with a purchase. */
  label: 0 | 1;
  user: number;
  /** The feature: pages the user has seen so far, up to the end of this visit. */
  value: number;
  /** When the visit ends, in hours: the moment at which the shop writes value and label. */
  written: number;
}

/** Every visit lasts so long, in hours. Only then are its value and its label there. */
const visitHours = 1 / 6;

/** The same in words. */
export const visitWords = '10 minutes';

const visit = (time: number, label: 0 | 1, value: number): SixRow => ({
  time,
  label,
  user: 1,
  value,
  written: time + visitHours,
});

export const sixRows: readonly SixRow[] = [
  visit(2, 1, 5),
  visit(3, 0, 19),
  visit(3.5, 0, 21),
  visit(5, 1, 27),
  visit(6, 1, 42),
  visit(7.5, 0, 55),
];

/** The row whose label is to be predicted. */
export const askedRow = 3;

/** 3.5 → "3:30". */
export function clock(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export interface RowVerdict {
  /** Whether the prediction may use the row: both its value and its label, which are written together. */
  usable: boolean;
  place: 'earlier' | 'own' | 'later';
  /** Whether the learner's pick says so too. */
  right: boolean;
}

/**
 * Which rows stood there at the moment of the prediction: each is looked up by itself with the as-of join that the lab uses, by the time at
 * which it was written.
 */
export function judgeRows(picked: readonly number[]): RowVerdict[] {
  const now = sixRows[askedRow]!;
  return sixRows.map((row, i) => {
    const usable =
      asofJoin(
        { time: [now.time], key: [now.user] },
        { time: [row.written], key: [row.user] },
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

/** The answer for one row, whatever the learner said: when it is written, and what follows from that. */
export function rowAnswer(row: number): string {
  const { usable } = judgeRows([])[row]!;
  const at = clock(sixRows[row]!.written);
  return usable ? `May be used: there at ${at}` : `Not there: written at ${at}`;
}

/** What is so of one row, spoken to what the learner said of it. Each begins with "Right" exactly where the learner is. */
export function rowJudgement(row: number, { usable, right }: RowVerdict): string {
  const at = clock(sixRows[row]!.written);
  if (right) return usable ? `Right: it was there at ${at}` : `Right: not written until ${at}`;
  return usable ? `Left out, but there at ${at}` : `A leak: not written until ${at}`;
}
