import { figures, type Row } from '../../table.ts';

/** The longest times in one run of a lab in which nothing else could come in, milliseconds. */
export interface Breaths {
  lab: string;
  /** While nets are trained. */
  training: number;
  /** In all other phases. */
  other: number;
}

/** A phase trains nets where its words say so. */
const trains = (phase: string): boolean => /^train/i.test(phase);

/** Gathers the longest time between two breaths, by what the run was doing. `now` counts milliseconds. */
export function breathRecorder(lab: string, now: () => number) {
  const longest: Breaths = { lab, training: 0, other: 0 };
  let phase = '';
  let last = now();
  return {
    longest,
    /** The run says what it does now. */
    doing: (label: string) => void (phase = label),
    /** Something else could come in. */
    breath() {
      const at = now();
      const kind = trains(phase) ? 'training' : 'other';
      longest[kind] = Math.max(longest[kind], at - last);
      last = at;
    },
  };
}

const kinds = [
  { kind: 'training', what: 'longest time without a breath, training', goal: 50 },
  { kind: 'other', what: 'longest time without a breath, else in a run', goal: 100 },
] as const;

/** Two rows: the lab that holds its breath longest, and the others beside it. */
export function breathRows(found: readonly Breaths[]): Row[] {
  return kinds.map(({ kind, what, goal }) => {
    const worst = Math.max(...found.map((one) => one[kind]));
    const each = found.map((one) => `${one.lab} ${figures(one[kind])}`).join(', ');
    return {
      what,
      value: worst,
      text: `${figures(worst)} ms (${each})`,
      goal: { value: goal, is: 'at most' },
      goalText: `≤ ${goal} ms`,
      peer: 'no peer',
      how:
        'one default run of each lab, seed 7, in one process; from one turn of its event loop to ' +
        'the next: Stop and every question wait as long',
    };
  });
}
