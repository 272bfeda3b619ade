import { describe, expect, it } from 'vitest';
import type { LeaksJson } from '../../../labs/time-leak/own/leaks-json.ts';
import { accused, asked, day, leaksOf, pad, table } from './table-fixture.ts';

// Times as many systems write them: read rightly, or asked about; never accused without proof, never acquitted.

const hour = 3_600_000;
const start = Date.UTC(2024, 0, 1);
const iso = (ms: number) => new Date(ms).toISOString();
const local = (ms: number) => iso(ms).slice(0, 19).replace('T', ' ');
const us = (ms: number) => {
  const [date, time] = local(ms).split(' ') as [string, string];
  const [year, month, dayOf] = date.split('-');
  const hours = Number(time.slice(0, 2));
  return `${month}/${dayOf}/${year} ${pad(hours % 12 || 12)}${time.slice(2)} ${hours < 12 ? 'AM' : 'PM'}`;
};
const questions = ({ findings }: LeaksJson) =>
  findings!.filter(({ kind }) => kind === 'question').map(({ what }) => what);

describe('a time that is no time of rows', () => {
  const only = (name: string, blank = false) =>
    table(`${name},x,label`, (i, draw) => [
      ...[blank && i % 3 === 0 ? '' : `${day(i)} 10:00`, i * 1.5, draw() < 0.4 ? 1 : 0],
    ]);
  it.each(['closed_at', 'resolved_date', 'dropoff_datetime', 'birth_date', 'due_date', 'endTime'])(
    '%s: is asked about, though it is the only one',
    async (name) => {
      const found = await leaksOf(only(name));
      expect([found.code, found.asks![0]]).toEqual([
        2,
        { role: 'time', column: null, candidates: [name] },
      ]);
    },
  );
  it('and so is one that is blank in every third row', async () =>
    expect(asked(await leaksOf(only('event_time', true)))).toEqual(['time']));
});

describe('times from many systems', () => {
  const dated = (time: (i: number) => string | number, written: (i: number) => string | number) =>
    table('event_time,user_id,x,x_at,label', (i, draw) => [
      ...[time(i), `u${i % 20}`, draw().toFixed(3), written(i), draw() < 0.4 ? 1 : 0],
    ]);
  const at = (i: number) => start + i * hour;
  it.each<[string, (ms: number) => string | number]>([
    ['milliseconds since 1970', (ms) => ms],
    ['a spreadsheet’s days', (ms) => (25_569 + ms / 86_400_000).toFixed(6)],
    ['PostgreSQL', (ms) => `${local(ms)}.123456+00`],
    ['AM and PM', us],
  ])('%s: a quarter of the values is newer', async (_, write) => {
    const text = dated(
      (i) => write(at(i)),
      (i) => write(at(i) + (i % 4 === 0 ? 7 : -5) * hour),
    );
    const found = await leaksOf(text, '--dates', 'mdy');
    expect([found.code, found.features![0]!.newer, found.features![0]!.of]).toEqual([0, 50, 200]);
  });
  it('two zones are two names of one moment', async () => {
    const text = dated(
      (i) => `${local(at(i))}+02:00`,
      (i) => `${local(at(i) - 2 * hour)}Z`,
    );
    const found = await leaksOf(text);
    expect([found.code, found.features![0]!.newer, accused(found)]).toEqual([0, 0, []]);
  });
  it('an hour that a clock showed twice accuses nobody and acquits nobody', async () => {
    const night = Date.UTC(2024, 9, 26, 20);
    const change = Date.UTC(2024, 9, 27, 1);
    const moment = (i: number) => night + i * 600_000;
    const berlin = (ms: number) => local(ms + (ms < change ? 2 : 1) * hour);
    const judged = (late: number) =>
      leaksOf(
        dated(
          (i) => berlin(moment(i)),
          (i) => iso(moment(i) + late),
        ),
        ...['--zone', 'event_time=Europe/Berlin'],
      );
    const honest = await judged(-60_000);
    expect([honest.features![0]!.newer, accused(honest)]).toEqual([0, []]);
    expect(questions(honest)[0]).toMatch(/^x: for 6 of 200 values it can’t be told/);
    // Written a minute after: of the twelve moments of that hour six are sure, as they are of the second time.
    const guilty = await judged(60_000);
    expect(guilty.features![0]!.newer).toBe(194);
    expect(questions(guilty)[0]).toMatch(/^x: for 6 of 200 values it can’t be told/);
  });
});

