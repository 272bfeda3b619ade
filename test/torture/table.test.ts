import { expect, test } from 'vitest';
import { findingsTable, unsafe } from './table.ts';
import { notTried, type Finding } from './torture.ts';

const finding = (met: boolean, safety: boolean): Finding => ({
  what: 'kills | blows',
  figure: '0\nlost',
  target: '0',
  met,
  safety,
});

test('one line for each finding, with its verdict', () => {
  const lines = findingsTable([
    finding(true, true),
    finding(false, true),
    notTried('disk', 'no root'),
  ]).split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[2]).toMatch(/^\| kills \\\| blows \| 0 lost +\| 0 +\| met +\|$/);
  expect(lines[3]).toContain('NOT MET');
  expect(lines[4]).toMatch(/not tried: no root +\| – +\| – +\|$/);
});

test('only a missed safety target fails', () => {
  const bad = finding(false, true);
  expect(
    unsafe([finding(true, true), finding(false, false), notTried('disk', 'no root'), bad]),
  ).toEqual([bad]);
});
