import type { TermText } from './term-text.ts';
import { attack } from './terms/attack.ts';
import { business } from './terms/business.ts';
import { fair } from './terms/fair.ts';
import { learning } from './terms/learning.ts';
import { queueing } from './terms/queueing.ts';
import { scores } from './terms/scores.ts';
import { time } from './terms/time.ts';
import { timing } from './terms/timing.ts';

/** Every subject's terms; `glossary.test.ts` sees that no id stands in two of them. */
export const subjects = { timing, queueing, business, scores, fair, time, attack, learning };

const byId = {
  ...timing,
  ...queueing,
  ...business,
  ...scores,
  ...fair,
  ...time,
  ...attack,
  ...learning,
};

/** What `<Term id>` and an address may name. */
export type TermId = keyof typeof byId;

/** A term with its id. */
export interface Term extends TermText {
  id: TermId;
}

/** Where a term stands in the alphabet; a symbol in front of its name does not count. */
export const sortKey = ({ name }: Pick<TermText, 'name'>): string =>
  name.replace(/^[^A-Za-z]+(?=[A-Za-z])/, '').toLowerCase();

/** All terms, from A to Z. */
export const terms: readonly Term[] = (Object.entries(byId) as [TermId, TermText][])
  .map(([id, text]) => ({ id, ...text }))
  .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

/** Whether an address or another text names a term. */
export const isTermId = (id: string): id is TermId => Object.hasOwn(byId, id);

/** A term by its id. */
export const findTerm = (id: TermId): Term => ({ id, ...(byId[id] as TermText) });
