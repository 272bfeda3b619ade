import { expect, it } from 'vitest';
import { countUnits } from './test-node.ts';

const report = (numPassedTests: number, numFailedTests: number) =>
  JSON.stringify({ numPassedTests, numFailedTests });

it('a run that left no report, or that failed without naming a test, counts as one failure', () => {
  expect(countUnits(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
  expect(countUnits(report(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
  expect(countUnits(report(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
  expect(countUnits(null, 0)).toEqual({ passed: 0, failed: 1 });
});
