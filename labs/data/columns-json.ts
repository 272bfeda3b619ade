import type { Column, ColumnKind } from './column.ts';

/** A column as it is written for scripts. */
export interface ColumnJson {
  name: string;
  kind: ColumnKind;
  why: string;
  /** Cells without a value. */
  missing: number;
  notes: string[];
}

/** What is wrong with a file. */
export interface TableProblemJson {
  what: string;
  next: string;
  row?: number;
  column?: string;
}

export const columnsJson = (columns: readonly Column[]): ColumnJson[] =>
  columns.map(({ name, kind, why, missing, notes }) => ({ name, kind, why, missing, notes }));
