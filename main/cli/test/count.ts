import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How many tests passed, failed and were skipped, and a line for each that failed. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}

export const none: Count = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** One failure that no runner's report names. */
export const oneFailure = (what: string): Count => ({ ...none, failed: 1, failures: [what] });

/** Both together. */
export function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** What of a failure's text stands in its line: the reason is in the first ones, without a terminal's colours. */
const reasonLength = 300;

/** A failed test in one line: where, which, and how its message begins. */
export function failure(where: string, which: string, message: string | undefined): string {
  const reason = stripVTControlCharacters(message ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return [where, which, reason.slice(0, reasonLength)].filter((part) => part !== '').join(' › ');
}

/** At most so many are named: the first ones tell what is broken. */
const named = 40;

/**
 * The failed tests once more, to stand before the closing line: of a long run, some keep only the end.
 */
export function failedLines({ failures }: Count): string[] {
  if (failures.length === 0) return [];
  const rest = failures.length - named;
  return [
    '',
    'What failed:',
    ...failures.slice(0, named).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
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
    return oneFailure(`${basename(file, '.json')}: the runner left no report that can be read`);
  }
  if (code === 0 || count.failed > 0) return count;
  const why = `${basename(file, '.json')}: the runner ended with ${code} and named no test`;
  return { ...count, failed: 1, failures: [...count.failures, why] };
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
    sum = add(before ?? oneFailure('npm test broke off before it could count'), own);
  }
  writeFileSync(file, `${JSON.stringify(sum)}\n`);
  return sum;
}
