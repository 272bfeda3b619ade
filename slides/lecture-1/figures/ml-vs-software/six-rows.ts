/** One line of a log. The label is written together with the row: in this small example it is known from `minute` on. */
export interface LogRow {
  time: string;
  /** Minutes since midnight. */
  minute: number;
  label: 0 | 1;
  user: number;
  value: number;
}

const at = (time: string, label: 0 | 1, value: number): LogRow => {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return { time, minute: hours * 60 + minutes, label, user: 1, value };
};

export const rows: readonly LogRow[] = [
  at('2:00', 1, 5),
  at('3:00', 0, 19),
  at('3:30', 0, 21),
  at('5:00', 1, 27),
  at('6:00', 1, 42),
  at('7:30', 0, 55),
];

/** The moment of the prediction: the row of that time is the one to be predicted. */
export const now = rows[3]!;

/**
 * What a prediction at `now` may take from a row.
 * 'all': label and feature value, both were there before · 'value': the feature value only, the
 * label is what is asked for · 'none': the row does not exist yet.
 */
export type Use = 'all' | 'value' | 'none';

export function useOf(row: LogRow): Use {
  if (row.minute < now.minute) return 'all';
  return row.minute === now.minute ? 'value' : 'none';
}

/** Whether taking or leaving a row was right; 'half' for the row to be predicted, of which one part may be taken and the other not. */
export type Verdict = 'right' | 'wrong' | 'half';

export function judge(row: LogRow, picked: boolean): { verdict: Verdict; why: string } {
  const use = useOf(row);
  if (use === 'value')
    return {
      verdict: 'half',
      why: picked
        ? `Its ${row.value} may go in, its label not`
        : `Its ${row.value} may go in, only its label not`,
    };
  if (use === 'all')
    return picked
      ? { verdict: 'right', why: 'Label and value were known' }
      : { verdict: 'wrong', why: 'Left out, but it was known' };
  return picked
    ? { verdict: 'wrong', why: 'Taken from the future: a leak' }
    : { verdict: 'right', why: 'Not there yet at 5:00' };
}

/** The answer itself, for whoever has not picked anything. */
export function answerFor(row: LogRow): { verdict: Verdict; why: string } {
  return useOf(row) === 'all'
    ? { verdict: 'right', why: 'Known by 5:00: use it' }
    : judge(row, false);
}

/** How many of the five rows that are all or nothing were judged rightly; the row to be predicted counts for neither side. */
export function score(picked: ReadonlySet<string>): { right: number; of: number } {
  const clear = rows.filter((row) => useOf(row) !== 'value');
  return {
    right: clear.filter((row) => judge(row, picked.has(row.time)).verdict === 'right').length,
    of: clear.length,
  };
}
