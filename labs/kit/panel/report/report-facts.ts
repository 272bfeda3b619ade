import type { ReportContent } from '../../../view.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';

interface Fact {
  name: string;
  value: string | number;
  unit?: string;
}

/** What a report was made of, line by line: the file, and what its columns were taken for. Columns of one role stand together. */
export function factsOf({ file, rows, roles }: Omit<ReportContent, 'body'>): Fact[] {
  const byRole = new Map<string, string[]>();
  for (const { role, column } of roles) byRole.set(role, [...(byRole.get(role) ?? []), column]);
  return [
    { name: 'File', value: file.name },
    { name: 'Size', value: file.bytes, unit: 'bytes' },
    { name: 'SHA-256', value: file.sha256 },
    { name: 'Rows judged', value: rows },
    ...[...byRole].map(([role, columns]): Fact => ({ name: role, value: listed(columns) })),
  ];
}

/** The same as it is read. */
export const reportFacts = (content: Omit<ReportContent, 'body'>): [string, string][] =>
  factsOf(content).map(({ name, value, unit }) => [
    name,
    (typeof value === 'number' ? formatFixed(value) : value) + (unit ? ` ${unit}` : ''),
  ]);

const most = 40;
const listed = (columns: readonly string[]) =>
  columns.length > most
    ? `${columns.slice(0, most).join(', ')} and ${formatFixed(columns.length - most)} more`
    : columns.join(', ');
