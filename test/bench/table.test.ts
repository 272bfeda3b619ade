import { describe, expect, it } from 'vitest';
import {
  benchTable,
  failing,
  figures,
  missedBy,
  notMeasured,
  ratio,
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
  it('are met, missed, or missed by so much that the bench fails', () => {
    expect(missedBy(atMost(5, 10))).toBe(0.5);
    expect(missedBy(atLeast(5, 10))).toBe(2);
    expect(missedBy(atLeast(0, 10))).toBe(Infinity);
    expect(missedBy(row({}))).toBeNull();
    expect(missedBy(row({ value: null, goal: { value: 1, is: 'at most' } }))).toBeNull();
    const bad = [atMost(51, 10), atLeast(1.9, 10), atLeast(0, 10)];
    expect(
      failing([atMost(50, 10), atLeast(2, 10), row({}), notMeasured('b', 'no browser'), ...bad]),
    ).toEqual(bad);
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
