import { csvText, type CsvCell } from '../../../../labs/data/write-csv.ts';
import type { Graded } from '../points/graded.ts';

/** Canvas knows a gradebook by these heads, in this order, before the assignments. */
const heads = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];

/**
 * Points as Canvas' gradebook takes them in: its importer wants "Student" and "ID" first and
 * "Section" before the assignments, and reads what can be had from the row "Points Possible". It
 * finds a student by ID, else by SIS ID, else by login, else by name: without a roster only the name
 * stands there. Whoever handed nothing in is left out: an empty cell would take a grade away.
 * Source: lib/gradebook_importer.rb in github.com/instructure/canvas-lms.
 */
export function canvasCsv(graded: readonly Graded[], title: string, most: number): string {
  const line = ({ name, person, points }: Graded): CsvCell[] => {
    const of = (field: keyof NonNullable<Graded['person']>['fields']) =>
      person?.fields[field] ?? '';
    return [name, of('canvas-id'), of('sis-id'), of('login'), of('section'), points];
  };
  return csvText([
    [...heads, title],
    ['    Points Possible', '', '', '', '', most],
    ...graded.map(line),
  ]);
}
