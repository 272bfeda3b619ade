import { describe, expect, it } from 'vitest';
import { accused, leaksOf, table } from './table-fixture.ts';

// A time of writing that is blank: nobody knows that the value was there.

const start = Date.UTC(2024, 0, 3, 8);
const iso = (hours: number) => new Date(start + hours * 3_600_000).toISOString().slice(0, 19);
type Cells = (i: number, label: number, draw: () => number) => [cost: string, at: string];
const repairs = (cells: Cells) =>
  leaksOf(
    table(
      'device_id,measured_at,cost,cost_at,failed',
      (i, draw) => {
        const label = draw() < 0.2 ? 1 : 0;
        return [`d${i % 20}`, iso(i), ...cells(i, label, draw), label];
      },
      800,
    ),
    ...['--time', 'measured_at', '--written', 'cost=cost_at'],
  );
type Found = Awaited<ReturnType<typeof repairs>>;
const filledOnly = ({ findings }: Found) =>
  findings!.filter(({ what }) => /(filled in|blank) only where/.test(what));

describe('a blank time of writing', () => {
  it.each<[string, Cells]>([
    ['beside a 0', (i, label) => (label ? ['500', iso(i + 9)] : ['0', ''])],
    ['beside a blank', (i, label) => (label ? ['500', iso(i + 9)] : ['', ''])],
  ])('%s counts as not known, and tells the label', async (_, cells) => {
    const found = await repairs(cells);
    expect(accused(found)[0]!.what).toMatch(/^cost: \d+ of \d+ values were written after/);
    expect(found.features![0]!.rebuilt ?? 0.5).toBeLessThan(0.65);
    expect(filledOnly(found).map(({ columns }) => columns[0])).toEqual(['cost_at']);
  });
  it('of one value in so many is counted in words', async () => {
    const found = await repairs((i, label) => ['5', i === 7 ? '' : iso(i + (label ? 9 : -9))]);
    expect(accused(found)[0]!.detail).toContain(
      '1 more value has no such time and counts as not known.',
    );
  });
});

describe('nothing is asked where times', () => {
  it.each<[string, Cells]>([
    ['are there in all rows', (i, label, draw) => [(label + draw() * 2).toFixed(2), iso(i - 5)]],
    ['are blank by chance', (i, _, draw) => [draw().toFixed(2), draw() < 0.3 ? '' : iso(i - 5)]],
    [
      'are blank beside values that are blank by chance',
      (i, _, draw) => (draw() < 0.3 ? ['', ''] : [draw().toFixed(2), iso(i - 5)]),
    ],
  ])('%s', async (_, cells) => {
    const found = await repairs(cells);
    expect([accused(found), filledOnly(found)]).toEqual([[], []]);
    const { rebuilt, aucInOrder } = found.features![0]!;
    expect(rebuilt! - aucInOrder!).toBeGreaterThan(-0.1);
  });
});
