import type { FeatureColumn, LeakTable } from './leak-table.ts';

/** A row of the file that a finding is about, and what of it. */
export interface Example {
  row: number;
  words: string;
}

export interface Finding {
  id: string;
  /** 'leak': shown by the file itself; 'question': only somebody who knows the table can tell; 'note': looked at, and nothing of either. */
  kind: 'leak' | 'question' | 'note';
  /** A sentence with its numbers. */
  title: string;
  /** What it means, and what would settle a question. */
  detail: string;
  columns: string[];
  /** How many rows it is about. */
  rows: number;
  examples: Example[];
}

/** So many rows are shown of each finding. */
export const mostExamples = 8;

export const show = (n: number) => n.toLocaleString('en-US');
export const percent = (part: number, whole: number) => {
  const share = (100 * part) / Math.max(1, whole);
  return `${share > 0 && share < 1 ? '<1' : Math.round(share)} %`;
};
export const two = (value: number | null) => (value === null ? '–' : value.toFixed(2));

export const valueWords = (feature: FeatureColumn, value: number) => {
  if (Number.isNaN(value)) return 'nothing';
  return feature.kind === 'words' ? `“${feature.words[value]}”` : String(value);
};

/** How long two times lie apart. */
export function apart(table: LeakTable, by: number): string {
  if (table.timeScale === 'plain') return String(Number(by.toPrecision(3)));
  const [hour, day] = [3_600_000, 86_400_000];
  if (by >= 2 * day) return `${(by / day).toFixed(1)} days`;
  if (by >= hour) return `${(by / hour).toFixed(1)} h`;
  return by >= 60_000
    ? `${Math.round(by / 60_000)} min`
    : `${Number((by / 1000).toPrecision(2))} s`;
}
