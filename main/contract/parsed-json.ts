import { z } from 'zod';

/** Deeper than any lab's result nests; a text may nest deeper than whoever follows it has stack for. */
const deepest = 500;

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  // Most of a card is numbers: they need no call. Nor is a list made of what an object holds.
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[])
      if (typeof item === 'object' && !isShallow(item, depth + 1)) return false;
    return true;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const name in record) {
    const item = record[name];
    if (typeof item === 'object' && !isShallow(item, depth + 1)) return false;
  }
  return true;
}

/**
 * What `JSON.parse` has just read: that it is data needs no second look, which takes most of the time
 * that reading a card takes. Only how deep it nests is looked at. Of values that come another way
 * this says too little: use `z.json()`.
 */
export const parsedJson = z.custom<z.infer<ReturnType<typeof z.json>>>(
  (value) => value !== undefined && isShallow(value, 0),
);
