import { describe, expect, it } from 'vitest';
import { day, leaksOf, pad, table } from './table-fixture.ts';

// Ids are no features; one whose figures tell the label is asked about all the same.

const dated = (id: (i: number, label: number) => string | number, label: (i: number) => number) =>
  leaksOf(
    table('record_id,time,amount,fraud', (i, draw) => [
      ...[id(i, label(i)), `${day(i)} 10:${pad(i % 60)}`, draw().toFixed(3), label(i)],
    ]),
  );
const mixed = (i: number) => Number((i * 7919) % 10 < 4);
type Found = Awaited<ReturnType<typeof dated>>;
const said = ({ findings }: Found) =>
  findings!.filter(({ columns, kind }) => kind === 'question' && columns.includes('record_id'));

describe('an id in figures that tells the label', () => {
  it.each<[string, (i: number, label: number) => string | number]>([
    ['by its first figure', (i, label) => `${label ? 9 : 1}${1000 + i}`],
    ['by lying elsewhere', (i, label) => label * 50_000 + i],
    ['out of order', (i, label) => (label ? 700_000 : 100_000) + ((i * 7919) % 1000)],
  ])('%s is a question', async (_, id) => {
    const found = await dated(id, mixed);
    expect(found.features!.map(({ name }) => name)).toEqual(['amount']);
    expect(said(found).map(({ what }) => what)).toEqual([
      'record_id: an id, and its figures tell the label almost alone (AUC 1.00 over random splits)',
    ]);
  });
});

describe('nothing is asked of an id', () => {
  it.each<[string, (i: number) => string | number, (i: number) => number]>([
    ['that tells nothing', (i) => 10_000 + ((i * 7919) % 1000), mixed],
    ['of a table that is sorted by label', (i) => 10_000 + 3 * i, (i) => Number(i >= 120)],
    ['that falls in such a table', (i) => 90_000 - i, (i) => Number(i >= 120)],
    ['of words', (i) => `A-${(i * 7919) % 1000}`, mixed],
  ])('%s', async (_, id, label) => expect(said(await dated(id, label))).toEqual([]));
  it('that grows in order of time, in a file of another order', async () => {
    const at = (i: number) => (i * 77) % 200;
    const found = await leaksOf(
      table('record_id,time,amount,fraud', (i, draw) => [
        ...[5_000 + 2 * at(i), day(at(i)), draw().toFixed(3), Number(at(i) >= 110)],
      ]),
    );
    expect([found.code, said(found)]).toEqual([0, []]);
  });
});
