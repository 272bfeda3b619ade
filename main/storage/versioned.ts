import type { z } from 'zod';

/** Turns data of one version into data of the next. Keyed by the version it starts from. */
export type Migrations = Readonly<
  Record<number, (data: Record<string, unknown>) => Record<string, unknown>>
>;

export type Read<T> =
  { ok: true; data: T; migrated: boolean } | { ok: false; why: 'corrupt' | 'newer' };

/**
 * Reads versioned data tolerantly: an older version is migrated step by step, a newer one is reported as such,
 * and whatever fits no version is `corrupt`. `key` is the field that holds the version. Never throws.
 */
export function readVersioned<S extends z.ZodType>(
  text: string,
  schema: S,
  key: string,
  current: number,
  migrations: Migrations = {},
): Read<z.output<S>> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, why: 'corrupt' };
  }
  return versioned(data, schema, key, current, migrations);
}

/** The same for a text that has been parsed already. Never throws. */
export function versioned<S extends z.ZodType>(
  value: unknown,
  schema: S,
  key: string,
  current: number,
  migrations: Migrations = {},
): Read<z.output<S>> {
  let data = value as Record<string, unknown>;
  const found = typeof data === 'object' && data !== null ? data[key] : undefined;
  if (typeof found !== 'number' || !Number.isInteger(found)) return { ok: false, why: 'corrupt' };
  if (found > current) return { ok: false, why: 'newer' };
  try {
    for (let version = found; version < current; version++)
      data = { ...migrations[version]!(data), [key]: version + 1 };
    const parsed = schema.safeParse(data);
    return parsed.success
      ? { ok: true, data: parsed.data, migrated: found < current }
      : { ok: false, why: 'corrupt' };
  } catch {
    // A migration failed, or the data nests so deep that reading it runs out of stack.
    return { ok: false, why: 'corrupt' };
  }
}
