/** What coverage a row is asked for, and the one reason for which more is right. */
export interface Target {
  least: number;
  most: number;
  /** Why a row may cover more than `most`; without one it may not. */
  more?: string;
}

/** One line of the table: a kind of interval in one setting, tried on many simulated files. */
export interface StudyRow {
  what: string;
  setting: string;
  files: number;
  /** Share of the files whose interval holds the truth. */
  covered: number;
  target: Target;
  /** What the binomial distribution says that this interval covers, where it can say so: it excuses what no setting does. */
  exact?: number;
  /** Estimates' mean over the truth, less 1, and how far it may be off. */
  lean?: { by: number; within: number };
  note?: string;
}

/** The luck of so many files: two standard errors of a share. */
export const luckOf = ({ covered, files }: StudyRow): number =>
  2 * Math.sqrt((Math.max(0.02, 1 - covered) * Math.min(0.98, Math.max(0.5, covered))) / files);

const isOutside = ({ covered, target }: StudyRow) =>
  covered < target.least || covered > target.most;

/** How far a simulation of so many files may be from what the binomial says: two standard errors. */
const luckBeside = (exact: number, files: number) => 2 * Math.sqrt((exact * (1 - exact)) / files);

/**
 * What a row misses, in words; null where it meets its target. A share that luck alone may have moved over the edge is no miss. Where the
 * binomial says what is covered, a share outside of its target is right if it is the binomial's.
 */
export function missOf(row: StudyRow): string | null {
  const { covered, files, exact, target, lean } = row;
  const luck = luckOf(row);
  if (exact !== undefined) {
    if (exact < target.least) return `covers under ${percent(target.least)} %`;
    const isOff = Math.abs(covered - exact) > luckBeside(exact, files);
    return isOutside(row) && isOff ? `is not the binomial’s ${percent(exact, 1)} %` : null;
  }
  if (covered + luck < target.least) return `covers under ${percent(target.least)} %`;
  if (covered - luck > target.most && target.more === undefined)
    return `covers over ${percent(target.most)} %`;
  if (lean && Math.abs(lean.by) > lean.within) return `leans by over ${percent(lean.within)} %`;
  return null;
}

export const percent = (share: number, digits = 0): string => (100 * share).toFixed(digits);

/** The table's cells, headers first. */
export function tableOf(rows: readonly StudyRow[]): string[][] {
  const target = ({ least, most }: Target) =>
    most < 1 ? `${percent(least)}–${percent(most)}` : `≥ ${percent(least)}`;
  return [
    ['interval', 'setting', 'files', 'covers %', '±', 'target', 'exact %', 'lean %', 'met', 'note'],
    ...rows.map((row) => [
      row.what,
      row.setting,
      String(row.files),
      percent(row.covered, 1),
      percent(luckOf(row), 1),
      target(row.target),
      row.exact === undefined ? '' : percent(row.exact, 1),
      row.lean ? percent(row.lean.by, 1) : '',
      missOf(row) === null ? 'yes' : 'NO',
      notesOf(row).join('; '),
    ]),
  ];
}

function notesOf(row: StudyRow): string[] {
  const { covered, exact, note, target } = row;
  const miss = missOf(row);
  const excused = miss === null && exact !== undefined && isOutside(row);
  return [
    miss,
    note,
    excused && `the exact binomial covers ${percent(exact, 1)} %`,
    covered > target.most && target.more,
  ].filter((one): one is string => typeof one === 'string');
}

/** How hard a study tries. */
export interface Effort {
  /** Seeds and files are fewer and the largest settings left out: for the unit tests. */
  short: boolean;
}
