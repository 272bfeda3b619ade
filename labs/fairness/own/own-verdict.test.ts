import { describe, expect, it } from 'vitest';
import { calibrationWords } from '../panel/own/own-words.ts';
import { auditOwn, type OwnRows } from './own-audit.ts';
import { foundWords, screenWords } from './own-verdict.ts';

/** Groups of so many selected and not selected people, each row of this weight. */
type Group = [selected: number, others: number, weight?: number];

function comparisonOf(groups: Record<string, Group>, more: Partial<OwnRows> = {}) {
  const rows = Object.values(groups).flatMap(([selected, others, weight = 1], group) => [
    ...Array.from({ length: selected }, () => ({ group, decision: 1, weight })),
    ...Array.from({ length: others }, () => ({ group, decision: 0, weight })),
  ]);
  const decision = Uint8Array.from(rows, (row) => row.decision);
  const own: OwnRows = {
    ...{ rows: rows.length, label: decision, decision, oneSided: null },
    ...{ score: null, scoreRange: null },
    weight: Float64Array.from(rows, ({ weight }) => weight),
    groups: [
      {
        name: 'sex',
        codes: Uint16Array.from(rows, ({ group }) => group),
        names: Object.keys(groups),
      },
    ],
    ...more,
  };
  return auditOwn(own, 0.5).comparisons[0]!;
}

describe('groups without any weight', () => {
  it.each<[string, Record<string, Group>, string]>([
    [
      'beside one other: nothing to compare',
      { f: [63, 37], m: [20, 80, 0] },
      'Only one group of “sex” has 30 people or more and any weight: there is nothing to compare it with',
    ],
    [
      'all of them: no rates',
      { f: [63, 37, 0], m: [20, 80, 0] },
      'The selection rates are undefined here',
    ],
    [
      'beside two others: they are not every group',
      { f: [63, 37], m: [63, 37], x: [20, 80, 0] },
      '63 in 100 of every group with 30 people or more and any weight are selected; a gap of up to 13 could hide',
    ],
  ])('%s', (_, groups, words) => {
    const found = comparisonOf(groups);
    expect(foundWords(found).replace(/up to \d+/, 'up to 13')).toBe(words);
    if (!words.startsWith('63')) expect(screenWords(found)).toBe('four-fifths: not defined');
  });
});

describe('groups that are left out', () => {
  it('are not among those that are alike', () => {
    const [f, m]: [Group, Group] = [
      [5_000, 5_000],
      [5_000, 5_000],
    ];
    expect(foundWords(comparisonOf({ f, m }))).toBe('All groups are selected alike');
    expect(foundWords(comparisonOf({ f, m, x: [9, 1] }))).toBe(
      'All groups of 30 people or more are selected alike',
    );
  });
  it('are not among those whose scores mean what they say', () => {
    const said = (groups: Record<string, Group>) => {
      const count = Object.values(groups).reduce((sum, [a, b]) => sum + a + b, 0);
      const of = comparisonOf(groups, { score: new Float64Array(count), scoreRange: [0, 1] });
      return calibrationWords(of);
    };
    // Whoever scores 0 turns out 0.
    const large = { f: [0, 40], m: [0, 50] } satisfies Record<string, Group>;
    expect(said(large)).toBe('Scores mean what they say in every group');
    expect(said({ ...large, x: [0, 5] })).toBe(
      'Scores mean what they say in 2 of 3 groups: of the others it can’t be told',
    );
  });
});
