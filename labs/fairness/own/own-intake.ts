import type { Column } from '../../data/column.ts';
import { sameValue } from '../../data/two-values.ts';
import type { OwnRows } from './own-audit.ts';
import type { OwnMapping } from './own-roles.ts';

/** What can be wrong with a column's cells. */
export type ProblemKind =
  'empty' | 'no-values' | 'many-values' | 'not-binary' | 'not-number' | 'negative';

/**
 * All cells of one column with the same trouble: where it begins and how often it comes. Rows are
 * counted as a spreadsheet does: the header is row 1.
 */
export interface OwnProblem {
  kind: ProblemKind;
  column: string;
  of: 'label' | 'prediction' | 'score' | 'weight';
  row: number;
  value: string;
  count: number;
}

export type Intake =
  | {
      ok: true;
      own: OwnRows;
      /** Rows that are in no comparison, those without a group among them. */
      leftOut: number;
      withoutGroup: number;
      /** Which row of the file each row of `own` is; a row that counts many people stands there as often. */
      places: Uint32Array;
    }
  | {
      ok: false;
      problems: OwnProblem[];
      tooMany: { column: string; over: number } | null;
      rows: number;
    };

/** More values than this are no groups but an identifier or a number. */
const mostGroups = 500;
const longest = 40;

/** What keeps the mapped columns from being audited, in the order of the first row. */
export function intakeProblems(
  { label, decision, kind, groups, weight, sides }: OwnMapping,
  leaveOutEmpty: boolean,
): { problems: OwnProblem[]; tooMany: { column: string; over: number } | null } {
  /** Whether blank cells are missing; they may be one of the two values. */
  const blank = ({ name }: Column) => sides[name]?.blanks === undefined;
  const problems = [
    ...(!label || sides[label.name] ? [] : binaryProblems(label, 'label')),
    ...(kind === 'prediction' && !sides[decision.name]
      ? binaryProblems(decision, 'prediction')
      : []),
    ...(kind === 'score' ? numberProblems(decision, 'score') : []),
    ...(weight ? numberProblems(weight, 'weight') : []),
    ...(leaveOutEmpty
      ? []
      : [
          ...(label && blank(label) ? emptyProblem(label, 'label') : []),
          ...(blank(decision) ? emptyProblem(decision, kind) : []),
          ...(weight ? emptyProblem(weight, 'weight') : []),
        ]),
  ];
  const many = groups.find((column) => column.distinct > mostGroups);
  return {
    problems: problems.sort((a, b) => a.row - b.row),
    tooMany: many ? { column: many.name, over: mostGroups } : null,
  };
}

function emptyProblem(column: Column, of: OwnProblem['of']): OwnProblem[] {
  if (column.missing === 0) return [];
  const blank = column.marks[0]?.[0] ?? '';
  return [
    {
      kind: 'empty',
      of,
      column: column.name,
      row: column.firstMissing,
      value: blank,
      count: column.missing,
    },
  ];
}

/** A column of a yes and a no may be dirty; with more values than this it is another column. */
const mostDirty = 12;

/** A label or decision has two values; the third is where the trouble begins. */
function binaryProblems(column: Column, of: 'label' | 'prediction'): OwnProblem[] {
  if (column.two !== null) return [];
  const { name, distinct } = column;
  if (column.filled === 0)
    return [{ kind: 'no-values', of, column: name, row: 2, value: '', count: 0 }];
  if (distinct > mostDirty)
    return [{ kind: 'many-values', of, column: name, row: 2, value: '', count: distinct }];
  const values = column.values ?? [];
  const usual = values.filter(({ value }) => ['0', '1'].includes(sameValue(value)));
  const odd = values.filter((one) => !usual.includes(one));
  // Beside 0 and 1 all others are odd; among words the third is.
  const wrong = usual.length > 0 ? odd : odd.slice(2);
  const first = wrong[0] ??
    odd[0] ?? { value: column.examples[0] ?? '', row: 2, count: column.filled };
  const count = wrong.length > 0 ? wrong.reduce((sum, one) => sum + one.count, 0) : first.count;
  return [
    {
      kind: 'not-binary',
      of,
      column: column.name,
      row: first.row,
      value: short(first.value),
      count,
    },
  ];
}

function numberProblems(column: Column, of: 'score' | 'weight'): OwnProblem[] {
  if (column.decimal === null || column.strays.length > 0) {
    const stray = column.strays[0] ?? {
      value: column.examples[0] ?? '',
      row: 2,
      count: column.filled,
    };
    return [
      {
        kind: 'not-number',
        of,
        column: column.name,
        row: stray.row,
        value: short(stray.value),
        count: stray.count,
      },
    ];
  }
  const low = column.range?.low;
  if (of === 'score' || !low || low.value >= 0) return [];
  return [
    { kind: 'negative', of, column: column.name, row: low.row, value: String(low.value), count: 1 },
  ];
}

const short = (value: string) =>
  value.length > longest ? `${value.slice(0, longest - 1)}…` : value;
