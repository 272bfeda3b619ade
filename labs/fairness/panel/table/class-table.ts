import { z } from 'zod';
import { useShared, type Shared } from '../../../../renderer/host/use-shared.ts';

/**
 * The table that stands in place of the built-in people for this class: its card in the notebook. Kept with the class, and gone with a
 * new one. `shown` false: the built-in people are on screen for now.
 */
const classTable = z
  .object({ report: z.string().max(64), name: z.string().max(255), shown: z.boolean() })
  .nullable();
export type ClassTable = z.output<typeof classTable>;

const shared: Shared<ClassTable> = {
  key: 'fairness/table',
  schema: classTable,
  fallback: null,
  keep: true,
};

/** The class's table, and how to choose another or none. */
export const useClassTable = (): [ClassTable, (next: ClassTable) => void] => useShared(shared);
