import type { ReportContent, ReportTable } from '../../../view.ts';
import { csvText, type CsvCell } from '../../../data/write-csv.ts';
import { reportFacts } from './report-facts.ts';

type Row = [
  section: string,
  table: string,
  row: string,
  column: string,
  value: CsvCell,
  from: CsvCell,
  to: CsvCell,
];

/**
 * A report as one CSV table, a row for each value, so that a spreadsheet or pandas can filter it: its tables with the ends of their 95 %
 * intervals, what it was made of, and its sentences.
 */
export function reportCsv(content: ReportContent): string {
  const { title, about, sections } = content.body;
  const said = (section: string, words: readonly string[]): Row[] =>
    words.map((text) => [section, '', '', 'words', text, null, null]);
  return csvText([
    ['section', 'table', 'row', 'column', 'value', '95 % from', '95 % to'],
    ...reportFacts(content).map(([name, value]): Row => ['About', '', '', name, value, null, null]),
    ...said('About', [title, content.found, ...about]),
    ...sections.flatMap(({ heading, paragraphs, points, tables }) => [
      ...said(heading, [...paragraphs, ...points]),
      ...tables.flatMap((table) => tableRows(heading, table)),
    ]),
  ]);
}

const tableRows = (heading: string, { caption, columns, rows }: ReportTable): Row[] =>
  rows.flatMap(({ cells }) => {
    const [first, ...others] = cells;
    const name = typeof first === 'object' ? String(first.value) : (first ?? '');
    return others.map((cell, at): Row => {
      const column = columns[at + 1] ?? '';
      if (typeof cell === 'string') return [heading, caption, name, column, cell, null, null];
      const [low, high] = cell.interval ?? [null, null];
      return [heading, caption, name, column, cell.value, low, high];
    });
  });
