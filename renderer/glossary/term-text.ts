/** What the glossary says of a term. */
export interface TermText {
  /** Its heading. */
  name: string;
  /** Other ways to write it: an abbreviation, a symbol, a second name. */
  also?: readonly string[];
  /** Two plain sentences: what it is, and why one looks at it. */
  says: readonly [string, string];
  formula?: string;
  /** Who found or first published what the sentences state as a fact. */
  source?: string;
  /**
   * The parts of labs whose own words explain it, as `lab/part`. Before that part its lab may use
   * it only where the word itself can be pressed.
   */
  taught?: readonly string[];
}

/** The terms of one subject, by id. An id stands in addresses and never changes. */
export function subject<Id extends string>(
  terms: Readonly<Record<Id, TermText>>,
): Readonly<Record<Id, TermText>> {
  return terms;
}
