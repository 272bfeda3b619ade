import type { Ask } from '../../data/column.ts';
import { columnsJson, type ColumnJson, type TableProblemJson } from '../../data/columns-json.ts';
import type { Survey } from '../../data/survey.ts';
import { measuresOf, type OwnAudit, type OwnComparison, type OwnGroup } from './own-audit.ts';
import { auditNotes } from './own-notes.ts';
import type { Repeats } from './own-repeats.ts';
import type { OwnAnswers, OwnRoles } from './own-roles.ts';
import { sidedOf, sidesIn, withoutOldSides } from './own-sides.ts';
import { groupName, verdictOf } from './own-verdict.ts';

const rateNames = ['selectionRate', 'tpr', 'fpr', 'fnr', 'ppv', 'accuracy'] as const;
type RateName = (typeof rateNames)[number];

export type GroupJson = {
  name: string;
  /** The group column, or two that are crossed. */
  column: string;
  /** Rows that have a decision, which selection rates are of; and those that have a label too, which all other rates are of. */
  n: number;
  labelled: number;
  intervals: Partial<Record<RateName, readonly [number, number]>>;
  /** The rows that each rate is of. */
  of: Record<RateName, number>;
  /** Rates whose denominator is 0, and those that can’t be told as labels are known of one side only. */
  undefined: RateName[];
} & Record<RateName, number | null>;

const measureNames = [
  'demographicParityRatio',
  'demographicParityDifference',
  'equalOpportunityDifference',
  'equalizedOddsDifference',
  'predictiveParityDifference',
] as const;
type Measure = (typeof measureNames)[number];

/** The audit as it is written for scripts. Without an audit: what has to be asked, or what is wrong. */
export interface AuditJson extends Partial<Record<Measure, number | null>> {
  columns: ColumnJson[];
  notes: string[];
  roles: OwnRoles['roles'];
  /** Which values of label and decision count as 1 and as 0, by the column’s name: as the file writes them; `blanks`, and `all others`. */
  positive?: Record<string, string[]>;
  negative?: Record<string, string[]>;
  asks?: Ask[];
  problem?: TableProblemJson;
  /** Rows that are compared, those of them that have a label, and rows that are left out. */
  rows?: number;
  labelled?: number;
  leftOut?: number;
  threshold?: number | null;
  /** Whose rows they are, where the same people stand in several; `much` where nothing is judged by intervals of rows. */
  repeats?: Repeats;
  groups?: GroupJson[];
  /** 95 % intervals of the measures that have one, between the two groups that are farthest apart. */
  measureIntervals?: Partial<Record<Measure, readonly [number, number]>>;
  /** Compared rows whose group is missing. */
  withoutGroup?: number;
  /** Groups of fewer than 30 people, which the measures leave out. */
  small?: string[];
  verdict?: string;
  /** Where two columns are compared: the second, and the two crossed. */
  others?: ({
    column: string;
    groups: GroupJson[];
    withoutGroup: number;
    verdict: string;
  } & Record<Measure, number | null>)[];
}

/** What is known before an audit: columns, roles, and questions where there are any. */
export function ownRolesJson(survey: Survey, found: OwnRoles, answers: OwnAnswers = {}): AuditJson {
  const { roles, asks, notes } = found;
  return {
    columns: columnsJson(withoutOldSides(survey.columns, found, answers)),
    notes: [...survey.notes, ...notes],
    roles,
    ...sidesJson(found),
    ...(asks.length > 0 && {
      asks,
    }),
  };
}

/** Which values count as what; nothing before that is settled. A score has none. */
function sidesJson({ mapping }: OwnRoles): Pick<AuditJson, 'positive' | 'negative'> {
  if (!mapping) return {};
  const sided = sidedOf(mapping).flatMap((column) => {
    const sides = column && sidesIn(column, mapping.sides[column.name]);
    return sides ? [[column!.name, sides] as const] : [];
  });
  return {
    positive: Object.fromEntries(sided.map(([name, { ones }]) => [name, ones])),
    negative: Object.fromEntries(sided.map(([name, { zeros }]) => [name, zeros])),
  };
}

/** The whole audit. The measures are of the first group column, over its groups of 30 people or more. */
export function auditJson(
  survey: Survey,
  { roles, answers }: { roles: OwnRoles; answers: OwnAnswers },
  audit: OwnAudit,
  { leftOut, withoutGroup }: { leftOut: number; withoutGroup: number },
): AuditJson {
  const known = ownRolesJson(survey, roles, answers);
  const [first, ...others] = audit.comparisons;
  return {
    ...known,
    notes: [...known.notes, ...auditNotes(audit, leftOut, withoutGroup)],
    ...{ rows: audit.rows, labelled: audit.labelled, leftOut, threshold: audit.threshold },
    ...(audit.repeats && { repeats: audit.repeats }),
    ...comparisonJson(first!),
    small: first!.groups.filter(({ small }) => small).map(({ parts }) => groupName(parts)),
    ...(others.length > 0 && {
      others: others.map((one) => ({ column: groupName(one.columns), ...comparisonJson(one) })),
    }),
  };
}

function comparisonJson(comparison: OwnComparison) {
  return {
    groups: comparison.groups.map((group) => groupJson(groupName(comparison.columns), group)),
    withoutGroup: comparison.withoutGroup,
    ...measuresOf(comparison.large),
    measureIntervals: Object.fromEntries(
      measureNames.flatMap((name) => {
        const interval = comparison.ci95[name];
        return interval ? [[name, interval]] : [];
      }),
    ),
    verdict: verdictOf(comparison),
  };
}

function groupJson(column: string, { parts, rates, labelled, ci95, of }: OwnGroup): GroupJson {
  const known: Partial<Record<RateName, readonly [number, number] | null>> = { ...ci95 };
  const { tpr } = known;
  // What is missed is what is not found.
  if (tpr && known.fnr === undefined) known.fnr = [1 - tpr[1], 1 - tpr[0]];
  const intervals = Object.fromEntries(
    rateNames.flatMap((name) => (known[name] ? [[name, known[name]]] : [])),
  ) as GroupJson['intervals'];
  return {
    ...{ name: groupName(parts), column, n: rates.count, labelled },
    ...(Object.fromEntries(rateNames.map((name) => [name, rates[name]])) as Record<
      RateName,
      number | null
    >),
    intervals,
    of: { ...of, fnr: of.tpr },
    undefined: rateNames.filter((name) => rates[name] === null),
  };
}
