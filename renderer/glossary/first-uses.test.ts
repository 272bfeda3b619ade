import { expect, it } from 'vitest';
import { createFirstUses } from './first-uses.ts';
import type { TermId } from './glossary.ts';

/** Claims a term and keeps what was said last. */
function use(uses: ReturnType<typeof createFirstUses>, id: TermId) {
  const said = { first: false, leave: (): void => undefined };
  said.leave = uses.claim(id, (first) => void (said.first = first));
  return said;
}

it('the first use of each term has it, and no later one', () => {
  const uses = createFirstUses(new Set());
  const [one, two, other] = [use(uses, 'p99'), use(uses, 'p99'), use(uses, 'auc')];
  expect([one.first, two.first, other.first]).toEqual([true, false, true]);
});

it('the next one has it once the first is gone; a later one that goes changes nothing', () => {
  const uses = createFirstUses(new Set());
  const [one, two, three] = [use(uses, 'p99'), use(uses, 'p99'), use(uses, 'p99')];
  two.leave();
  expect([one.first, three.first]).toEqual([true, false]);
  one.leave();
  expect([one.first, two.first, three.first]).toEqual([false, false, true]);
});

it('nobody gets what an earlier step has used', () => {
  const uses = createFirstUses(new Set<TermId>(['p99']));
  const [one, other] = [use(uses, 'p99'), use(uses, 'auc')];
  expect([one.first, other.first]).toEqual([false, true]);
  one.leave();
  expect(other.first).toBe(true);
});
