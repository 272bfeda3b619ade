import type { z } from 'zod';

/** The parts of a result that are known: each has its schema's shape or is left out. */
export type KnownParts<Shape extends z.ZodRawShape> = { [K in keyof Shape]?: z.output<Shape[K]> };

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/**
 * What is known of a result at any stage: it may be partial, of an older version or no result at all. Each part is read for itself, so
 * that a broken one takes none of the others along. Never throws.
 */
export function knownParts<Shape extends z.ZodRawShape>(
  shape: Shape,
  value: unknown,
): KnownParts<Shape> {
  const given = fieldsOf(value);
  const known: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    if (given[name] === undefined) continue;
    const read = (schema as z.ZodType).safeParse(given[name]);
    if (read.success) known[name] = read.data;
  }
  return known as KnownParts<Shape>;
}

/** The values of a lab's controls: whatever is missing, unknown or out of range takes its default. Never throws. */
export function knownValues<Schema extends z.ZodObject>(
  schema: Schema,
  values: Record<string, unknown>,
): z.output<Schema> {
  return schema.parse(knownParts(schema.shape, values));
}
