import { describe, expect, it } from 'vitest';
import { accused, asked, day, kindOf, leaksOf, notesOf, pad, table } from './table-fixture.ts';

// Times that are easily read wrongly: read rightly, asked about, or refused with a sentence.

const second = 1_700_000_000;
const dated = (time: (i: number) => string, written: (i: number) => string, name = 'ts') =>
  table(`${name},x,x_at,label`, (i, draw) => [
    ...[time(i), draw().toFixed(3), written(i), draw() < 0.4 ? 1 : 0],
  ]);

describe('seconds since 1970, in parts', () => {
  it.each<[string, (s: number) => string]>([
    ['nanoseconds', (s) => `${s}123456789`],
    ['microseconds', (s) => `${s}123456`],
    ['milliseconds and a part', (s) => `${s}123.4567`],
    ['seconds and a part', (s) => `${s}.123456`],
    ['seconds and a part after a comma', (s) => `"${s},123"`],
  ])('%s against ISO: a quarter of the values is newer', async (_, write) => {
    const found = await leaksOf(
      dated(
        (i) => write(second + i * 3_600),
        (i) => new Date(1000 * (second + i * 3_600 + (i % 4 === 0 ? 60 : -60))).toISOString(),
      ),
    );
    expect([found.code, kindOf(found, 'ts')]).toEqual([0, 'time']);
    expect([found.features![0]!.newer, found.features![0]!.of]).toEqual([50, 200]);
  });
  it('under a name that says no time stay what they are, and that is said', async () => {
    const found = await leaksOf(
      dated(
        (i) => `${second + i}123456789`,
        (i) => String(i),
        'reading',
      ),
    );
    expect(kindOf(found, 'reading')).toBe('id');
    expect(notesOf(found)).toContain('Its figures could be times; its name does not say so');
  });
  it('with an exponent are rounded: read as numbers, and that is said', async () => {
    const found = await leaksOf(
      dated(
        (i) => `1.7${pad(i % 100)}E+09`,
        () => '1.70E+09',
      ),
      ...['--time', 'ts'],
    );
    expect(kindOf(found, 'ts')).toBe('number');
    expect(notesOf(found)).toContain('is written with an exponent, which rounds a time');
  });
});

describe('figures that are times in more than one unit', () => {
  const units: [string, (i: number) => string][] = [
    ['seconds and milliseconds', (i) => `${second + 60 * i}${i % 2 ? '' : '000'}`],
    ['milliseconds and microseconds', (i) => `${second + 60 * i}${i % 2 ? '000' : '000000'}`],
    ['seconds and digits of the day', (i) => (i % 2 ? `${second + i}` : '20240105')],
  ];
  it.each(units)('%s do not grow: which column is the time is asked', async (_, write) => {
    const found = await leaksOf(dated(write, (i) => String(i)));
    expect([found.code, asked(found)]).toEqual([2, ['time']]);
    expect(['number', 'id']).toContain(kindOf(found, 'ts'));
    expect(found.asks![0]!.why).toContain('“ts” is called a time, but its cells could not be read');
    expect(notesOf(found)).toContain('Its figures are times in more than one unit: “');
  });
  it.each(units)(
    '%s are no reason to ask where they say when a row was changed',
    async (_, write) => {
      const found = await leaksOf(
        table('time,updated_ts,x,label', (i, draw) => [
          ...[`${day(i)} 10:00`, write(i), draw().toFixed(3), draw() < 0.4 ? 1 : 0],
        ]),
      );
      expect([found.code, found.roles.time]).toEqual([0, 'time']);
      expect(notesOf(found)).toContain('in more than one unit');
    },
  );
});

describe('days with points that could be times of day', () => {
  const ymd = (i: number) => day(i).split('-') as [string, string, string];
  it.each<[string, (i: number) => string]>([
    ['day first', (i) => `${ymd(i)[2]}.${ymd(i)[1]}.${ymd(i)[0].slice(2)}`],
    ['month first', (i) => `${ymd(i)[1]}.${ymd(i)[2]}.${ymd(i)[0].slice(2)}`],
    ['without zeros in front', (i) => `${+ymd(i)[2]}.${ymd(i)[1]}.${ymd(i)[0].slice(2)}`],
  ])('%s: an hour of the same day is a question, and no leak', async (_, write) => {
    const found = await leaksOf(dated(write, (i) => `${day(i)} 12:00`));
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.features![0]).toMatchObject({ newer: 0, of: 200 });
    expect(found.findings![0]).toMatchObject({ kind: 'question', rows: 200 });
    expect(notesOf(found)).not.toContain('have a day only');
  });
  it('times of day with points stay times of day', async () => {
    const found = await leaksOf(
      table('date,time,x,label', (i, draw) => [
        ...[day(i), `${pad(i % 24)}.${pad(i % 13)}.${pad(i % 25)}`],
        ...[draw().toFixed(3), draw() < 0.4 ? 1 : 0],
      ]),
    );
    expect([found.code, found.roles.timeOfDay]).toEqual([0, 'time']);
  });
});

