import { expect, it } from 'vitest';
import { askedRow, clock, judgeRows, rowAnswer, rowJudgement, sixRows } from './six-rows.ts';

const everyPick = Array.from({ length: 2 ** sixRows.length }, (_, bits) =>
  sixRows.flatMap((_row, i) => (bits & (1 << i) ? [i] : [])),
);

it('lets in what was written by 5:00, by the join itself: the three earlier rows and no other', () => {
  expect(sixRows.map((row) => clock(row.written))).toEqual([
    '2:10',
    '3:10',
    '3:40',
    '5:10',
    '6:10',
    '7:40',
  ]);
  expect(judgeRows([]).map((verdict) => verdict.usable)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(clock(sixRows[askedRow]!.time)).toBe('5:00');
});

it('has exactly one answer that is right in every row, of all 64', () => {
  const right = everyPick.filter((picked) => judgeRows(picked).every((row) => row.right));
  expect(right).toEqual([[0, 1, 2]]);
});

it('says "Right" exactly to whoever is right, and "may be used" exactly of a row that may', () => {
  for (const picked of everyPick)
    judgeRows(picked).forEach((verdict, row) => {
      expect(rowJudgement(row, verdict).startsWith('Right')).toBe(verdict.right);
      expect(rowAnswer(row).startsWith('May be used')).toBe(verdict.usable);
    });
});

it('says of a row from after 5:00 that it leaks, and of one left out that it was there', () => {
  const all = judgeRows([3, 4]);
  expect(rowJudgement(3, all[3]!)).toContain('leak');
  expect(rowJudgement(4, all[4]!)).toContain('leak');
  expect(rowJudgement(0, all[0]!)).toContain('Left out');
});
