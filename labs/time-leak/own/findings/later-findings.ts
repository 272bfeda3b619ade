import { apart, mostExamples, show, type Finding } from '../finding.ts';
import type { LeakTable, LeftColumn } from '../leak-table.ts';
import { compare } from '../newer.ts';
import { namesBookkeeping } from '../table-names.ts';

/** Times that got no role and lie after their row: a question, for a planned time lies there too. */
export function laterFindings(table: LeakTable): Finding[] {
  return table.left.flatMap((column) => laterFinding(table, column));
}

function laterFinding(table: LeakTable, { name, filled, at, grain }: LeftColumn): Finding[] {
  if (!at) return [];
  const later: number[] = [];
  let dated = 0;
  for (let i = 0; i < table.rows; i++) {
    if (filled[i] === 0 || Number.isNaN(at[i]!)) continue;
    dated += 1;
    if (compare(table.time[i]!, table.grain, at[i]!, grain) === 'newer') later.push(i);
  }
  if (later.length === 0) return [];
  return [
    {
      id: `later ${name}`,
      kind: 'question',
      title: `${name}: ${show(later.length)} of ${show(dated)} times lie after their row`,
      detail: namesBookkeeping(name)
        ? 'So those rows were changed after their moment. Which of their values were changed then? Name this column as the time of those features: that would settle it.'
        : 'Is it planned beforehand? Then it is known at the moment of the row. Is it filled in afterwards? Then nothing made from it was known, and a length of time up to it is too new as well.',
      columns: [name, table.timeName],
      rows: later.length,
      examples: later.slice(0, mostExamples).map((i) => ({
        row: table.rowNumbers[i]!,
        words: `${apart(table, at[i]! - table.time[i]!)} after the row`,
      })),
    },
  ];
}
