import type { Column, ColumnKind } from './column.ts';
import type { Survey } from './survey.ts';

/** Kinds that somebody has chosen instead of what the cells told, by the column's name. */
export type KindChoice = Readonly<Record<string, ColumnKind>>;

/** The columns of a survey with the kinds that were chosen. A kind that a column can't have is left as it was. */
export function chosenColumns(survey: Survey, chosen: KindChoice): Column[] {
  return survey.columns.map((column) => {
    const kind = chosen[column.name];
    if (kind === undefined || kind === column.kind) return column;
    const possible =
      (kind === 'number' && column.decimal !== null) ||
      (kind === 'time' && column.time !== null) ||
      (kind === 'two-valued' && column.two !== null) ||
      kind === 'category' ||
      kind === 'text' ||
      kind === 'id';
    return possible
      ? { ...column, kind, why: `Chosen by hand; the cells told: ${column.kind}.` }
      : column;
  });
}

/** A column by its name as somebody wrote it: exactly, else whatever its case and spaces. Null where there is none or more than one. */
export function columnNamed(columns: readonly Column[], name: string): Column | null {
  const exact = columns.find((column) => column.name === name);
  if (exact) return exact;
  const plain = name.trim().toLowerCase();
  const alike = columns.filter((column) => column.name.toLowerCase() === plain);
  return alike.length === 1 ? alike[0]! : null;
}
