import type { FeatureReport } from './feature-report.ts';
import { mostExamples, percent, show, two, type Finding } from './finding.ts';
import type { WholeScores } from './leak-scores.ts';
import type { LeakTable } from './leak-table.ts';
import { ownersReturn } from './rebuild.ts';
import type { Repeats } from './repeats.ts';
import type { Sides, TimeSplit } from './split.ts';

const smallTable = 1_000;
const suspicious = 0.1;
const none = { columns: [], rows: 0, examples: [] };

/** How the rows were split, where that is worth saying. */
export function splitFindings(
  table: LeakTable,
  split: TimeSplit,
  { random }: WholeScores,
): Finding[] {
  const found: Finding[] = [];
  const { usual, train, test } = split;
  if (split.cut === null)
    found.push({
      ...none,
      id: 'split refused',
      kind: 'question',
      title: `The rows can’t be split in order of time: ${show(usual.train)} would be learned from and ${show(usual.test)} scored`,
      detail:
        `No moment of “${table.timeName}” leaves ten rows and both labels on each side, so only random splits are scored. ` +
        'Finer times, or more rows, would settle it.',
      columns: [table.timeName],
    });
  else if (split.moved)
    found.push({
      ...none,
      id: 'split moved',
      kind: 'note',
      title: `The cut was moved: ${show(train.length)} rows are learned from, ${show(test.length)} are scored`,
      detail: `Before the moment that seven tenths falls into, it would leave ${show(usual.train)} and ${show(usual.test)}: rows of one moment stay together.`,
      columns: [table.timeName],
    });
  if (table.rows < smallTable)
    found.push({
      ...none,
      id: 'small',
      kind: 'note',
      title: `A small table: ${show(table.rows)} rows`,
      detail: random
        ? `A random split gives ${two(random.mean)} ± ${two(random.sd)} from shuffle to shuffle (${random.shuffles} of them): scores that lie nearer are alike.`
        : 'Its scores hang on a few rows.',
      rows: table.rows,
    });
  return found;
}

/** What all dated features together lose when they are rebuilt: shown by the values that are newer, never by the fall alone. */
export function wholeFindings(features: readonly FeatureReport[], whole: WholeScores): Finding[] {
  const newer = features.filter((feature) => (feature.newer ?? 0) > 0);
  const { same, rebuilt } = whole;
  if (newer.length === 0 || same === null || rebuilt === null || same - rebuilt <= suspicious)
    return [];
  return [
    {
      ...none,
      id: 'whole',
      kind: 'leak',
      title: `All numeric features together: ${two(same)} as the table stands, ${two(rebuilt)} with what was known at each row`,
      detail: 'The difference is what the table knows and nobody knew.',
      columns: newer.map(({ name }) => name),
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
        title:
          'Whose row each is, is not said: whether both sides share anyone can’t be told, and nothing can be rebuilt',
        detail: 'A column that says whose row it is would settle it.',
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
  const known = new Map<number, number>();
  for (const row of sides.train) known.set(entity[row]!, row);
  const shared = sides.test.filter((row) => known.has(entity[row]!));
  const people = new Set(Array.from(shared, (row) => entity[row]!)).size;
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
      title: `${show(people)} owners are on both sides: ${show(shared.length)} of ${show(sides.test.length)} later rows (${percent(shared.length, sides.test.length)})`,
      detail:
        'Right where the model will meet the same ones again; too good where it is to work for new ones.',
      columns,
      rows: shared.length,
      examples: Array.from(shared.slice(0, mostExamples), (row) => ({
        row: table.rowNumbers[row]!,
        words: `the same as in row ${show(table.rowNumbers[known.get(entity[row]!)!]!)}, before the cut`,
      })),
    },
  ];
}

/** Repeats across the split, beside what chance gives. */
export function repeatFindings(table: LeakTable, repeats: Repeats | null): Finding[] {
  if (!repeats) return [];
  const { later, earlier, byChance, tested } = repeats;
  const chance = byChance < 10 ? String(Number(byChance.toFixed(1))) : show(Math.round(byChance));
  const title = `${show(later.length)} of ${show(tested)} later rows repeat an earlier one; chance gives ${chance}`;
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
            ? 'Features and label together.'
            : 'With few different values rows are alike by chance: that is no copy.',
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
        'Features and label together; chance is what unrelated columns give, and related ones repeat more often. ' +
        'Are they copies? Then remove them before the split: the model has been shown the answer.',
      columns,
      rows: later.length,
      examples: later.slice(0, mostExamples).map((row, k) => ({
        row: table.rowNumbers[row]!,
        words: `as row ${show(table.rowNumbers[earlier[k]!]!)}, before the cut`,
      })),
    },
  ];
}
