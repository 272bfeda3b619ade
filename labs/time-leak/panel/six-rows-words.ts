import { askedRow, clock, sixRows, type RowVerdict } from '../six-rows/six-rows.ts';

export function sixRowsTitle(
  verdicts: readonly RowVerdict[],
  picked: readonly number[],
  locked: boolean,
): string {
  if (!locked) return 'Which rows may the prediction at 5:00 use?';
  const wrong = verdicts.filter((verdict) => !verdict.right).length;
  if (wrong === 0) return 'The three earlier rows, and nothing else: right';
  const future = picked.filter((row) => verdicts[row]!.place === 'later').length;
  if (future > 0)
    return `${future === 1 ? 'One row' : `${future} rows`} of your choice did not exist at 5:00`;
  return `${wrong} of ${sixRows.length} rows ${wrong === 1 ? 'is' : 'are'} not as you said`;
}

const hoursApart = (hours: number) => {
  const minutes = Math.round(Math.abs(hours) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 ? `${whole} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
};

/** Why a row's answer is what it is, after `rowJudgement` has said what it is. */
export function rowReason(row: number, { place, right }: RowVerdict): string {
  const { time, value, written } = sixRows[row]!;
  const now = sixRows[askedRow]!.time;
  const apart = hoursApart(written - now);
  if (place === 'earlier') {
    return right
      ? `${value} stood there ${apart} before.`
      : `${value} stood there ${apart} before; leaving it out only makes the model poorer.`;
  }
  if (place === 'own') {
    return right
      ? `This visit itself writes ${value}, ${apart} too late.`
      : `This very visit writes ${value} when it ends. Join on the time a value is written, not on the row’s.`;
  }
  return right
    ? `The visit of ${clock(time)} had not begun.`
    : `At 5:00 nobody could know ${value}: it came ${apart} later.`;
}
