import type { Column } from '../../../data/column.ts';
import { blanksNotes } from '../../own/own-blanks.ts';
import type { OwnAudit, OwnComparison } from '../../own/own-audit.ts';
import { auditNotes } from '../../own/own-notes.ts';
import type { OwnMapping } from '../../own/own-roles.ts';
import { sideNotes, sideWords } from '../../own/own-sides.ts';
import { fewLabelsWords, leftOutWords } from '../../own/own-verdict.ts';
import { rolesOf, type Opened } from './own-store.ts';

const mergedNote = 'Groups whose names are nearly alike were counted as one.';

/** The columns of a mapping that hold two values. */
const sidedOf = ({ label, kind, decision }: OwnMapping) => [
  label,
  kind === 'prediction' ? decision : null,
];

/** How the cells of an audit were read: which values count as 1, what blank ones count as, which groups are one. */
export function readingNotes(opened: Opened): string[] {
  const { mapping } = rolesOf(opened);
  if (!mapping) return [];
  const { sides } = mapping;
  const sided = sidedOf(mapping);
  return [
    ...sideNotes(sided, sides),
    ...sided.flatMap((column) => blanksNotes(column, sides)),
    ...(opened.mergeGroups ? [mergedNote] : []),
  ];
}

/** A column's name, with what counts as 1 in it where that is not plain. */
export function withSides(name: string, mapping: OwnMapping | null): string {
  const column = mapping && sidedOf(mapping).find((one) => one?.name === name);
  const words = column && sideWords(column, mapping.sides[name]);
  return words ? `${name} (${words})` : name;
}

/** All that is to be known of how a file was read, where nothing of it had to be asked. */
export function remarksOn(opened: Opened): string[] {
  const { mapping, notes } = rolesOf(opened);
  if (!mapping) return [];
  const { label, decision, groups, weight } = mapping;
  const columns = [label, decision, ...groups, weight].flatMap((column) => column ?? []);
  return [
    ...new Set([
      ...readingNotes(opened),
      ...notes,
      ...columns.flatMap(notesOf),
      ...opened.survey.notes,
    ]),
  ];
}

/** All that the command line says beside the numbers of an audit too: rows and groups that are left out, what can’t be told, then how the file was read. */
export function remarksBeside(
  opened: Opened,
  found: { audit: OwnAudit; leftOut: number; withoutGroup: number },
  shown: OwnComparison,
): string[] {
  const small = [leftOutWords(shown), fewLabelsWords(shown)].filter((words) => words !== null);
  return [
    ...new Set([
      ...auditNotes(found.audit, found.leftOut, found.withoutGroup),
      ...small.map((words) => `${words[0]!.toUpperCase()}${words.slice(1)}.`),
      ...remarksOn(opened),
    ]),
  ];
}

/** What is said of a column; which of its values counts as 1 is said above, as it was taken in the end. */
const notesOf = ({ name, notes }: Column): string[] =>
  notes.filter((note) => !note.includes(' counts as 1 ')).map((note) => `${name}: ${note}`);
