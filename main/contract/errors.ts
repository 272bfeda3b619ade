import { z } from 'zod';

/** Why a request failed, for programs. The person reads `what`, `safe` and `next`. */
export const errorCode = z.enum([
  'unknown-method',
  'bad-request',
  'too-large',
  'unknown-lab',
  'unknown-preset',
  'bad-parameters',
  'unknown-run',
  'locked',
  'queue-full',
  'compute-crashed',
  'compute-down',
  'run-failed',
  'storage',
  'bad-card',
  'bad-file',
  'internal',
]);

/** What every failure carries across a process boundary, and what the screen shows of it. */
export const errorData = z.object({
  code: errorCode,
  /** What happened, in one plain sentence. */
  what: z.string(),
  /** What is not lost, in one plain sentence; empty where nothing was at stake. */
  safe: z.string(),
  /** What to do next, in one plain sentence. */
  next: z.string(),
});
export type ErrorData = z.infer<typeof errorData>;

/** The JSON-RPC error code under which an `ErrorData` travels (in the range left to applications). */
export const lecternErrorCode = -32000;

/** An error that a person may read. Anything else that is thrown is a defect and shows as `internal`. */
export class LecternError extends Error {
  readonly data: ErrorData;
  constructor(data: ErrorData) {
    super(data.what);
    this.name = 'LecternError';
    this.data = data;
  }
}

/** Turns whatever was thrown into something a person may read; a stack trace never crosses a boundary. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof LecternError) return thrown.data;
  const carried = errorData.safeParse((thrown as { data?: unknown } | null)?.data);
  if (carried.success) return carried.data;
  return {
    code: 'internal',
    what: `Lectern met a fault of its own: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    safe: 'Everything already saved is unchanged.',
    next: 'Try again; if it happens twice, restart Lectern.',
  };
}

/** Whatever was thrown as lines of text, for a box or a terminal. */
export function errorText(thrown: unknown): string {
  const { what, safe, next } = toErrorData(thrown);
  return [what, safe, next].filter(Boolean).join('\n');
}
