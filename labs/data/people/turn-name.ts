/** What stands behind a whole name: "King, Martin Luther, Jr." */
export const isSuffix = (text: string): boolean => /^\s*(?:[js]r\.?|i{2,3}|iv)\s*$/i.test(text);

/** "Pérez, José" as one says it, with a comma of any script; any other name as it is. */
export function turned(name: string): string {
  const parts = name.split(/[,،]/u).map((part) => part.trim());
  const suffixes = parts.filter((part, at) => at > 0 && isSuffix(part));
  const [last, first, ...more] = parts.filter((part, at) => at === 0 || !isSuffix(part));
  if (!last || more.length > 0) return name;
  return [...(first ? [first] : []), last, ...suffixes].join(' ');
}

/**
 * "King", "Martin Luther", "Jr." as "King Jr.", "Martin Luther", and so "Martin Luther King", "Jr.":
 * then it is read as any other row.
 */
export function joinSuffix(row: readonly string[]): string[] {
  const suffixes = row.filter((cell, at) => at > 0 && isSuffix(cell));
  if (suffixes.length === 0) return [...row];
  const [name = '', ...others] = row.filter((cell, at) => at === 0 || !isSuffix(cell));
  const words = name.split(' ');
  const [last, first] = others.some((cell) => cell !== '')
    ? [name, others]
    : [words.pop()!, [words.join(' ')]];
  return [[last, ...suffixes].join(' '), ...first];
}
