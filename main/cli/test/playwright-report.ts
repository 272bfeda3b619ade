import { failure, type Count } from './count.ts';

interface Suite {
  file: string;
  specs: {
    title: string;
    line: number;
    tests: {
      status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      results: { error?: { message?: string } }[];
    }[];
  }[];
  suites?: Suite[];
}

/** What is read of Playwright's report. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: Suite[];
  errors: { message?: string }[];
}

function failed(suite: Suite): string[] {
  const own = suite.specs.flatMap(({ title, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        failure(
          `${suite.file}:${line}`,
          title,
          results.find(({ error }) => error !== undefined)?.error?.message,
        ),
      ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(failed)];
}

/** What Playwright's report counts. A flaky test, which passes at a second try, has failed. */
export function playwrightCount({ stats, suites, errors }: PlaywrightReport): Count {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: [
      ...suites.flatMap(failed),
      ...errors.map(({ message }) => failure('Playwright', '', message)),
    ],
  };
}
