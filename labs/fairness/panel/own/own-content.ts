import type { ReportContent } from '../../../view.ts';
import type { OwnAudit } from '../../own/own-audit.ts';
import { foundWords } from '../../own/own-verdict.ts';
import { readingNotes } from './own-readings.ts';
import { reportOf } from './own-report.ts';
import { rolesOf, type Opened } from './own-store.ts';

/** The audit as the notebook keeps it: the file's facts, the columns' roles and the report. `day`: as it is to be read. */
export function contentOf(
  opened: Opened,
  found: { audit: OwnAudit; leftOut: number; withoutGroup: number; hash: string },
  day: string,
): ReportContent {
  const { roles } = rolesOf(opened);
  const { file } = opened;
  const { audit, leftOut, withoutGroup, hash } = found;
  const decided = (roles.decision ?? roles.score)!;
  return {
    lab: 'fairness',
    step: 'yours-explore',
    file: { name: file.name.slice(0, 255), bytes: file.size, sha256: hash },
    rows: audit.rows,
    roles: [
      ...(roles.label ? [{ role: 'What turned out', column: roles.label }] : []),
      { role: roles.decision ? 'Decision' : 'Score', column: decided },
      ...[roles.group ?? []].flat().map((column) => ({ role: 'Group', column })),
      ...(roles.weight ? [{ role: 'Weight', column: roles.weight }] : []),
    ],
    found: foundWords(audit.comparisons.at(0)!),
    body: reportOf(audit, {
      fileName: file.name,
      label: roles.label ?? null,
      decision: decided,
      weight: roles.weight ?? null,
      ...{ leftOut, withoutGroup, day },
      readings: readingNotes(opened),
    }),
  };
}