describe('years of two digits', () => {
  const of = (cell: (i: number) => string, ...args: string[]) =>
    leaksOf(
      table('date,x,label', (i, draw) => [cell(i), draw().toFixed(3), draw() < 0.4 ? 1 : 0]),
      ...args,
    );
  it('first or last is told by which end varies', async () => {
    const first = await of((i) => `24-0${1 + (i % 9)}-${pad(1 + (i % 28))}`);
    expect(first.columns[0]!.why).toContain('year/month/day');
    const last = await of((i) => `${pad(1 + (i % 28))}/0${1 + (i % 9)}/24`);
    expect(last.columns[0]!.why).toContain('written as day/month/year, such as “01/01/24”');
    expect(notesOf(last)).toContain('00 to 29 are read as 2000 to 2029');
  });
  it('where both ends vary alike, is asked', async () => {
    const cell = (i: number) => `${pad(1 + (i % 12))}-0${1 + (i % 9)}-${pad(1 + ((i * 5) % 12))}`;
    const open = await of(cell);
    expect([open.code, asked(open)]).toEqual([2, ['dateOrder']]);
    expect(open.asks![0]!.candidates).toEqual(['ymd', 'dmy', 'mdy']);
    for (const order of ['ymd', 'dmy', 'mdy'])
      expect((await of(cell, '--dates', order)).code).toBe(0);
  });
  it('an order that the cells do not fit is asked about again', async () => {
    const found = await of((i) => `0${1 + (i % 9)}/0${1 + (i % 8)}/2024`, '--dates', 'ymd');
    expect([found.code, found.asks![0]!.candidates]).toEqual([2, ['dmy', 'mdy']]);
  });
  it('of either century are refused with a sentence', async () => {
    const found = await leaksOf(
      table('date,dob,x,label', (i, draw) => [
        ...[`2024-01-${pad(1 + (i % 28))}`, `${pad(1 + (i % 28))}/05/${30 + (i % 30)}`],
        ...[draw().toFixed(3), draw() < 0.4 ? 1 : 0],
      ]),
    );
    expect(kindOf(found, 'dob')).not.toBe('time');
    expect(notesOf(found)).toContain(
      '“03/05/32” in row 4 has a year of two digits that may be of either century',
    );
    expect([found.code, accused(found)]).toEqual([0, []]);
  });
});

describe('a number that is no time of a row', () => {
  it('the day of a month beside its month is not taken for the time', async () => {
    const found = await leaksOf(
      table('day,month,x,y', (i, draw) => [
        ...[1 + (i % 28), ['may', 'jun', 'jul'][i % 3]!, draw().toFixed(3), draw() < 0.4 ? 1 : 0],
      ]),
    );
    expect([found.code, found.roles.time]).toEqual([2, undefined]);
    expect(found.asks![0]).toEqual({
      ...{ role: 'time', column: null, candidates: [] },
      why: 'No column looks like the time of a row.',
    });
  });
  it('a day that counts on is, beside an hour too', async () => {
    const hours = table('day,hour,x,y', (i, draw) => [
      ...[Math.floor(i / 8), i % 8, draw().toFixed(3), draw() < 0.4 ? 1 : 0],
    ]);
    expect((await leaksOf(hours)).roles.time).not.toBe('hour');
  });
  it('a day alone is', async () =>
    expect(
      (await leaksOf(table('day,x,y', (i, draw) => [i, draw().toFixed(3), draw() < 0.4 ? 1 : 0])))
        .roles.time,
    ).toBe('day'));
});

it('one day that does not exist is named, and the column is asked about', async () => {
  const found = await leaksOf(
    table('Datum,x,y', (i, draw) => [
      i === 40 ? '30.02.2024' : `${pad(1 + (i % 28))}.0${1 + (i % 9)}.2024`,
      ...[draw().toFixed(3), draw() < 0.4 ? 1 : 0],
    ]),
  );
  expect(notesOf(found)).toContain(
    '199 cells of 200 are times; 1 is not, the first is “30.02.2024” in row 42.',
  );
  expect([found.code, found.asks![0]!.candidates]).toEqual([2, ['Datum']]);
});

describe('a few cells that are no times', () => {
  const of = (cell: (i: number) => string, ...args: string[]) =>
    leaksOf(
      table('Datum,x,y', (i, draw) => [cell(i), draw().toFixed(3), draw() < 0.4 ? 1 : 0]),
      ...args,
    );
  const good = (i: number) => `2024-0${1 + (i % 9)}-${pad(1 + (i % 28))}`;
  const bad = (i: number) => ({ 40: '2024-02-30', 60: '2024-13-01' })[i] ?? good(i);
  it('are named with the option that leaves them out', async () => {
    expect(notesOf(await of(bad))).toContain(
      'These cells may mean “not known”. Say so under “Counts as missing” on screen, or on the command line with ' +
        '--missing "2024-02-30" --missing "2024-13-01": then the others are times.',
    );
    const without = await of(bad, '--missing', '2024-02-30', '--missing', '2024-13-01');
    expect([without.code, without.rows]).toEqual([0, 198]);
  });
  it('are named among numbers too', async () => {
    const numbers = table('date,x,y', (i) => [day(i), i === 50 ? 'ca. 7' : i * 1.7, i % 2]);
    expect(notesOf(await leaksOf(numbers))).toContain('--missing "ca. 7": then the others are num');
  });
  it.each<[string, (i: number) => string]>([
    ['many of them', (i) => (i % 5 === 0 ? '2024-02-30' : good(i))],
    ['more kinds than can be named', (i) => (i < 5 ? `week ${i}` : good(i))],
    ['all of them times', good],
  ])('%s: no option is named', async (_, cell) =>
    expect(notesOf(await of(cell))).not.toContain('--missing'),
  );
});
