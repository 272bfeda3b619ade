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

describe('an id that grows nearly always', () => {
  /** One number in so many is an old one. */
  const old = (i: number) => (i % 40 === 13 ? 500 + i : 10_000 + 3 * i);
  it.each<[string, (i: number) => number]>([
    ['but for a few old numbers', old],
    ['falls but for them', (i) => 90_000 - old(i)],
    ['and changes places with its neighbours', (i) => 10_000 + 3 * i + (i % 3) * 7],
  ])('%s, in a table that is sorted by label: nothing is asked', async (_, id) =>
    expect(said(await dated(id, (i) => Number(i >= 120)))).toEqual([]),
  );
  it.each<[string, (i: number, label: number) => number, (i: number) => number]>([
    [
      'only where the label is the usual one',
      (i, label) => label * 900_000 + i,
      (i) => +(i % 20 === 3),
    ],
    [
      'not at all, in a table that is sorted by label',
      (i, label) => label * 5_000 + ((i * 7919) % 1000),
      (i) => +(i >= 120),
    ],
  ])('%s: is a question', async (_, id, label) =>
    expect(said(await dated(id, label))).toHaveLength(1),
  );
});

describe('the id of an owner', () => {
  const bought = (id: (user: number, label: number) => number, users = 60, mixes = false) =>
    leaksOf(
      table(
        'user_id,time,amount,fraud',
        (i, draw) => {
          const user = (i * 7) % users;
          const own = mixed(user + 1);
          const label = mixes && draw() < 0.4 ? 1 - own : own;
          return [id(user, own), `${day(i)} 10:${pad(i % 60)}`, draw().toFixed(3), label];
        },
        240,
      ),
    );
  const asked = (found: Found) =>
    found
      .findings!.filter(({ columns, kind }) => kind === 'question' && columns.includes('fraud'))
      .filter(({ columns }) => columns.includes('user_id'))
      .map(({ what }) => what);
  const any = (user: number) => 10_000 + ((user * 7919) % 1000);
  it('that is given by the label is a question', async () => {
    const found = await bought((user, label) => any(user) + label * 50_000);
    expect(found.roles.owner).toBe('user_id');
    expect(asked(found)).toEqual([
      'user_id: the owner’s id, and its figures tell the label almost alone (AUC 1.00 over random splits)',
    ]);
  });
  const byLabel = (user: number, label: number) => any(user) + label * 50_000;
  it.each<[string, () => Promise<Found>]>([
    ['of whom each has one label always', () => bought(any)],
    ['of whom there are few', () => bought(byLabel, 8)],
    ['whose labels change', () => bought(byLabel, 60, true)],
  ])('%s: nothing is asked of the number', async (_, found) =>
    expect(asked(await found())).toEqual([]),
  );
});
