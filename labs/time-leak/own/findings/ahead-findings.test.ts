import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../math/random.ts';
import type { LeakTable } from '../leak-table.ts';
import { namesAhead } from '../roles/table-names.ts';
import { aheadFindings, lengthFindings } from './ahead-findings.ts';

// What comes from after the row is asked about; what is counted up to it is not.

it.each([
  ...['next_7d', 'sales_next_30_days', 'next7d_visits', 'nextWeekSales', 'following_month_spend'],
  ...['future_balance', 'is_future', 'visits_7d_after', 'return_fwd_5d', 'upcoming_quarter'],
])('“%s” is of the time after the row', (name) => expect(namesAhead(name)).toBe(true));
it.each([
  ...['following', 'following_count', 'next_of_kin', 'next_day_delivery', 'next_plan', 'next'],
  ...['future_plans', 'futures_price', 'day_ahead_price', 'last_7d', 'past_30_days', 'forward'],
  ...['coming_from', 'text_7d', 'days_after_birth'],
])('“%s” is not', (name) => expect(namesAhead(name)).toBe(false));

const [minute, hour] = [60_000, 3_600_000];
const start = Date.UTC(2024, 0, 3);
const rows = 200;
const random = seededRandom(3);
const drawn = (most: number) => Float64Array.from({ length: rows }, () => random.uniform() * most);
const time = Float64Array.from({ length: rows }, (_, i) => start + i * hour);
const took = drawn(9 * hour);
const at = (by: (i: number) => number) => {
  const times = time.map((row, i) => row + by(i));
  return { early: times, late: times };
};
type Left = Record<string, LeakTable['left'][0]['at']>;
function made(name: string, value: (i: number) => number, left: Left = {}): LeakTable {
  return {
    ...{ rows, time, timeName: 'opened_at', timeScale: 'local', grain: 'moment', timeSlack: null },
    ...{ labelName: 'late', labelWords: ['no', 'yes'], entity: null, entityName: null },
    ...{ label: new Uint8Array(rows), rowNumbers: new Uint32Array(rows), notices: [] },
    features: [
      {
        name,
        kind: 'number',
        words: [],
        written: null,
        values: Float64Array.from(time, (_, i) => value(i)),
      },
    ],
    left: Object.entries(left).map(([column, its]) => ({
      ...{ name: column, filled: new Uint8Array(rows).fill(1), at: its, grain: 'moment' },
      ...{ open: null, figures: null },
    })),
  };
}

it('a feature whose name says so is a question, unless it says when it was written', () => {
  const table = made('next_7d_sales', (i) => i);
  expect(aheadFindings(table)).toMatchObject([{ kind: 'question', rows: 200 }]);
  table.features[0]!.written = { column: 'next_7d_sales_at', refused: 'why', dated: 200 };
  expect(aheadFindings(table)).toEqual([]);
  expect(aheadFindings(made('sales', (i) => i))).toEqual([]);
});

describe('a length of time that ends after the row', () => {
  const closed = { closed_at: at((i) => took[i]!) };
  it.each<[string, (i: number) => number]>([
    ['minutes', (i) => Math.floor(took[i]! / minute)],
    ['hours', (i) => Number((took[i]! / hour).toFixed(2))],
    ['seconds', (i) => Math.round(took[i]! / 1000)],
  ])('in %s is a question', (unit, value) => {
    const [finding] = lengthFindings(made('handling', value, closed));
    expect(finding).toMatchObject({ kind: 'question', columns: ['handling', 'closed_at'] });
    expect(finding!.title).toBe(
      `handling: in 200 of 200 rows it is the time from “opened_at” to “closed_at”, in ${unit}`,
    );
  });
  it('from another time than the row’s is one too', () => {
    const begun = { begun_at: at(() => -5 * hour), ...closed };
    const [finding] = lengthFindings(made('work', (i) => (took[i]! + 5 * hour) / hour, begun));
    expect(finding!.title).toContain('from “begun_at” to “closed_at”, in hours');
  });
  it('though a few cells are wrong or empty', () => {
    const value = (i: number) => (i % 30 ? took[i]! / hour : [NaN, 7][i % 2]!);
    expect(lengthFindings(made('handling', value, closed))).toHaveLength(1);
  });
});

describe('nothing is asked of', () => {
  const other = drawn(9 * hour);
  it.each<[string, (i: number) => number, Left]>([
    [
      'a length that ends before the row',
      (i) => took[i]! / hour,
      { begun_at: at((i) => -took[i]!) },
    ],
    ['another number', (i) => other[i]! / hour, { closed_at: at((i) => took[i]!) }],
    ['a number without such a time', (i) => took[i]! / hour, {}],
    ['an hour that all rows take', () => 1, { closed_at: at(() => hour) }],
  ])('%s', (_, value, left) => expect(lengthFindings(made('x', value, left))).toEqual([]));
});
