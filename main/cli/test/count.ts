import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** How many tests passed, failed and were skipped. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Count = { passed: 0, failed: 0, skipped: 0 };
export const oneFailure: Count = { ...none, failed: 1 };

/** Both together. */
export function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** The one line that ends a run of the tests. */
export function closingLine({ passed, failed, skipped }: Count): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** A run without a test has shown nothing, so it counts as failed. */
export const exitCode = ({ passed, failed }: Count): number => (failed === 0 && passed > 0 ? 0 : 1);

/** Reads a runner's report. A runner that left none, or that failed without saying which test, counts as one failure. */
export function counted(file: string, code: number, read: (report: never) => Count): Count {
  let count: Count;
  try {
    count = read(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch {
    return oneFailure;
  }
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * The sum of several commands. `LECTERN_TEST_TALLY` names a file: `npm test` writes its counts there and `npm run test:full` adds
 * its own, so that its closing line, the last one, is the sum. An `npm test` that broke off before it could count is one failure.
 */
export function tallied(own: Count, first: boolean, file: string | undefined): Count {
  if (!file) return own;
  let sum = own;
  if (!first) {
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Count) : null;
    sum = add(own, before ?? oneFailure);
  }
  writeFileSync(file, `${JSON.stringify(sum)}\n`);
  return sum;
}
