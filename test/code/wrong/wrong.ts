/** A wrong answer of a usual kind, and the properties of which it must break one at least. */
export interface Wrong {
  what: string;
  code: string;
  /** The property by which it must fail; others may fail too. */
  breaks: string;
}

/** Wrong answers that are the right one with one thing changed. Throws where a text to be changed is not there. */
export const changed = (
  answer: string,
  rows: readonly (readonly [what: string, from: string, to: string, breaks: string])[],
): Wrong[] =>
  rows.map(([what, from, to, breaks]) => {
    if (!answer.includes(from)) throw new Error(`"${from}" is not in the answer.`);
    return { what, code: answer.replace(from, () => to), breaks };
  });
