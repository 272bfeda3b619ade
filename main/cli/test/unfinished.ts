import { relative } from 'node:path';

/** What is read of Vitest's report. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; assertionResults: { status: string }[] }[];
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
