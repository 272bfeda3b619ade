import type { Finding } from './torture.ts';

function verdict({ met }: Finding): string {
  if (met === null) return '–';
  return met ? 'met' : 'NOT MET';
}

/** The findings as one Markdown table whose columns also line up in a terminal. */
export function findingsTable(findings: readonly Finding[]): string {
  const cells = [
    ['what', 'figure', 'target', 'met'],
    ...findings.map((row) =>
      [row.what, row.figure, row.target, verdict(row)].map((cell) =>
        cell.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim(),
      ),
    ),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(3, ...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [
    line(cells[0]!),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...cells.slice(1).map(line),
  ].join('\n');
}

/** What fails the command: nothing may be lost, corrupt, crashed or gone out. Speed and memory only stand in the table. */
export const unsafe = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ safety, met }) => safety && met === false);
