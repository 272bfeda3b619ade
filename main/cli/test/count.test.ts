import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closingLine, counted, exitCode, none, oneFailure, tallied } from './count.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-count-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const some = { passed: 12, failed: 0, skipped: 0 };

describe('the closing line', () => {
  it('says what was skipped only where something was', () => {
    expect(closingLine(some)).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 3, failed: 2, skipped: 1 })).toBe('3 passed, 2 failed, 1 skipped');
  });
  it('comes with 0 only where something passed and nothing failed', () => {
    expect([some, none, oneFailure, { ...some, failed: 1 }].map(exitCode)).toEqual([0, 1, 1, 1]);
  });
});

describe('a runner’s report', () => {
  const read = (report: never) => report;
  it('is believed, but not where the runner failed and names no test', async () => {
    const file = join(folder, 'report.json');
    await writeFile(file, JSON.stringify(some));
    expect(counted(file, 0, read)).toEqual(some);
    expect(counted(file, 1, read)).toEqual({ ...some, failed: 1 });
  });
  it('that is missing or cut short is one failure', async () => {
    const file = join(folder, 'report.json');
    expect(counted(file, 0, read)).toEqual(oneFailure);
    await writeFile(file, '{"passed": 1');
    expect(counted(file, 0, read)).toEqual(oneFailure);
  });
});

describe('the sum of both commands', () => {
  it('is the second one’s, where a file is named; without one each counts for itself', () => {
    const file = join(folder, 'tally.json');
    expect(tallied(some, true, file)).toEqual(some);
    expect(tallied({ passed: 1, failed: 2, skipped: 3 }, false, file)).toEqual({
      passed: 13,
      failed: 2,
      skipped: 3,
    });
    expect(tallied(some, false, undefined)).toEqual(some);
  });
  it('starts anew with the first command, whatever an earlier run left', async () => {
    const file = join(folder, 'tally.json');
    await writeFile(file, JSON.stringify({ passed: 99, failed: 9, skipped: 0 }));
    tallied(some, true, file);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(some);
  });
  it('has one failure for a first command that broke off', () => {
    expect(tallied(some, false, join(folder, 'tally.json'))).toEqual({ ...some, failed: 1 });
  });
});
