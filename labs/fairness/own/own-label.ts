import type { Ask, Column } from '../../data/column.ts';
import { areSchoolClasses } from '../../data/two-values.ts';
import { likelyLabels, sidedOf } from './own-fits.ts';
import { namesLabel } from './own-names.ts';

/** The answer that no column is a weight, or says what turned out. */
export const noColumn = 'none';
export const noLabelNote = 'No column says what turned out, so only who is selected is compared.';

interface Asking {
  only: (role: string, named: Column[], others: Column[]) => Column | null;
  ask: (role: string, candidates: readonly Column[], more: Pick<Ask, 'why' | 'none'>) => void;
  notes: string[];
}

/** What turned out: the one column whose name says so. Without any that could have, there is none, and that is said. */
export function labelOf(free: readonly Column[], { only, ask, notes }: Asking): Column | null {
  const called = free.filter((column) => namesLabel(column.name) && !areSchoolClasses(column));
  const named = sidedOf(called);
  if (named.length === 1) return only('label', named, []);
  const likely = [...new Set([...named, ...likelyLabels(free)])];
  if (likely.length > 0) ask('label', likely, { none: noColumn });
  else if (called.length > 0)
    ask('label', called, {
      none: noColumn,
      why: `“${called[0]!.name}” does not hold two values, as an outcome does.`,
    });
  else notes.push(noLabelNote);
  return null;
}
