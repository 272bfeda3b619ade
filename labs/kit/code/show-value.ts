/** Something that the sandbox could name but not carry: "a promise". */
export const named = (value: unknown): string | null => {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, '$')) return null;
  return String((value as { $: unknown }).$);
};

function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return String(Number(value.toPrecision(7)));
}

function whole(value: unknown): string {
  const word = named(value);
  if (word !== null) return word;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (ArrayBuffer.isView(value))
    return `${value.constructor.name} [${Array.from(value as unknown as ArrayLike<number>, numberText).join(', ')}]`;
  if (Array.isArray(value)) return `[${value.map(whole).join(', ')}]`;
  const entries = Object.entries(value).map(([name, one]) => `${name}: ${whole(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A value as a person reads it, on one line, at most `most` characters. */
export function showValue(value: unknown, most = 160): string {
  const text = whole(value);
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
