import { describe, expect, it } from 'vitest';
import { UsageError } from '../usage.ts';
import { coverageStudy } from './coverage-study.ts';
import { missOf, type StudyRow } from './row.ts';

function run(...args: string[]) {
  const lines: string[] = [];
  const code = coverageStudy(args, (line) => lines.push(line));
  return { code, text: lines.join('\n'), last: lines.at(-1) };
}

describe('the study, its short form', () => {
  it('meets every target', () => {
    const { code, text, last } = run('--short');
    expect(text).not.toContain('NO');
    expect(last).toMatch(/^\d+ targets met, 0 missed$/);
    expect(code).toBe(0);
    for (const what of [
      /p 0\.02, n 30, Clopper–Pearson/,
      /selection gap\s+groups: 2 of 500, gap 0 /,
      /equalized odds\s+groups: 5 of 50, gap 0\.1/,
      /selection gap\s+groups: 2 of 50 and 500, gap 0 /,
      // Shares outside of 93 to 97 % have the binomial's own beside them.
      /p 0\.02, n 30, Clopper–Pearson.* the exact binomial covers 9\d\.\d %/,
      /selection gap\s+groups: 2 of 50, gap 0 .* 93–97\s+9\d\.\d/,
      /AUC over days\s+days: 36/,
      /p99 of a queue\s+M\/M\/1, load 0\.8/,
    ])
      expect(text).toMatch(what);
  });
  it('the same seed gives the same table, another one other files', () => {
    const once = run('--short', '--only', 'rates').text;
    expect(run('--short', '--only', 'rates').text).toBe(once);
    expect(run('--short', '--only', 'rates', '--seed', '2').text).not.toBe(once);
  });
  it('refuses what it does not know', () => {
    expect(() => run('--only', 'luck')).toThrow(UsageError);
    expect(() => run('--seed', 'x')).toThrow(/whole number/);
  });
});

describe('what misses its target', () => {
  const row = (given: Partial<StudyRow>): StudyRow => ({
    what: 'gap',
    setting: '',
    files: 2_000,
    covered: 0.95,
    target: { least: 0.93, most: 0.97 },
    ...given,
  });
  it.each([
    ['nothing', row({}), null],
    ['too little', row({ covered: 0 }), 'covers under 93 %'],
    ['a little too little', row({ covered: 0.91 }), 'covers under 93 %'],
    ['luck', row({ covered: 0.925 }), null],
    ['too much', row({ covered: 0.99 }), 'covers over 97 %'],
    [
      'too much, with a reason',
      row({ covered: 0.99, target: { least: 0.93, most: 0.97, more: 'so it is' } }),
      null,
    ],
    ['what the binomial covers', row({ covered: 0.984, exact: 0.98 }), null],
    [
      'another share than the binomial’s, whatever the setting is',
      row({ covered: 0.99, exact: 0.98, target: { least: 0.93, most: 0.97, more: 'so it is' } }),
      'is not the binomial’s 98.0 %',
    ],
    ['too little, as the binomial says', row({ covered: 0.91, exact: 0.91 }), 'covers under 93 %'],
    ['inside the target', row({ covered: 0.94, exact: 0.96 }), null],
    ['a lean', row({ lean: { by: -0.05, within: 0.03 } }), 'leans by over 3 %'],
  ])('%s', (_, given, words) => expect(missOf(given)).toBe(words));
});
