/** One person: approved, repays, group. */
export type Person = readonly [approved: 0 | 1, repays: 0 | 1, group: 0 | 1];

/** The reference: by lists of people. */
export function gapsReference(people: readonly Person[]) {
  const share = (of: readonly Person[]) =>
    of.length === 0 ? null : of.filter(([approved]) => approved === 1).length / of.length;
  const gap = (among: readonly Person[]) => {
    const zero = share(among.filter(([, , group]) => group === 0));
    const one = share(among.filter(([, , group]) => group === 1));
    return zero === null || one === null ? null : one - zero;
  };
  return { parity: gap(people), opportunity: gap(people.filter(([, repays]) => repays === 1)) };
}
