/** What the program says to itself and no person should read. */
const leaks = [
  /\n\s+at |\[object |Maximum call stack|Unexpected token/,
  /undefined|NaN\b|\bnull\b/,
  /Cannot read|is not a function|TypeError|RangeError/,
];

/** Why words are no clear message for a person; null where they are one. */
export function unclear(words: string | null | undefined): string | null {
  if (words == null || words.trim().length < 15) return `too short: “${words ?? ''}”`;
  if (words.length > 700) return `${words.length} characters long`;
  const bad = leaks
    .map((leak) => leak.exec(words))
    .filter((found) => found !== null)
    .sort((a, b) => a.index - b.index)[0];
  return bad ? `“${bad[0].trim()}” in: ${words.slice(0, 200)}` : null;
}

/** What came of one malformed file. */
export interface Handled {
  kind: string;
  ms: number;
  /** What was wrong with how it was met; null where it was met well. */
  amiss: string | null;
}

/** Meets one file: `meet` gives the words that the person reads, or throws where nobody caught it. */
export async function handled(
  kind: string,
  meet: () => Promise<readonly string[]>,
): Promise<Handled> {
  const began = performance.now();
  const amiss = await meet().then(
    (said) =>
      said.length === 0
        ? 'nothing was said'
        : (said.map(unclear).find((why) => why !== null) ?? null),
    (error: unknown) => `it threw: ${String(error).slice(0, 200)}`,
  );
  return { kind, ms: performance.now() - began, amiss };
}
