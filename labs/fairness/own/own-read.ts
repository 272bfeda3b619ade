import type { Column } from '../../data/column.ts';
import type { FileSource } from '../../data/encoding.ts';
import { CsvProblem } from '../../data/problem.ts';
import { readColumns, type ReadColumn, type Wanted } from '../../data/read-columns.ts';
import type { Survey } from '../../data/survey.ts';
import { sameValue } from '../../data/two-values.ts';
import type { GroupColumn, OwnRows } from './own-audit.ts';
import { intakeProblems, type Intake } from './own-intake.ts';
import type { OwnMapping } from './own-roles.ts';

/** What stands for an empty cell of a group column: those people are a group of their own. */
export const noGroup = '(empty)';

/** How a file is to be read. */
export interface ReadingPlan {
  survey: Survey;
  mapping: OwnMapping;
  /** Leave rows out whose label, decision or weight is missing. */
  leaveOutEmpty: boolean;
}

/**
 * Reads the mapped columns of a file, piece by piece; yields the part that has been read, 0 to 1.
 * Throws a CsvProblem where nothing is left to audit.
 */
export async function* readOwn(
  file: FileSource,
  { survey, mapping, leaveOutEmpty }: ReadingPlan,
): AsyncGenerator<number, Intake, void> {
  const found = intakeProblems(mapping, leaveOutEmpty);
  if (found.problems.length > 0 || found.tooMany) return { ok: false, ...found, rows: survey.rows };
  const { label, decision, kind, groups, weight, ones } = mapping;
  const table = yield* readColumns(file, survey, [
    twoOf(label, ones),
    kind === 'score' ? { as: 'number', column: decision } : twoOf(decision, ones),
    ...groups.map((column): Wanted => ({ as: 'words', column })),
    ...(weight ? [{ as: 'number', column: weight } as const] : []),
  ]);
  if (kind === 'prediction') refuseSelectiveLabels(table.columns, mapping);
  const own = rowsOf(table.columns, mapping);
  const leftOut = survey.rows - own.rows;
  if (own.rows === 0)
    throw new CsvProblem({
      what: `All ${leftOut.toLocaleString('en-US')} rows have an empty label, decision or weight, so nothing is left to audit.`,
      next: 'Choose another column, or fill the cells in.',
    });
  return { ok: true, own, leftOut };
}

/**
 * Throws where an outcome is known only of those who were selected, or only of those who were not: among the rows that are left, all
 * groups are then selected alike, whatever was decided (selective labels: Lakkaraju et al., KDD 2017).
 */
function refuseSelectiveLabels(
  [labels, decided]: readonly ReadColumn[],
  { label, decision }: OwnMapping,
): void {
  const known = [0, 0];
  const unknown = [0, 0];
  labels!.values.forEach((value, i) => {
    const chosen = decided!.values[i]!;
    if (!Number.isNaN(chosen)) (Number.isNaN(value) ? unknown : known)[chosen]! += 1;
  });
  for (const only of [0, 1]) {
    const rest = 1 - only;
    const left = unknown[rest]!;
    const few = known[rest]! <= 0.02 * known[only]!;
    if (left < 5 || unknown[only]! > 0.02 * left || !few) continue;
    const who = only === 1 ? 'were selected' : 'were not selected';
    throw new CsvProblem({
      what:
        `“${label.name}” is known only of those who ${who} by “${decision.name}”: it is missing in ` +
        `${left.toLocaleString('en-US')} rows, all of them of the others. Without these rows all groups ` +
        'would look alike, whatever was decided.',
      next: 'Choose another column for what turned out, one that is known of all, or fill the cells in.',
    });
  }
}

/** A column of two values, the one that was chosen counting as 1. */
function twoOf(column: Column, ones: OwnMapping['ones']): Wanted {
  const chosen = ones[column.name];
  const { two } = column;
  if (chosen === undefined || !two || sameValue(chosen) === two.one) return { as: 'two', column };
  const turned = {
    ...two,
    zero: two.one,
    one: two.zero,
    zeroWord: two.oneWord,
    oneWord: two.zeroWord,
  };
  return { as: 'two', column: { ...column, two: turned } };
}

function rowsOf(
  columns: readonly ReadColumn[],
  { kind, groups, weight, decision }: OwnMapping,
): OwnRows {
  const [labels, decided] = [columns[0]!.values, columns[1]!.values];
  const weights = weight ? columns.at(-1)!.values : null;
  const kept: number[] = [];
  for (let i = 0; i < labels.length; i++)
    if (!Number.isNaN(labels[i]! + decided[i]! + (weights ? weights[i]! : 0))) kept.push(i);
  const rows = Uint32Array.from(kept);
  const { range } = decision;
  return {
    rows: rows.length,
    label: Uint8Array.from(rows, (i) => labels[i]!),
    decision: kind === 'prediction' ? Uint8Array.from(rows, (i) => decided[i]!) : null,
    score: kind === 'score' ? Float64Array.from(rows, (i) => decided[i]!) : null,
    scoreRange: kind === 'score' && range ? [range.low.value, range.high.value] : null,
    weight: weights && Float64Array.from(rows, (i) => weights[i]!),
    groups: groups.map((column, k) => groupOf(column.name, columns[2 + k]!, rows)),
  };
}

/** The groups that occur in the rows, in the order of their letters; those without a group last. */
function groupOf(name: string, { values, words }: ReadColumn, rows: Uint32Array): GroupColumn {
  const seen = new Uint8Array(words.length + 1);
  const code = (i: number) => (Number.isNaN(values[i]!) ? words.length : values[i]!);
  for (const i of rows) seen[code(i)] = 1;
  const place = new Uint16Array(words.length + 1);
  const names: string[] = [];
  seen.forEach((there, at) => {
    if (there) place[at] = names.push(at === words.length ? noGroup : words[at]!) - 1;
  });
  return { name, codes: Uint16Array.from(rows, (i) => place[code(i)]!), names };
}
