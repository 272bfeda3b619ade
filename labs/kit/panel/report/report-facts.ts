import type { ReportContent } from '../../../view.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';

/** What a report was made of, line by line: the file, and what its columns were taken for. Columns of one role stand together. */
export function reportFacts({
  file,
  rows,
  roles,
}: Omit<ReportContent, 'body'>): [string, string][] {
  const byRole = new Map<string, string[]>();
  for (const { role, column } of roles) byRole.set(role, [...(byRole.get(role) ?? []), column]);
  return [
    ['File', file.name],
    ['Size', `${formatFixed(file.bytes)} bytes`],
    ['SHA-256', file.sha256],
    ['Rows judged', formatFixed(rows)],
    ...[...byRole].map(([role, columns]): [string, string] => [role, listed(columns)]),
  ];
}

const most = 40;
const listed = (columns: readonly string[]) =>
  columns.length > most
    ? `${columns.slice(0, most).join(', ')} and ${formatFixed(columns.length - most)} more`
    : columns.join(', ');
