import type { TermId } from './glossary.ts';

/** Who may open a term: its first use within one part or slide. */
export interface FirstUses {
  /**
   * A use of the term is on screen. `tell` hears whether it is the first one, now and whenever that
   * changes. Returns how to take the use back.
   */
  claim: (id: TermId, tell: (first: boolean) => void) => () => void;
}

/**
 * Uses claim their term in the order in which they come on screen; the first one has it until it
 * goes. `before`: terms that an earlier step of the part has used; nobody gets those.
 */
export function createFirstUses(before: ReadonlySet<TermId>): FirstUses {
  const waiting = new Map<TermId, ((first: boolean) => void)[]>();
  return {
    claim(id, tell) {
      if (before.has(id)) return () => undefined;
      const queue = waiting.get(id) ?? [];
      waiting.set(id, queue);
      queue.push(tell);
      if (queue[0] === tell) tell(true);
      return () => {
        const had = queue[0] === tell;
        queue.splice(queue.indexOf(tell), 1);
        if (!had) return;
        tell(false);
        queue[0]?.(true);
      };
    },
  };
}
