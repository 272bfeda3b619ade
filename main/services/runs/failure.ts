import { toErrorData, type ErrorData } from '../../contract/errors.ts';

/** What a run that failed says of itself. */
export function failure(error: unknown): ErrorData {
  const data = toErrorData(error);
  if (data.code !== 'internal') return data;
  const what =
    error instanceof Error
      ? error.message.replace(/^Lectern met a fault of its own: /, '')
      : String(error);
  return {
    code: 'run-failed',
    what: `The lab failed: ${what}`,
    safe: 'What was measured before that is kept, and so are all earlier runs.',
    next: 'Run it again; if it fails again, try another seed or the default parameters.',
  };
}
