import { describe, expect, it } from 'vitest';
import {
  asked,
  auditOf,
  day,
  kindOf,
  leaksOf,
  notesOf,
  pad,
  repeat,
  table,
} from './table-fixture.ts';

// Three more tables of each kind of the kept ones that the tests beside this one have fewer of.

const dated = (time: (i: number) => string | number, rows = 60) =>
  table(
    'time,user_id,x,label',
    (i, draw) => [time(i), `u${i % 5}`, draw().toFixed(2), draw() < 0.5 ? 1 : 0],
    rows,
  );

describe('10a: a zone as PostgreSQL writes it', () => {
  it.each<[string, (i: number) => string]>([
    ['with parts of a second', (i) => `${day(i)} 10:00:00.${100_000 + i}+00`],
    ['half an hour off', (i) => `${day(i)} 10:00:00+05:30`],
    ['behind, and it changes', (i) => `${day(i)} 10:00:00-0${4 + (i % 2)}`],
  ])('%s', async (_, time) => {
    const found = await leaksOf(dated(time));
    expect([found.code, kindOf(found, 'time'), found.roles.time]).toEqual([0, 'time', 'time']);
    expect(found.columns[0]!.why).toContain('with a time zone');
  });
});

describe('10c: AM and PM', () => {
  it.each<[string, (i: number) => string, string[]]>([
    ['small letters', (i) => `${1 + (i % 12)}/5/2024 ${1 + (i % 12)}:05 pm`, ['mdy', 'dmy']],
    ['points', (i) => `0${1 + (i % 9)}/02/2024 11:${pad(i)}:00 a.m.`, ['mdy', 'dmy']],
    ['two digits of the year', (i) => `${1 + (i % 12)}/6/24 3:${pad(i)} AM`, ['mdy', 'dmy']],
  ])('in %s: which comes first is asked', async (_, time, candidates) => {
    const found = await leaksOf(dated(time));
    expect([found.code, found.asks]).toEqual([
      2,
      [{ role: 'dateOrder', column: 'time', candidates }],
    ]);
    for (const order of candidates)
      expect((await leaksOf(dated(time), '--dates', order)).code).toBe(0);
  });
  it('midnight and noon are told apart', async () => {
    const text = table('time,user_id,x,x_at,label', (i, draw) => [
      ...[`1/${13 + (i % 15)}/2024 12:30 AM`, `u${i % 5}`, draw().toFixed(2)],
      ...[`1/${13 + (i % 15)}/2024 12:${i % 2 ? 15 : 45} ${i % 4 < 2 ? 'AM' : 'PM'}`],
      draw() < 0.5 ? 1 : 0,
    ]);
    // Later are all of the afternoon, and those of 0:45.
    expect((await leaksOf(text)).features![0]).toMatchObject({ newer: 150, of: 200 });
  });
});

/** What 40 of f and 40 of m got, each row after what `before` gives and between such signs. */
const body = (before: (i: number) => string, sign = ',') =>
  Array.from(
    { length: 80 },
    (_, i) =>
      before(i) + [i % 2, i % 40 < (i < 40 ? 10 : 20) ? 1 : 0, i < 40 ? 'f' : 'm'].join(sign),
  ).join('\n');

describe('14a: a column of row names', () => {
  it.each([
    ['of shuffled rows', 'id', `,label,pred,sex\n${body((i) => `${(i * 37) % 80},`)}`],
    ['between semicolons', 'id', `;label;pred;sex\n${body((i) => `${i};`, ';')}`],
    ['that the header has no cell for', 'text', `label,pred,sex\n${body((i) => `row ${i},`)}`],
  ])('%s', async (_, kind, text) => {
    const found = await auditOf(text);
    expect(found.roles).toEqual({ label: 'label', decision: 'pred', group: 'sex' });
    expect(found.columns[0]).toMatchObject({ name: 'column 1', kind });
    expect(found.groups!.map(({ selectionRate }) => selectionRate)).toEqual([0.25, 0.5]);
    expect(notesOf(found)).toContain('Column 1 has no name');
  });
});

describe('14a: row numbers without a name, of rows that were shuffled', () => {
  it.each<[string, (i: number) => number]>([
    ['from 0 on', (i) => (i * 77) % 200],
    ['with gaps', (i) => 3 * ((i * 77) % 200) + 5],
  ])('%s, are no feature', async (_, nr) => {
    const found = await leaksOf(
      table(',date,x,label', (i, draw) => [nr(i), day(i), draw().toFixed(3), nr(i) < 150 ? 0 : 1]),
    );
    expect(found.features!.map(({ name }) => name)).toEqual(['x']);
  });
  it('a first column without a name that holds a quantity is one', async () => {
    const found = await leaksOf(
      table(',date,x,label', (i, draw) => [
        ...[Math.floor(draw() * 60), day(i), draw().toFixed(3), draw() < 0.4 ? 1 : 0],
      ]),
    );
    expect(found.features!.map(({ name }) => name)).toEqual(['column 1', 'x']);
  });
});

describe('14b: names that come twice', () => {
  it.each([
    ['decisions', 'label,pred,pred,sex', '1,1,0,f', '0,0,1,m', 'decision', ['pred', 'pred (2)']],
    ['groups', 'label,pred,race,race', '1,1,a,b', '0,0,b,a', 'group', ['race', 'race (2)']],
    [
      'labels, three times',
      ...['label,label,label,pred,sex', '1,0,1,1,f', '0,1,1,0,m'],
      ...['label', ['label', 'label (2)', 'label (3)']],
    ],
  ] as [string, string, string, string, string, string[]][])(
    'of %s',
    async (_, header, one, other, role, candidates) => {
      const text = `${header}\n${repeat(one, 40)}${repeat(other, 30)}${repeat(one.replace(/^1/, '0'), 10)}`;
      const found = await auditOf(text);
      expect([found.code, asked(found)]).toEqual([2, [role]]);
      expect(found.asks![0]!.candidates.slice(0, 2)).toEqual(candidates.slice(0, 2));
      expect(found.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(candidates));
      const said = await auditOf(text, `--${role}`, candidates[1]!);
      expect([said.code, said.roles[role as 'label']]).toEqual([0, candidates[1]]);
    },
  );
});

describe('14d: no header', () => {
  const moment = Date.UTC(2024, 0, 1);
  it.each([
    ['words and numbers', (i: number) => `u${i % 7},${i}.5,${day(i)},${i % 2}`, 4],
    ['numbers alone', (i: number) => `${i / 4},${moment / 1000 + 60 * i},${i % 2}`, 3],
    ['a yes and a no', (i: number) => `${i % 2 ? 'yes' : 'no'};${day(i)};${i},5`, 3],
  ])('of %s: columns are numbered, no row is lost', async (_, row, columns) => {
    const text = Array.from({ length: 60 }, (__, i) => row(i)).join('\n');
    for (const found of [await leaksOf(text), await auditOf(text)]) {
      expect([found.code, found.columns.map(({ name }) => name)]).toEqual([
        2,
        Array.from({ length: columns }, (__, at) => `column ${at + 1}`),
      ]);
      expect(notesOf(found)).toContain('The first row looks like data');
    }
    expect((await leaksOf(text, '--header', 'yes')).columns.map(({ name }) => name)).not.toContain(
      'column 1',
    );
  });
});
