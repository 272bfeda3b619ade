import { relative } from 'node:path';
import { failure, type Count } from './count.ts';

/** What is read of Vitest's report. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    message?: string;
    status?: string;
    assertionResults: { status: string; fullName?: string; failureMessages?: string[] }[];
  }[];
}

/**
 * Files with tests that neither passed, failed nor were skipped, a line each: their process ended first. Vitest says only that some
 * process did.
 */
export function unfinished({ testResults }: VitestReport, root: string): string[] {
  return testResults.flatMap(({ name, assertionResults }) => {
    const open = assertionResults.filter(({ status }) => status === 'pending').length;
    if (open === 0) return [];
    const counts = `${open} of ${assertionResults.length} tests did not finish`;
    return [`${relative(root, name)}: ${counts}, because its process ended.`];
  });
}

/** The tests that failed, a line each, and the files that failed outside of a test. */
function failed({ testResults }: VitestReport, root: string): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [failure(file, '', message)];
    return tests.map((test) => failure(file, test.fullName ?? '', test.failureMessages?.[0]));
  });
}

/** What Vitest's report counts. Failed are its failed tests; a file that broke off is named beside them. */
export function vitestCount(report: VitestReport, root: string): Count {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: [...failed(report, root), ...unfinished(report, root)],
  };
}
