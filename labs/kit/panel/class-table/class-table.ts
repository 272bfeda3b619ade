import { z } from 'zod';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';

/**
 * The table that stands in place of a lab's built-in data for this class: its card in the notebook. Kept with the class, and gone with a
 * new one. `shown` false: the built-in data is on screen for now.
 */
const classTable = z
  .object({ report: z.string().max(64), name: z.string().max(255), shown: z.boolean() })
  .nullable();
export type ClassTable = z.output<typeof classTable>;

/** A lab that a class may give a table of its own. */
export interface TableLab {
  /** What its built-in data is called: "people". */
  builtIn: string;
  /** The title of the part in which a table is opened. */
  own: string;
  /** The part at whose head stands what the table is. */
  first: string;
  /** Why a part is not there, from what the report says of the table. */
  why: (about: readonly string[]) => string;
  shared: Shared<ClassTable>;
}

export const tableLab = (lab: string, about: Omit<TableLab, 'shared'>): TableLab => ({
  ...about,
  shared: { key: `${lab}/table`, schema: classTable, fallback: null, keep: true },
});

/** The class's table of a lab, and how to choose another or none. */
export const useClassTable = ({ shared }: TableLab): [ClassTable, (next: ClassTable) => void] =>
  useShared(shared);
