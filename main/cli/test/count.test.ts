import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closingLine,
  counted,
  exitCode,
  failedLines,
  failure,
  none,
  oneFailure,
  tallied,
} from './count.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-count-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const some = { ...none, passed: 12 };

describe('the closing line', () => {
  it('says what was skipped only where something was', () => {
    expect(closingLine(some)).toBe('12 passed, 0 failed');
    expect(closingLine({ ...none, passed: 3, failed: 2, skipped: 1 })).toBe(
      '3 passed, 2 failed, 1 skipped',
    );
  });
  it('comes with 0 only where something passed and nothing failed', () => {
    expect([some, none, oneFailure('it'), { ...some, failed: 1 }].map(exitCode)).toEqual([
      0, 1, 1, 1,
    ]);
  });
});

describe('a runner’s report', () => {
  const read = (report: never) => report;
  it('is believed, but not where the runner failed and names no test', async () => {
    const file = join(folder, 'report.json');
    await writeFile(file, JSON.stringify(some));
    expect(counted(file, 0, read)).toEqual(some);
    expect(counted(file, 1, read)).toEqual({
      ...some,
      failed: 1,
      failures: ['report: the runner ended with 1 and named no test'],
    });
  });
  it('that is missing or cut short is one failure', async () => {
    const file = join(folder, 'report.json');
    const lost = oneFailure('report: the runner left no report that can be read');
    expect(counted(file, 0, read)).toEqual(lost);
    await writeFile(file, '{"passed": 1');
    expect(counted(file, 0, read)).toEqual(lost);
  });
});

describe('the sum of both commands', () => {
  it('is the second one’s, where a file is named; without one each counts for itself', () => {
    const file = join(folder, 'tally.json');
    expect(tallied(some, true, file)).toEqual(some);
    expect(tallied({ passed: 1, failed: 2, skipped: 3, failures: ['b'] }, false, file)).toEqual({
      passed: 13,
      failed: 2,
      skipped: 3,
      failures: ['b'],
    });
    expect(tallied(some, false, undefined)).toEqual(some);
  });
  it('starts anew with the first command, whatever an earlier run left', async () => {
    const file = join(folder, 'tally.json');
    await writeFile(file, JSON.stringify({ ...none, passed: 99, failed: 9 }));
    tallied(some, true, file);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(some);
  });
  it('has one failure for a first command that broke off', () => {
    expect(tallied(some, false, join(folder, 'tally.json'))).toEqual({
      ...some,
      failed: 1,
      failures: ['npm test broke off before it could count'],
    });
  });
});

describe('the failed tests, once more', () => {
  it('are named in one line each, without colours, and how their message begins', () => {
    const message = '\u001b[31mError: expected 1\n\n   to be 2\u001b[39m';
    expect(failure('a.test.ts', 'adds', message)).toBe(
      'a.test.ts › adds › Error: expected 1 to be 2',
    );
    expect(failure('a.test.ts', '', undefined)).toBe('a.test.ts');
    expect(failure('a.test.ts', 'adds', 'x'.repeat(9_999)).length).toBeLessThan(400);
  });
  it('are of both commands, and of very many the first ones', () => {
    const file = join(folder, 'tally.json');
    tallied(oneFailure('the first'), true, file);
    const lines = failedLines(tallied(oneFailure('the second'), false, file));
    expect(lines).toEqual(['', 'What failed:', '  the first', '  the second']);
    const many = { ...none, failures: Array.from({ length: 1_000 }, (_, i) => `test ${i}`) };
    expect(failedLines(many).length).toBeLessThan(50);
    expect(failedLines(many).at(-1)).toBe('  and 960 more');
    expect(failedLines(some)).toEqual([]);
  });
});
