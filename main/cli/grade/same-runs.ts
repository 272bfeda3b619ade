import type { HandedIn, HandedRun } from './handed-in.ts';
import { studentOf } from './students.ts';

export interface SameRun {
  /** 'card': one card, by its hash; 'timings': two cards with the same measured times; 'duration': the same settings, and as long to the microsecond. */
  how: 'card' | 'timings' | 'duration';
  /** One for each student, in the order of the files. */
  of: { file: HandedIn; run: HandedRun }[];
}

/** The surest first. */
const kinds = [['card', 'hash'], ['timings', 'timings'], ['duration', 'duration']] as const;

/** Runs that more than one student handed in. A run is listed once, under what shows it most surely. */
export function sameRuns(files: readonly HandedIn[]): SameRun[] {
  const found: SameRun[] = [];
  const listed = new Set<HandedRun>();
  for (const [how, key] of kinds) {
    const groups = new Map<string, SameRun['of']>();
    for (const file of files) for (const run of file.runs) {
      const value = run.keys[key];
      if (value === null) continue;
      const group = groups.get(value);
      if (group) group.push({ file, run });
      else groups.set(value, [{ file, run }]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const each = firstOfEach(group);
      if (each.length < 2 || each.every(({ run }) => listed.has(run))) continue;
      for (const { run } of group) listed.add(run);
      found.push({ how, of: each });
    }
  }
  return found;
}

function firstOfEach(group: SameRun['of']): SameRun['of'] {
  const seen = new Map<string, SameRun['of'][number]>();
  for (const one of group) {
    const { key } = studentOf(one.file);
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
