import type { ReportContent, ReportTable } from '../../../view.ts';
import { csvText, type CsvCell } from '../../../data/write-csv.ts';
import { factsOf } from './report-facts.ts';

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
 * intervals, what it was made of, and its sentences. Numbers are whole as they were computed, without marks between thousands; their unit
 * stands with the column's name.
 */
export function reportCsv(content: ReportContent): string {
  const { title, about, sections } = content.body;
  const said = (section: string, words: readonly string[]): Row[] =>
    words.map((text) => [section, '', '', 'words', text, null, null]);
  return csvText([
    ['section', 'table', 'row', 'column', 'value', '95 % from', '95 % to'],
    ...factsOf(content).map(({ name, value, unit }): Row => [
      'About',
      '',
      '',
      withUnit(name, unit),
      value,
      null,
      null,
    ]),
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
      const { value, interval, unit } = cell;
      const [low, high] = interval ?? [null, null];
      return [heading, caption, name, withUnit(column, unit), value, low, high];
    });
  });

const withUnit = (name: string, unit: string | undefined) => (unit ? `${name}, ${unit}` : name);
