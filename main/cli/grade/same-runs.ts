import type { Submission, SubmittedRun, RunKeys } from './submission.ts';
import { studentOf } from './students.ts';

/**
 * What the cards of one run have in common, the surest first: the hash; every measured time; the
 * settings, and as long to the microsecond.
 */
const keys = ['hash', 'timings', 'duration'] as const satisfies readonly (keyof RunKeys)[];

export interface SameRun {
  /** What all of them have in common; 'timings' also where it is one thing for some and another for others. */
  how: (typeof keys)[number];
  /** One for each student, in the order of the files. */
  of: { file: Submission; run: SubmittedRun }[];
}

/** Runs that more than one student handed in. Each run is in one of them at most. */
export function sameRuns(files: readonly Submission[]): SameRun[] {
  const all = files.flatMap((file) => file.runs.map((run) => ({ file, run })));
  // Each run points to an earlier one that it is linked to, in the end to the first.
  const linked = all.map((_, i) => i);
  const first = (i: number): number => {
    let at = i;
    while (linked[at] !== at) at = linked[at] = linked[linked[at]!]!;
    return at;
  };
  for (const key of keys) {
    const seen = new Map<string, number>();
    for (const [i, { run }] of all.entries()) {
      const value = run.keys[key];
      if (value === null) continue;
      const before = seen.get(value);
      if (before === undefined) seen.set(value, i);
      else linked[first(i)] = first(before);
    }
  }
  const groups = new Map<number, SameRun['of']>();
  for (const [i, one] of all.entries()) {
    const group = groups.get(first(i));
    if (group) group.push(one);
    else groups.set(first(i), [one]);
  }
  return [...groups.values()]
    .map(firstOfEach)
    .filter((of) => of.length > 1)
    .map((of) => ({ how: howOf(of), of }));
}

const howOf = (of: SameRun['of']): SameRun['how'] =>
  keys.find((key) =>
    of.every(({ run }) => run.keys[key] !== null && run.keys[key] === of[0]!.run.keys[key]),
  ) ?? 'timings';

function firstOfEach(group: SameRun['of']): SameRun['of'] {
  const seen = new Map<string, SameRun['of'][number]>();
  for (const one of group) {
    const { key } = studentOf(one.file);
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
