import type { Outcome } from '../../setup/library/obtain-library.ts';
import { none, type Count } from './count.ts';

/** Tells `vitest.config.ts` that TensorFlow's native library is not there, so that what needs it is left out. */
export const nativeMissing = { LECTERN_TEST_NATIVE: 'missing' };

/**
 * Why the labs' tests are left out, as a sentence; null where they run. They assert what the native library computes, and where it
 * can't be had the labs run on WebAssembly, which is no fault of the program. On the computers that try every change (`CI`) nobody reads
 * what a green run left out: there they run, and fail.
 */
export function whyNoLabs(
  library: Outcome | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  if (env['CI'] || library?.native) return null;
  const named = env['LECTERN_BACKEND'];
  if (library === null && named)
    return `LECTERN_BACKEND=${named} asks for another backend. Leave it away to run them.`;
  const reason = library?.failures.at(-1) ?? 'TensorFlow’s native library is not installed.';
  return `${reason} Name a copy with LECTERN_LIBTENSORFLOW; docs/troubleshooting.md says how.`;
}

/** What it counts for: the closing line must show that something was left out. */
export const labsLeftOut = (why: string | null): Count =>
  why === null ? none : { ...none, skipped: 1 };
