import { catalog } from '../../compute/catalog.ts';
import { chosenNames, UsageError } from '../usage.ts';
import { askedIn } from './asked.ts';
import type { Submission } from './submission.ts';

/** How a lab's id is written. A file may say anything: what is not written so is not repeated in a terminal. */
const labId = /^[a-z][a-z0-9-]*$/;

/**
 * The labs that `--labs a,b` names; null without it. A lab is known where it is installed here, or where a file says what it asked.
 * Throws a `UsageError` for any other name, and where no file asks anything of the chosen ones: everybody would have 0 of 0 points.
 */
export function chosenLabs(
  list: string | undefined,
  files: readonly Submission[],
): string[] | null {
  const asked = askedIn(files)
    .map(({ id }) => id)
    .filter((id) => labId.test(id));
  const chosen = chosenNames(list, [...new Set([...catalog.ids(), ...asked])], '--labs');
  if (chosen !== null && asked.length > 0 && !chosen.some((id) => asked.includes(id)))
    throw new UsageError(
      `No file asks anything of ${chosen.join(', ')}. What was handed in is of ${asked.join(', ')}. Nothing was written.`,
    );
  return chosen;
}
