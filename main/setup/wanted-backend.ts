import { LecternError } from '../contract/errors.ts';

const names = ['tensorflow', 'wasm', 'cpu'];

/**
 * The backend that `LECTERN_BACKEND` names, or undefined where it names none. Throws a `LecternError` where it names one that Lectern
 * does not have: a slip would else be answered with another backend than was asked for.
 */
export function wantedBackend(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const wanted = env['LECTERN_BACKEND'];
  if (!wanted || names.includes(wanted)) return wanted;
  throw new LecternError({
    code: 'bad-parameters',
    what: `LECTERN_BACKEND=${wanted} names no backend that Lectern has.`,
    safe: 'Nothing was changed.',
    next: `Set it to ${names.slice(0, -1).join(', ')} or ${names.at(-1)!}, or leave it away.`,
  });
}
