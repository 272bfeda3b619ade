import { describe, expect, it } from 'vitest';
import {
  benchTable,
  besidePeer,
  figures,
  lastLines,
  missedBy,
  missing,
  notMeasured,
  ratio,
  ratioGoal,
  summarize,
  type Row,
} from './table.ts';

const row = (change: Partial<Row>): Row => ({
  what: 'a',
  value: 1,
  text: '1 s',
  goal: null,
  goalText: '–',
  peer: '–',
  how: 'by clock',
  ...change,
});
const atMost = (value: number, goal: number) =>
  row({ value, goal: { value: goal, is: 'at most' }, goalText: `≤ ${goal}` });
const atLeast = (value: number, goal: number) =>
  row({ value, goal: { value: goal, is: 'at least' }, goalText: `≥ ${goal}` });

describe('goals', () => {
  it('are met or missed', () => {
    expect(missedBy(atMost(5, 10))).toBe(0.5);
    expect(missedBy(atLeast(5, 10))).toBe(2);
    expect(missedBy(atLeast(0, 10))).toBe(Infinity);
    expect(missedBy(row({}))).toBeNull();
    expect(missedBy(row({ value: null, goal: { value: 1, is: 'at most' } }))).toBeNull();
    const bad = [atMost(11, 10), atLeast(9, 10), atLeast(0, 10)];
    expect(
      missing([atMost(10, 10), atLeast(10, 10), row({}), notMeasured('b', 'no browser'), ...bad]),
    ).toEqual(bad);
  });

  it('of a ratio are looked at beside the peer, and can not be missed where there is none', () => {
    const beside = (theirs: number[] | null) =>
      row({
        ...besidePeer([3, 2, 4], theirs, 'PyTorch 2'),
        ...ratioGoal(0.9, 'PyTorch'),
        value: 3,
      });
    expect(beside([6, 5, 7])).toMatchObject({
      ratio: 0.5,
      peer: '0.50 × PyTorch 2 (6.00 s (5.00 to 7.00))',
      goalText: '≤ 0.9 × PyTorch',
    });
    expect(missedBy(beside([3]))).toBeCloseTo(1 / 0.9);
    expect(beside(null)).toMatchObject({ ratio: null, peer: 'peer not installed: PyTorch 2' });
    expect(missedBy(beside(null))).toBeNull();
  });

  it('that are missed, and peers that are faster, have a last line each', () => {
    const rows = [
      atMost(5, 10),
      { ...atMost(20, 10), what: 'late' },
      { ...row({}), what: 'slow', ratio: 1.3 },
      { ...row({}), what: 'fast', ratio: 0.7 },
      { ...row({}), what: 'alone', ratio: null },
    ];
    expect(lastLines(rows)).toEqual([
      'Misses its goal (≤ 10) by 2.0 ×: late.',
      'Slower than its peer, 1.3 × its time: slow.',
    ]);
  });
});

describe('numbers', () => {
  it('percentiles are nearest ranks; nothing can be summed up of nothing', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => 20 - i);
    expect(summarize(twenty)).toEqual({ p50: 10, p95: 19, least: 1, most: 20 });
    expect(summarize([7])).toEqual({ p50: 7, p95: 7, least: 7, most: 7 });
    expect(twenty[0]).toBe(20);
    expect(() => summarize([])).toThrow('no value');
  });
  it('a ratio has two figures or so, and none where there is nothing to divide by', () => {
    expect([ratio(3, 2), ratio(1, 4), ratio(123, 10), ratio(2, 2)]).toEqual([
      '1.5 ×',
      '0.25 ×',
      '12 ×',
      '1.0 ×',
    ]);
    expect([ratio(1, 0), ratio(NaN, 1), ratio(1, NaN)]).toEqual(['–', '–', '–']);
  });
  it('three figures', () => {
    expect([12.345, 1.2345, 0.12345, 1234.5, 0, 0.00001234].map(figures)).toEqual([
      '12.3',
      '1.23',
      '0.123',
      '1235',
      '0',
      '0.0000',
    ]);
  });
});

it('the table lines up, marks its goals, and survives bars and line breaks', () => {
  const text = benchTable([
    atMost(5, 10),
    atLeast(5, 10),
    row({ how: 'a | b\nc' }),
    notMeasured('paint', 'no browser'),
  ]);
  expect(text.split('\n')).toEqual([
    '| what  | figure       | goal                   | ratio to peer | how measured |',
    '|-------|--------------|------------------------|---------------|--------------|',
    '| a     | 1 s          | ≤ 10 ✓                 | –             | by clock     |',
    '| a     | 1 s          | ≥ 10 (missed by 2.0 ×) | –             | by clock     |',
    '| a     | 1 s          | –                      | –             | a \\| b c     |',
    '| paint | not measured | –                      | –             | no browser   |',
  ]);
});
