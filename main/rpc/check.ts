import type { z } from 'zod';
import { LecternError, type ErrorData } from '../contract/errors.ts';

/** What the other side asked or sent and will not get. */
export const refused = (code: ErrorData['code'], what: string): LecternError =>
  new LecternError({
    code,
    what,
    safe: 'Nothing was changed.',
    next: 'Reload the window; if it happens again, restart Lectern.',
  });

/** JSON can be nested deeper than any program can follow. */
function read<S extends z.ZodType>(schema: S, value: unknown, what: string) {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError)
      throw refused('bad-request', `${what} is nested too deep to be read.`);
    throw error;
  }
}

/** Checks what crosses by its schema. Throws a `bad-request` that says where `what` does not fit. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const result = read(schema, value, what);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw refused(
    'bad-request',
    `${what} does not have the agreed form${where}: ${issue?.message ?? 'unknown reason'}`,
  );
}
