import { z } from 'zod';

/** Deeper than any lab's result nests; a text may nest deeper than whoever follows it has stack for. */
const deepest = 500;

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= deepest) return false;
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const item of items)
    // Most of a card is numbers: they need no call.
    if (typeof item === 'object' && !isShallow(item, depth + 1)) return false;
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
