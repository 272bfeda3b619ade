import { fewestOfEach, fewestScored, enoughToScore } from '../enough.ts';
import { fewestOfLabel, fewestRebuilt, type FeatureReport } from '../feature-report.ts';
import { show } from '../finding.ts';
import type { LeakTable } from '../leak-table.ts';
import { ownersReturn } from '../rebuild.ts';
import type { Sides } from '../split.ts';

/** What a table must have so that a feature can be scored as of its rows. */
export interface Rebuilding {
  /** Whether a column says whose row each is, and whether anybody has two. */
  owners: 'none' | 'once' | 'return';
  ownerName: string | null;
  /** Whether there are rows enough of both labels, and whether they can be split in order of time. */
  scored: boolean;
  split: boolean;
}

export function rebuildingOf(table: LeakTable, sides: Sides | null): Rebuilding {
  const ownerName = table.entityName;
  const once = table.entity === null && ownerName === null ? 'none' : 'once';
  return {
    owners: ownersReturn(table) ? 'return' : once,
    ownerName,
    scored: enoughToScore(table),
    split: sides !== null,
  };
}

/** What a score needs. */
export const fewWords = `a score needs ${fewestScored} rows, and ${fewestOfEach} of each label`;

/** Why a feature has no score as of its rows: the first thing that stands against it, as a clause. */
export function whyNotRebuilt(
  { owners, ownerName, scored, split }: Rebuilding,
  { refused, knownRows }: Pick<FeatureReport, 'refused' | 'knownRows'>,
): string {
  if (!scored) return fewWords;
  if (owners === 'none') return 'no column says whose row each is';
  if (owners === 'once') return `every value of “${ownerName}” occurs once`;
  if (refused) return 'the times at which its values were written can’t be compared with its rows';
  if (!split) return 'the rows can’t be split in order of time';
  return (
    `it takes ${fewestRebuilt} later rows, and ${fewestOfLabel} of each label, for which it can be told what was known; ` +
    `there ${knownRows === 1 ? 'is' : 'are'} ${show(knownRows)}`
  );
}
