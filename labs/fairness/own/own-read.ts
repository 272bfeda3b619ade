import type { Column } from '../../data/column.ts';
import type { FileSource } from '../../data/encoding.ts';
import { CsvProblem } from '../../data/problem.ts';
import { readColumns, type ReadColumn, type Wanted } from '../../data/read-columns.ts';
import type { Survey } from '../../data/survey.ts';
import { unknownLabel } from '../../math/group-cells.ts';
import type { GroupColumn, OwnRows } from './own-audit.ts';
import { blanksWanted } from './own-blanks.ts';
import { isCount, repeated } from './own-counts.ts';
import { intakeProblems, type Intake } from './own-intake.ts';
import { mergedGroups } from './own-merge.ts';
import { repeatsOf } from './own-repeats.ts';
import type { OwnMapping } from './own-roles.ts';

/** What people without a group are called where they are kept as one. */
const missingGroup = 'missing';

/** How a file is to be read. */
export interface ReadingPlan {
  survey: Survey;
  mapping: OwnMapping;
  /** Leave rows out whose decision or weight is missing, and count those without a label for selection alone. */
  leaveOutEmpty: boolean;
  /** Whether rows without a group are a group of their own; they are left out otherwise. */
  keepMissingGroups?: boolean;
  /** Whether groups that are named nearly alike are one. */
  mergeGroups?: boolean;
}

/**
 * Reads the mapped columns of a file, piece by piece; yields the part that has been read, 0 to 1.
 * Throws a CsvProblem where nothing is left to audit.
 */
export async function* readOwn(
  file: FileSource,
  { survey, mapping, leaveOutEmpty, keepMissingGroups = false, mergeGroups = false }: ReadingPlan,
): AsyncGenerator<number, Intake, void> {
  const found = intakeProblems(mapping, leaveOutEmpty);
  if (found.problems.length > 0 || found.tooMany) return { ok: false, ...found, rows: survey.rows };
  const { label, decision, kind, groups, weight, sides } = mapping;
  const table = yield* readColumns(file, survey, [
    ...(label ? [twoOf(label, sides)] : []),
    kind === 'score' ? { as: 'number', column: decision } : twoOf(decision, sides),
    ...groups.map((column): Wanted => ({ as: 'words', column })),
    ...(weight ? [{ as: 'number', column: weight } as const] : []),
  ]);
  const [labels, rest] = label
    ? [table.columns[0]!.values, table.columns.slice(1)]
    : [null, table.columns];
  const grouped = groups.map((column, k) => {
    const group = groupOf(column.name, rest[1 + k]!, keepMissingGroups);
    return mergeGroups ? mergedGroups(group) : group;
  });
  const { own, kept, withoutGroup, places } = rowsOf(labels, rest, mapping, grouped);
  const roles = [label, decision, weight, ...groups].filter((column) => column !== null);
  const repeats = repeatsOf(survey.columns, roles);
  if (repeats) own.repeats = repeats;
  const leftOut = survey.rows - kept;
  if (own.rows === 0 && kept > 0)
    throw new CsvProblem({
      what: `“${weight!.name}” counts nobody: it is 0 in every row that could be used.`,
      next: 'Choose another column, or none.',
    });
  if (own.rows === 0)
    throw new CsvProblem({
      what: `All ${leftOut.toLocaleString('en-US')} rows have an empty decision, weight or group, so nothing is left to audit.`,
      next: 'Choose another column, or fill the cells in.',
    });
  return { ok: true, own, leftOut, withoutGroup, places };
}

/** A column of a yes and a no, as they were chosen. */
function twoOf(column: Column, sides: OwnMapping['sides']): Wanted {
  const side = sides[column.name];
  return side?.blanks === undefined
    ? { ...{ as: 'two', column }, ...side }
    : blanksWanted(column, side);
}

/** `labels` null: nothing says what turned out. `columns`: the decision, the groups, the weight. */
function rowsOf(
  labels: Float64Array | null,
  columns: readonly ReadColumn[],
  { kind, weight, decision }: OwnMapping,
  groups: readonly GroupColumn[],
): { own: OwnRows; kept: number; withoutGroup: number; places: Uint32Array } {
  const decided = columns[0]!.values;
  const weights = weight ? columns.at(-1)!.values : null;
  const kept: number[] = [];
  let withoutGroup = 0;
  for (let i = 0; i < decided.length; i++) {
    if (Number.isNaN(decided[i]! + (weights ? weights[i]! : 0))) continue;
    if (groups.every(({ codes, names }) => codes[i]! >= names.length)) withoutGroup++;
    else kept.push(i);
  }
  const counts = weight && isCount(weight) ? weights : null;
  const once = Uint32Array.from(kept);
  const rows = counts ? repeated(once, counts, weight!.name) : once;
  const { range } = decision;
  const label = Uint8Array.from(rows, (i) =>
    labels === null || Number.isNaN(labels[i]!) ? unknownLabel : labels[i]!,
  );
  const isDecision = kind === 'prediction';
  const decision01 = isDecision ? Uint8Array.from(rows, (i) => decided[i]!) : null;
  const own: OwnRows = {
    rows: rows.length,
    label,
    oneSided: labels && decision01 && dropStrays(label, decision01),
    decision: decision01,
    score: isDecision ? null : Float64Array.from(rows, (i) => decided[i]!),
    scoreRange: !isDecision && range ? [range.low.value, range.high.value] : null,
    weight: weights && !counts ? Float64Array.from(rows, (i) => weights[i]!) : null,
    groups: groups.map((group) => occurring(group, rows)),
  };
  return { own, kept: kept.length, withoutGroup, places: rows };
}

/**
 * Finds out whether labels are known only of those who were selected, or only of the others (selective labels: Lakkaraju et al., KDD 2017),
 * a few strays aside. These are then unknown too: of a handful no rate can be told. Null where labels are known on both sides.
 */
function dropStrays(label: Uint8Array, decision: Uint8Array): OwnRows['oneSided'] {
  const known = [0, 0];
  const unknown = [0, 0];
  label.forEach((value, i) => ((value === unknownLabel ? unknown : known)[decision[i]!]! += 1));
  for (const only of [1, 0]) {
    const rest = 1 - only;
    const left = unknown[rest]!;
    const few = known[rest]! <= 0.02 * known[only]!;
    if (left < 5 || unknown[only]! > 0.02 * left || !few) continue;
    label.forEach((_, i) => {
      if (decision[i] === rest) label[i] = unknownLabel;
    });
    return { only: only === 1 ? 'selected' : 'others', dropped: known[rest]! };
  }
  return null;
}

/** The groups of a file, in the order of their letters; those without one last, where they are kept. */
function groupOf(name: string, { values, words }: ReadColumn, keepMissing: boolean): GroupColumn {
  const codes = Uint16Array.from(values, (code) => (Number.isNaN(code) ? words.length : code));
  const called = words.includes(missingGroup) ? `(${missingGroup})` : missingGroup;
  return { name, codes, names: keepMissing ? [...words, called] : words };
}

/** The groups that occur in some rows. */
function occurring({ name, codes, names }: GroupColumn, rows: Uint32Array): GroupColumn {
  const seen = new Uint8Array(names.length);
  for (const i of rows) if (codes[i]! < names.length) seen[codes[i]!] = 1;
  const left: string[] = [];
  const place = names.map((word, at) => (seen[at] ? left.push(word) - 1 : 0));
  return {
    name,
    codes: Uint16Array.from(rows, (i) => place[codes[i]!] ?? left.length),
    names: left,
  };
}
