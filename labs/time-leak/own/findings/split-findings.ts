import { fewestOfEach, fewestScored, positivesOf } from '../enough.ts';
import { show, two, type Finding } from '../finding.ts';
import type { WholeScores } from '../leak-scores.ts';
import type { LeakTable } from '../leak-table.ts';
import type { TimeSplit } from '../split.ts';

const smallTable = 1_000;
const none = { columns: [], rows: 0, examples: [] };

/** That nothing is scored, with the counts. */
export function fewFinding(table: LeakTable): Finding {
  const ones = positivesOf(table);
  const [zeroWord, oneWord] = table.labelWords;
  return {
    ...none,
    id: 'few',
    kind: 'note',
    title: `Too few rows to score: ${show(table.rows - ones)} with label “${zeroWord}”, ${show(ones)} with “${oneWord}”`,
    detail: `A score needs ${fewestScored} rows, and ${fewestOfEach} of each label. Times are compared all the same.`,
    columns: [table.labelName],
    rows: table.rows,
  };
}

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
        `No moment of “${table.timeName}” leaves ten rows and both labels on each side. So only random splits are scored. ` +
        'Finer times, or more rows, would settle it.',
      columns: [table.timeName],
    });
  else if (split.moved)
    found.push({
      ...none,
      id: 'split moved',
      kind: 'note',
      title: `The cut was moved: ${show(train.length)} rows are learned from, ${show(test.length)} are scored`,
      detail:
        `At the moment nearest to seven tenths of the rows it would leave ${show(usual.train)} and ${show(usual.test)}. ` +
        'Each side needs ten rows and both labels.',
      columns: [table.timeName],
    });
  if (table.rows < smallTable)
    found.push({
      ...none,
      id: 'small',
      kind: 'note',
      title: `A small table: ${show(table.rows)} rows`,
      detail: smallWords(table, random),
      rows: table.rows,
    });
  return found;
}

function smallWords({ features }: LeakTable, random: WholeScores['random']): string {
  if (!random) return 'Its scores hang on a few rows.';
  const words = features.filter(({ kind }) => kind === 'words').length;
  const without = words === 0 ? '' : ' Columns of words take no part in this score.';
  return (
    `All numeric features together, split at random, give ${two(random.mean)} ± ${two(random.sd)} from shuffle to shuffle ` +
    `(${random.shuffles} of them).${without} Scores that lie nearer to each other are alike.`
  );
}
