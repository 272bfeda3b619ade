import { createHash } from 'node:crypto';

/** JSON with sorted keys and no spaces: equal data gives equal text, whatever order it was built in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  // No two keys are the same.
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** SHA-256, in hex, over a card's canonical JSON without `hash` and `pinned`: pinning a run does not change what it found. */
export function contentHash(card: Readonly<Record<string, unknown>>): string {
  const content = Object.fromEntries(
    Object.entries(card).filter(([key]) => key !== 'hash' && key !== 'pinned'),
  );
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