describe('coarse times', () => {
  it.each<[string, (i: number) => string]>([
    ['months', (i) => `2024-${pad(1 + (i % 12))}`],
    ['months by name', (i) => `${['Jan', 'Feb', 'Mar'][i % 3]}-2024`],
    ['firsts of months', (i) => `2024-${pad(1 + (i % 12))}-01`],
    ['years', (i) => `${2020 + (i % 4)}-01-01`],
  ])('%s: a value of a later day in them is a question', async (_, time) => {
    const text = table('date,x,x_at,label', (i, draw) => {
      const moment = new Date(time(i).replace(/^(\w{3})-(\d{4})$/, '1 $1 $2 UTC'));
      return [
        time(i),
        draw().toFixed(3),
        iso(moment.getTime() + 9 * 24 * hour).slice(0, 10),
        draw() < 0.4 ? 1 : 0,
      ];
    });
    const found = await leaksOf(text);
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(questions(found)[0]).toMatch(/^x: for 200 of 200 values it can’t be told/);
  });
  it('what is of the month after is a leak all the same', async () => {
    const text = table('date,x,x_at,label', (i, draw) => [
      ...[`2024-${pad(1 + (i % 12))}`, draw().toFixed(3)],
      ...[`${i % 12 === 11 ? '2025-01' : `2024-${pad(2 + (i % 12))}`}-03`, draw() < 0.4 ? 1 : 0],
    ]);
    expect((await leaksOf(text)).features![0]!.newer).toBe(200);
  });
  it('two counts that have nothing in common are not compared', async () => {
    const text = table('day,x,x_at,label', (i, draw) => [
      ...[i % 90, draw().toFixed(3), 7_776_000 + i * 3_600, draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(text);
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.findings!.find(({ columns }) => columns.includes('x_at'))!.detail).toMatch(
      /counts from 0 to 89 .* hardly one count/,
    );
  });
});

describe('a day alone among times', () => {
  const dated = (row: (i: number) => string, written: (i: number) => string, name = 'x_at') =>
    table(`time,x,${name},label`, (i, draw) => [
      ...[row(i), draw().toFixed(3), written(i), draw() < 0.4 ? 1 : 0],
    ]);
  const at = (i: number, hours: string) => (i % 4 === 0 ? day(i) : `${day(i)} ${hours}`);
  const moment = (i: number, hours: string) => `${day(i)} ${hours}`;
  it.each<[string, string, string]>([
    [
      'of a row',
      'time',
      dated(
        (i) => at(i, '11:00'),
        (i) => moment(i, '09:30'),
      ),
    ],
    [
      'of a value',
      'x_at',
      dated(
        (i) => moment(i, '11:00'),
        (i) => at(i, '09:30'),
      ),
    ],
    [
      'of a row, between slashes',
      'time',
      dated(
        (i) => at(i, '11:00').replaceAll('-', '/'),
        (i) => moment(i, '09:30'),
      ),
    ],
  ])('%s: a time of that day is a question', async (_, column, text) => {
    const found = await leaksOf(text);
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.findings![0]).toMatchObject({
      ...{ kind: 'question', rows: 50 },
      what: 'x: for 50 of 200 values it can’t be told whether they are newer than their row',
    });
    expect(found.findings![0]!.detail).toMatch(`Some cells of “${column}” name a day and no time`);
  });
  it('a value of the next day is a leak all the same', async () => {
    const found = await leaksOf(
      dated(
        (i) => at(i, '11:00'),
        (i) => moment(i + 1, '09:30'),
      ),
    );
    expect(accused(found)[0]).toMatchObject({ columns: ['x', 'x_at'], rows: 200 });
  });
  it('of a row: another time of that day does not lie after it', async () => {
    const text = dated(
      (i) => at(i, '11:00'),
      (i) => moment(i, '09:30'),
      'closed_at',
    );
    expect(questions(await leaksOf(text, '--time', 'time')).join()).not.toContain('closed_at');
  });
  it('as a spreadsheet counts them, a whole number is midnight', async () => {
    const serial = (i: number) => (45_300 + i + (i % 4) / 4).toString();
    const text = dated(serial, (i) => (Number(serial(i)) + 0.01).toFixed(2));
    expect((await leaksOf(text)).features![0]).toMatchObject({ newer: 200, of: 200 });
  });
});

describe('times without seconds', () => {
  const dated = (row: (i: number) => string, written: (i: number) => string) =>
    table('time,x,x_at,label', (i, draw) => [
      ...[row(i), draw().toFixed(3), written(i), draw() < 0.4 ? 1 : 0],
    ]);
  const to = (i: number, more: string) => `${day(i)} 10:${pad(i % 50)}${more}`;
  it.each<[string, string, (i: number) => string, (i: number) => string]>([
    ['of rows', 'time', (i) => to(i, ''), (i) => to(i, `:${pad(1 + (i % 59))}`)],
    [
      'of rows, with PM',
      'time',
      (i) => us(start + (20_000 + i) * 60_000).replace(/:00 /, ' '),
      (i) => local(start + (20_000 + i) * 60_000 + 1_000 * (1 + (i % 59))),
    ],
    [
      'of rows, with a zone',
      'time',
      (i) => to(i, '+00:00'),
      (i) => to(i, `:${pad(1 + (i % 59))}Z`),
    ],
    ['of values', 'x_at', (i) => to(i, `:${pad(1 + (i % 59))}`), (i) => to(i, '')],
  ])('%s: one of the same minute is a question', async (_, column, row, written) => {
    const found = await leaksOf(dated(row, written));
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.findings![0]).toMatchObject({ kind: 'question', rows: 200 });
    expect(found.findings![0]!.detail).toContain(`“${column}” names a minute and no more`);
  });
  it('on both sides are compared as they are', async () => {
    const same = await leaksOf(
      dated(
        (i) => to(i, ''),
        (i) => to(i, ''),
      ),
    );
    expect(same.findings!.find(({ columns }) => columns.includes('x_at'))!.kind).toBe('note');
    const later = await leaksOf(
      dated(
        (i) => to(i, ''),
        (i) => `${day(i)} 10:${pad((i % 50) + 1)}`,
      ),
    );
    expect(later.features![0]).toMatchObject({ newer: 200, of: 200 });
  });
  it('a value of the next minute is a leak all the same', async () => {
    const found = await leaksOf(
      dated(
        (i) => to(i, ''),
        (i) => `${day(i)} 10:${pad((i % 50) + 1)}:${pad(i % 60)}`,
      ),
    );
    expect(found.features![0]).toMatchObject({ newer: 200, of: 200 });
  });
  it('in a column of their own beside the days', async () => {
    const found = await leaksOf(
      table('date,time,x,x_at,label', (i, draw) => [
        ...[day(i), `10:${pad(i % 50)}`, draw().toFixed(3), to(i, `:${pad(1 + (i % 59))}`)],
        draw() < 0.4 ? 1 : 0,
      ]),
    );
    expect([found.code, found.roles.timeOfDay, accused(found)]).toEqual([0, 'time', []]);
  });
});

describe('a few rows', () => {
  it('are no measurement, and are told', async () => {
    const found = await leaksOf(table('date,x,label', (i) => [day(i), i * 1.5, i % 2], 5));
    expect(found.code).toBe(0);
    expect([found.all!.random, found.all!.spread, found.features![0]!.auc]).toEqual([
      null,
      null,
      null,
    ]);
    expect(found.findings!.map(({ what }) => what)).toContain(
      'Too few rows to score: 3 with label “0”, 2 with “1”',
    );
  });
});
