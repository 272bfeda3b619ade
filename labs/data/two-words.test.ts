import { describe, expect, it } from 'vitest';
import { survey } from './survey.ts';

/** A column of so many cells of each value. */
const columnOf = async (counts: Readonly<Record<string, number>>) => {
  const cells = Object.entries(counts).flatMap(([cell, n]) => Array<string>(n).fill(cell));
  const { columns } = await survey(
    new Blob([`x,y\n${cells.map((cell) => `1,${cell}`).join('\n')}\n`]),
  );
  return columns[1]!;
};

describe('a word such as “none”', () => {
  it.each([
    ['religion', { None: 197, Christian: 103, Muslim: 100 }],
    ['disability', { deaf: 20, none: 70, blind: 10 }],
    ['a sex', { m: 40, f: 40, unknown: 9 }],
    ['a risk', { low: 30, none: 20, high: 30 }],
    ['a history', { good: 30, bad: 20, none: 30 }],
  ])('beside two other groups is the third: %s', async (_, counts) => {
    const { kind, missing, values, notes } = await columnOf(counts);
    expect([kind, missing, values!.length]).toEqual(['category', 0, 3]);
    expect(notes.join(' ')).toMatch(
      /“(None|none|unknown)” counts as a value in \d+ cells, not as missing\./,
    );
  });
  it('leaves true blanks missing', async () => {
    const { kind, missing, filled } = await columnOf({
      None: 50,
      Christian: 50,
      Muslim: 50,
      '': 5,
      NA: 4,
    });
    expect([kind, missing, filled]).toEqual(['category', 9, 150]);
  });
  it.each([
    ['yes and no', { yes: 40, no: 40, unknown: 9 }],
    ['0 and 1', { 0: 40, 1: 40, none: 9 }],
    ['1 and 5', { 1: 40, 5: 40, none: 9 }],
    ['above and below', { '>50K': 40, '<=50K': 40, unknown: 9 }],
    ['paid and unpaid', { paid: 40, unpaid: 40, unknown: 9 }],
    ['good and bad', { good: 40, bad: 40, unknown: 9 }],
    ['approved and denied', { approved: 40, denied: 40, none: 9 }],
  ])('is missing beside %s', async (_, counts) => {
    const { kind, missing } = await columnOf(counts);
    expect([kind, missing]).toEqual(['two-valued', 9]);
  });
  it('that is no word is no group', async () => {
    const { kind, missing } = await columnOf({ a: 40, b: 40, '.': 9 });
    expect([kind, missing]).toEqual(['two-valued', 9]);
  });
  it('is one of two beside one other value', async () => {
    const { kind, missing } = await columnOf({ none: 40, deaf: 40 });
    expect([kind, missing]).toEqual(['two-valued', 0]);
  });
});

describe('which of two values counts as 1', () => {
  it.each([
    ['1 and 2', { 1: 40, 2: 40 }],
    ['1 and 3', { 1: 40, 3: 40 }],
    ['0 and 1', { 0: 40, 1: 40 }],
  ])('is not said of %s: codes do not tell it, and 0 and 1 are plain', async (_, counts) =>
    expect((await columnOf(counts)).notes).toEqual([]),
  );
  it.each([
    ['-1 and 1', { '-1': 40, 1: 40 }, 'As a yes and a no, “1” counts as 1 and “-1” as 0.'],
    ['0 and 2', { 0: 40, 2: 40 }, 'As a yes and a no, “2” counts as 1 and “0” as 0.'],
    [
      'approved and unknown',
      { approved: 40, unknown: 40 },
      'Where “unknown” is a value and not missing, “approved” counts as 1 and “unknown” as 0.',
    ],
    [
      'no and unknown',
      { no: 40, unknown: 40 },
      'Where “unknown” is a value and not missing, “unknown” counts as 1 and “no” as 0.',
    ],
  ])('is said of %s', async (_, counts, note) =>
    expect((await columnOf(counts)).notes).toEqual([note]),
  );
});

describe('the two values of a column are named', () => {
  it.each([
    [{ Yes: 30, yes: 20, No: 40 }, '“Yes” and “No”, written in more than one way'],
    [{ 0: 40, 1: 30, '1.0': 20 }, '“0” and “1”, written in more than one way'],
    [{ no: 30, yes: 20 }, '“no” and “yes”'],
    [{ none: 40, deaf: 40 }, '“none” and “deaf”'],
    [{ yes: 40, no: 40, unknown: 9 }, '“yes” and “no”'],
  ])('%j', async (counts, words) =>
    expect((await columnOf(counts)).why).toBe(`It has two values: ${words}.`),
  );
});
