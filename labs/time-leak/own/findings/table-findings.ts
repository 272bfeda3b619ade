import type { FeatureReport } from '../feature-report.ts';
import { mostExamples, percent, show, two, type Finding } from '../finding.ts';
import type { WholeScores } from '../leak-scores.ts';
import type { LeakTable } from '../leak-table.ts';
import { ownersReturn } from '../rebuild.ts';
import type { Repeats } from '../repeats.ts';
import type { Sides } from '../split.ts';

const suspicious = 0.1;
/** Of what all leaks together cost: it is about features that have a finding each. */
export const wholeId = 'whole';
const none = { columns: [], rows: 0, examples: [] };

/** What all features together lose without the values that are newer than their rows: these alone are rebuilt for it (see `onlyNewer`). */
export function wholeFindings(features: readonly FeatureReport[], whole: WholeScores): Finding[] {
  const newer = features.filter((feature) => (feature.newer ?? 0) > 0);
  const { same, rebuilt, rebuiltRows } = whole;
  if (newer.length === 0 || same === null || rebuilt === null || same - rebuilt <= suspicious)
    return [];
  return [
    {
      ...none,
      id: wholeId,
      kind: 'leak',
      title: `All numeric features together: ${two(same)} as the table stands, ${two(rebuilt)} without the values that are newer than their rows`,
      detail:
        `Both are of the same ${show(rebuiltRows)} later rows: those for which it can be told what was known. ` +
        'The difference is what the table knows and nobody knew.',
      columns: newer.map(({ name }) => name),
      rows: rebuiltRows,
    },
  ];
}

/** Who is on both sides of the cut, and whether anything could be rebuilt. */
export function ownerFindings(table: LeakTable, sides: Sides | null): Finding[] {
  const { entity, entityName } = table;
  if (!entity && entityName === null)
    return [
      {
        ...none,
        id: 'entities',
        kind: 'question',
        title: 'No column says whose row each is',
        detail:
          'So it can’t be told whether both sides share an owner, and nothing can be rebuilt. A column that says whose row it is would settle it.',
      },
    ];
  const columns = [entityName!];
  if (!entity || !ownersReturn(table))
    return [
      {
        ...none,
        id: 'entities',
        kind: 'note',
        title: `Every value of “${entityName}” occurs once, so nothing can be rebuilt`,
        detail:
          'A value as of an earlier row needs an earlier row of the same owner. Nobody is on both sides of the cut.',
        columns,
        rows: table.rows,
      },
    ];
  if (!sides) return [];
  const known = lastRows(entity, sides.train);
  const shared = sides.test.filter((row) => known[entity[row]!]! >= 0);
  const people = lastRows(entity, shared).reduce((sum, row) => sum + (row < 0 ? 0 : 1), 0);
  if (shared.length === 0)
    return [
      {
        ...none,
        id: 'entities',
        kind: 'note',
        title: 'Nobody is on both sides of the cut',
        detail: 'The later rows are all of owners that the earlier ones do not know.',
        columns,
      },
    ];
  return [
    {
      id: 'entities',
      kind: 'question',
      title: `${people === 1 ? '1 owner is' : `${show(people)} owners are`} on both sides: ${show(shared.length)} of ${show(sides.test.length)} later rows (${percent(shared.length, sides.test.length)})`,
      detail:
        'That is right where the model will meet the same owners again. Where it is to work for new ones, its scores are too good.',
      columns,
      rows: shared.length,
      examples: Array.from(shared.slice(0, mostExamples), (row) => ({
        row: table.rowNumbers[row]!,
        words: `the same as in row ${show(table.rowNumbers[known[entity[row]!]!]!)}, before the cut`,
      })),
    },
  ];
}

/** Of each owner, by number, the last of the rows; −1 for one who has none. */
function lastRows(entity: Int32Array, rows: Uint32Array): Int32Array {
  const last = new Int32Array(entity.reduce((most, one) => Math.max(most, one), 0) + 1).fill(-1);
  for (const row of rows) last[entity[row]!] = row;
  return last;
}

/** Repeats across the split, beside what chance gives. */
export function repeatFindings(table: LeakTable, repeats: Repeats | null): Finding[] {
  if (!repeats) return [];
  const { later, earlier, byChance, tested } = repeats;
  const chance = byChance < 10 ? String(Number(byChance.toFixed(1))) : show(Math.round(byChance));
  const title = `${show(later.length)} of ${show(tested)} later rows ${later.length === 1 ? 'repeats' : 'repeat'} an earlier one; chance gives ${chance}`;
  const more =
    later.length > byChance + 3 * Math.sqrt(byChance + 1) && later.length > 1.2 * byChance;
  const columns = [...table.features.map(({ name }) => name), table.labelName];
  if (!more)
    return [
      {
        ...none,
        id: 'duplicates',
        kind: 'note',
        title: later.length === 0 ? 'No later row repeats an earlier one' : title,
        detail:
          later.length === 0
            ? 'Features and label are compared together.'
            : 'With few different values rows are alike by chance. They need not be copies.',
        columns,
        rows: later.length,
      },
    ];
  return [
    {
      id: 'duplicates',
      kind: 'question',
      title,
      detail:
        'Features and label are compared together. Chance is what unrelated columns give; related ones repeat more often. ' +
        'Are the rows copies? Then remove them before the split: the model has been shown the answer.',
      columns,
      rows: later.length,
      examples: later.slice(0, mostExamples).map((row, k) => ({
        row: table.rowNumbers[row]!,
        words: `as row ${show(table.rowNumbers[earlier[k]!]!)}, before the cut`,
      })),
    },
  ];
}
