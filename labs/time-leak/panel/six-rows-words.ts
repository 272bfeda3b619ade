import { askedRow, clock, sixRows, type RowVerdict } from '../six-rows.ts';

export function sixRowsTitle(
  verdicts: readonly RowVerdict[],
  picked: readonly number[],
  locked: boolean,
): string {
  if (!locked) return 'Which values may the prediction at 5:00 use?';
  const wrong = verdicts.filter((verdict) => !verdict.right).length;
  if (wrong === 0) return 'The three earlier values, and nothing else: right';
  const future = picked.filter((row) => verdicts[row]!.place === 'later').length;
  if (future > 0)
    return `${future === 1 ? 'One value' : `${future} values`} of your choice did not exist at 5:00`;
  return `${wrong} of six are otherwise than you said`;
}

const hoursApart = (hours: number) => {
  const minutes = Math.round(Math.abs(hours) * 60);
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [whole > 0 ? `${whole} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
};

/** What is so of one row, and why, spoken to what the learner said. */
export function rowVerdict(
  row: number,
  said: boolean,
  verdict: RowVerdict,
): { short: string; why: string } {
  const { time, value } = sixRows[row]!;
  const apart = hoursApart(time - sixRows[askedRow]!.time);
  if (verdict.place === 'earlier') {
    return said
      ? { short: 'May be used.', why: `${value} stood there ${apart} before.` }
      : {
          short: 'You may.',
          why: `${value} was written ${apart} before; leaving it out only makes the model poorer.`,
        };
  }
  if (verdict.place === 'own') {
    return said
      ? {
          short: 'Not this one.',
          why: `${value} is written by the very event that is predicted: at 5:00 it is not there yet. Join with < and not with ≤.`,
        }
      : {
          short: 'Left out.',
          why: `The event itself writes ${value}: it is there a moment too late.`,
        };
  }
  return said
    ? {
        short: 'From the future.',
        why: `At 5:00 nobody could know ${value}: it came ${apart} later, at ${clock(time)}.`,
      }
    : { short: 'Left out.', why: `${value} came ${apart} later.` };
}
