import { apart, mostExamples, show, type Finding } from '../finding.ts';
import type { LeakTable, LeftColumn } from '../leak-table.ts';
import { compare } from '../newer.ts';
import { namesBookkeeping } from '../roles/table-names.ts';

/** Times that got no role and lie after their row, or may: a question, for a planned time lies there too. */
export function laterFindings(table: LeakTable): Finding[] {
  return table.left.flatMap((column) => laterFinding(table, column));
}

function laterFinding(table: LeakTable, column: LeftColumn): Finding[] {
  const { name, filled, at, grain, open } = column;
  if (!at) return open === null ? [] : [refused(table, column, open)];
  const later: number[] = [];
  const unsure: number[] = [];
  let dated = 0;
  for (let i = 0; i < table.rows; i++) {
    if (filled[i] === 0 || Number.isNaN(at.early[i]!)) continue;
    dated += 1;
    const row = table.time[i]! + (table.timeSlack?.[i] ?? 0);
    const isLater = (written: number) => compare(row, table.grain, written, grain) === 'newer';
    if (isLater(at.early[i]!)) later.push(i);
    else if (isLater(at.late[i]!)) unsure.push(i);
  }
  const more = open === null || unsure.length === 0 ? null : open;
  if (later.length === 0)
    return more === null ? [] : [unsureFinding(table, name, { more, dated, unsure })];
  const least = open === null ? '' : 'at least ';
  return [
    {
      id: `later ${name}`,
      kind: 'question',
      title: `${name}: ${show(later.length)} of ${show(dated)} times lie after their row`,
      detail:
        (namesBookkeeping(name)
          ? 'So those rows were changed after their moment. Which of their values were changed then? Name this column as the time of those features: that would settle it.'
          : 'Is it planned beforehand? Then it is known at the moment of the row. Is it filled in afterwards? Then nothing made from it was known, and a length of time up to it is too new as well.') +
        (more === null ? '' : ` For ${show(unsure.length)} more it can’t be told. ${more}`),
      columns: [name, table.timeName],
      rows: later.length,
      examples: later.slice(0, mostExamples).map((i) => ({
        row: table.rowNumbers[i]!,
        words: `${least}${apart(table, at.early[i]! - table.time[i]!)} after the row`,
      })),
    },
  ];
}

const unsureFinding = (
  table: LeakTable,
  name: string,
  { more, dated, unsure }: { more: string; dated: number; unsure: number[] },
): Finding => ({
  id: `later ${name}`,
  kind: 'question',
  title: `${name}: for ${show(unsure.length)} of ${show(dated)} times it can’t be told whether they lie after their row`,
  detail: more,
  columns: [name, table.timeName],
  rows: unsure.length,
  examples: [],
});

const refused = (table: LeakTable, { name, filled }: LeftColumn, open: string): Finding => ({
  id: `later ${name}`,
  kind: 'question',
  title: `${name}: whether its times lie after their row can’t be told`,
  detail: open,
  columns: [name, table.timeName],
  rows: filled.reduce((sum, one) => sum + one, 0),
  examples: [],
});
