import { formatSignificant } from '../../kit/number/format.ts';
import { isAtLeast, type Outcome } from './outcome.ts';

/** What came out, as exact as it was measured. A lower bound says that it is one. */
export function outcomeWords(was: Outcome): string {
  if (isAtLeast(was)) return `at least ${formatSignificant(was.atLeast, 2)}`;
  return typeof was === 'number' ? formatSignificant(was, 2) : was;
}
