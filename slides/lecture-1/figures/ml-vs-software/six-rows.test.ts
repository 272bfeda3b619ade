import { expect, it } from 'vitest';
import { answerFor, judge, now, rows, score, useOf } from './six-rows.ts';

it('takes what came before 5:00, half of 5:00 itself, nothing after it', () => {
  expect(rows.map((row) => [row.time, useOf(row)])).toEqual([
    ['2:00', 'all'],
    ['3:00', 'all'],
    ['3:30', 'all'],
    ['5:00', 'value'],
    ['6:00', 'none'],
    ['7:30', 'none'],
  ]);
});

it('has the rows in the order of time, and predicts one of them', () => {
  expect(rows.map((row) => row.minute)).toEqual([120, 180, 210, 300, 360, 450]);
  expect(now.time).toBe('5:00');
});

it.each([
  ['2:00', true, 'right'],
  ['2:00', false, 'wrong'],
  ['5:00', true, 'half'],
  ['5:00', false, 'half'],
  ['7:30', true, 'wrong'],
  ['7:30', false, 'right'],
] as const)('%s picked %s is %s', (time, picked, verdict) => {
  expect(
    judge(
      rows.find((row) => row.time === time)!,
      picked,
    ).verdict,
  ).toBe(verdict);
});

it('says of every wrong pick why, and of a late row that it leaks', () => {
  for (const row of rows)
    for (const picked of [true, false]) expect(judge(row, picked).why.length).toBeGreaterThan(10);
  expect(judge(rows[4]!, true).why).toContain('leak');
  expect(judge(rows[3]!, true).why).not.toBe(judge(rows[3]!, false).why);
});

it('gives the answer to whoever picked nothing, without a reproach', () => {
  expect(rows.map((row) => answerFor(row).verdict)).toEqual([
    'right',
    'right',
    'right',
    'half',
    'right',
    'right',
  ]);
  expect(answerFor(rows[0]!).why).toContain('use it');
});

it('counts five rows; whether 5:00 was picked changes nothing', () => {
  expect(score(new Set())).toEqual({ right: 2, of: 5 });
  expect(score(new Set(['2:00', '3:00', '3:30']))).toEqual({ right: 5, of: 5 });
  expect(score(new Set(['2:00', '3:00', '3:30', '5:00']))).toEqual({ right: 5, of: 5 });
  expect(score(new Set(rows.map((row) => row.time)))).toEqual({ right: 3, of: 5 });
});
