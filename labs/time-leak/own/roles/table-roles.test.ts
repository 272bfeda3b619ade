import { describe, expect, it } from 'vitest';
import { CsvProblem } from '../../../data/problem.ts';
import { survey } from '../../../data/survey.ts';
import { leakReport } from '../leak-report.ts';
import type { LeakTable } from '../leak-table.ts';
import { readTable } from '../read-table.ts';
import type { TableAnswers } from '../table-mapping.ts';
import { tableRoles } from './table-roles.ts';

const days = (i: number) => `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`;
/** A table of 40 rows from a header and what stands in each row. */
const text = (header: string, row: (i: number) => (string | number)[], n = 40) =>
  `${[header, ...Array.from({ length: n }, (_, i) => row(i).join(','))].join('\n')}\n`;
async function roles(content: string, answers?: TableAnswers) {
  return tableRoles((await survey(new Blob([content]))).columns, answers);
}
async function read(content: string, answers?: TableAnswers): Promise<LeakTable> {
  const file = new Blob([content]);
  const found = await survey(file);
  const { mapping, asks } = tableRoles(found.columns, answers);
  expect(asks).toEqual([]);
  const steps = readTable(file, found, mapping!);
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  return step.value;
}
async function problem(content: string, answers?: TableAnswers) {
  const thrown = await read(content, answers).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(CsvProblem);
  return (thrown as CsvProblem).data;
}

describe('roles', () => {
  it('are taken where name and values say so', async () => {
    const found = await roles(
      text('event_time,user_id,age,balance,balance_at,churned', (i) => [
        ...[`${days(i)} 10:00`, i % 7, 20 + i, i / 3, `${days(i)} 09:00`, i % 2],
      ]),
    );
    expect(found.roles).toEqual({
      ...{ time: 'event_time', label: 'churned', owner: 'user_id' },
      written: { balance: 'balance_at' },
    });
    expect(found.asks).toEqual([]);
    expect(found.used).toEqual(['age', 'balance']);
  });
  it('know when values were written by many names', async () => {
    for (const name of ['xAt', 'x_time', 'x updated at', 'X_Timestamp', 'x_ts', 'x_recorded_at']) {
      const { roles: taken } = await roles(
        text(`time,x,${name},label`, (i) => [
          `${days(i)} 10:00`,
          i * 1.5,
          `${days(i)} 09:00`,
          i % 2,
        ]),
      );
      expect(taken.written, name).toEqual({ x: name });
    }
  });
  it('are asked for where two columns say so, or none', async () => {
    const two = await roles(
      text('created_at,event_time,x,label', (i) => [days(i), `${days(i)} 10:00`, i * 1.5, i % 2]),
    );
    expect(two.asks).toEqual([
      { role: 'time', column: null, candidates: ['created_at', 'event_time'] },
    ]);
    const none = await roles(text('a,b,c', (i) => [days(i), i * 1.5, i % 2]));
    expect(none.asks.map(({ role, candidates }) => [role, candidates[0]])).toEqual([
      ['time', 'a'],
      ['label', 'c'],
    ]);
    const owners = await roles(
      text('time,user_id,account_id,x,label', (i) => [days(i), i % 5, i % 7, i * 1.5, i % 2]),
    );
    expect(owners.asks).toEqual([
      { role: 'owner', column: null, candidates: ['user_id', 'account_id'] },
    ]);
  });
  it.each(['time', 'Timestamp', 'ts', 't', 'step'])('take numbers called %s', async (name) => {
    const found = await roles(text(`${name},v1,label`, (i) => [7 * i, (i * 3.7) % 5, i % 2]));
    expect([found.asks, found.roles.time]).toEqual([[], name]);
  });
  it('ask for one of two columns of numbers, and say of none that it can’t be read', async () => {
    const found = await roles(text('time,step,x,label', (i) => [7 * i, 2 * i, i * 1.5, i % 2]));
    expect(found.asks).toEqual([{ role: 'time', column: null, candidates: ['time', 'step'] }]);
  });
  it.each(['month', 'week', 'Period', 'quarter', 'visit', 'Monat', 'year_month'])(
    'take %s where it alone holds times',
    async (name) => {
      const one = await roles(text(`${name},x,label`, (i) => [days(i), i * 1.5, i % 2]));
      expect([one.asks, one.roles.time]).toEqual([[], name]);
      const other = await roles(
        text(`${name},q,x,label`, (i) => [days(i), `${days(i)} 10:00`, i * 1.5, i % 2]),
      );
      expect(other.asks.map(({ role }) => role)).toEqual(['time']);
      const better = await roles(
        text(`${name},event_time,x,label`, (i) => [days(i), days(i), i * 1.5, i % 2]),
      );
      expect(better.roles.time).toBe('event_time');
    },
  );
  it.each(['Unnamed: 0', 'idx', 'rownum', 'instant', 'X', 'record', 'obs', 'No', 'number'])(
    'score no row number called %s',
    async (name) => {
      for (const from of [0, 1]) {
        const found = await roles(
          text(`${name},date,x,label`, (i) => [i + from, days(i), i * 1.5, i % 2]),
        );
        expect([found.asks, found.used]).toEqual([[], ['x']]);
        expect(found.notes.join()).toContain(`“${name}”`);
      }
    },
  );
  it('score a number that counts from elsewhere, with a gap, or alone', async () => {
    const used = async (value: (i: number) => number, more: string[] = []) =>
      (
        await roles(
          text(['date,age,label', ...more].join(','), (i) => [days(i), value(i), i % 2, ...more]),
        )
      ).used;
    expect(await used((i) => 20 + i)).toEqual(['age']);
    expect(await used((i) => (i < 30 ? i : i + 1))).toEqual(['age']);
    expect(await used((i) => i)).toEqual(['age']);
  });
  it('take a number that counts for the time where its name says so', async () => {
    const found = await roles(text('t,x,label', (i) => [i, i * 1.5, i % 2]));
    expect([found.roles.time, found.used]).toEqual(['t', ['x']]);
  });
  it('do not take a column that occurs once in each row for an owner', async () => {
    const found = await roles(text('id,time,x,label', (i) => [i, days(i), i * 1.5, i % 2]));
    expect([found.roles.owner, found.mapping!.once]).toEqual([undefined, 'id']);
  });
  it('put dates and times of day of two columns together', async () => {
    const content = text('Date,Time,x,label', (i) => ['13/01/2024', `${i % 24}.15.00`, i, i % 2]);
    expect((await roles(content)).roles).toMatchObject({ time: 'Date', timeOfDay: 'Time' });
    const table = await read(content);
    expect([table.time[5], table.grain]).toEqual([Date.UTC(2024, 0, 13, 5, 15), 'moment']);
  });
  it('ask whether day or month comes first, for each column that is used', async () => {
    const content = text('time,x,x_at,label', (i) => [
      ...[`0${1 + (i % 9)}/02/2024`, i, `0${1 + (i % 9)}/01/2024`, i % 2],
    ]);
    expect((await roles(content)).asks.map(({ role, column }) => [role, column])).toEqual([
      ['dateOrder', 'time'],
      ['dateOrder', 'x_at'],
    ]);
    const at = async (dates: 'dmy' | 'mdy') => (await read(content, { dates })).time[2];
    expect([await at('dmy'), await at('mdy')]).toEqual([
      Date.UTC(2024, 1, 3),
      Date.UTC(2024, 2, 2),
    ]);
  });
  it('are joined where a spreadsheet wrote days and parts of a day', async () => {
    const content = text('date,time,x,label', (i) => [
      ...[45_000 + Math.floor(i / 4), ((i * 37) % 40) / 40, i * 1.5, i % 2],
    ]);
    const found = await roles(content);
    expect([found.asks, found.roles.timeOfDay, found.used]).toEqual([[], 'time', ['x']]);
    const start = Date.UTC(2023, 2, 15);
    expect([...(await read(content)).time.slice(0, 2)]).toEqual([
      start,
      start + 0.925 * 86_400_000,
    ]);
  });
  it('ask where a clock without a zone stood, and use the answer', async () => {
    const content = text('time,x,x_at,label', (i) => [
      ...[`${days(i)}T10:00:00Z`, i * 1.5, `${days(i)} 10:30:00`, i % 2],
    ]);
    expect((await roles(content)).asks[0]).toMatchObject({ role: 'zone', column: 'x_at' });
    const newer = async (zone: string) => {
      const steps = leakReport(await read(content, { zones: { x_at: zone } }));
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value.features[0]!.newer;
    };
    expect([await newer('UTC'), await newer('Europe/Berlin'), await newer('-05:00')]).toEqual([
      40, 0, 40,
    ]);
    expect((await roles(content, { zones: { x_at: 'nowhere' } })).asks).toHaveLength(1);
    // Two clocks of one place need no zone.
    const alike = text('time,x,x_at,label', (i) => [
      `${days(i)} 10:00`,
      i * 1.5,
      `${days(i)} 9:00`,
      i % 2,
    ]);
    expect((await roles(alike)).asks).toEqual([]);
  });
  it.each([
    ['a day number and a date', (i: number) => String(i), days, 'plain number'],
    ['a date and a day number', days, (i: number) => String(i), 'plain number'],
    ['a date and a time of day', days, (i: number) => `${i % 24}:30`, 'time of day'],
  ])('refuse to compare %s', async (_, row, written, why) => {
    const content = text('day,x,x_at,label', (i) => [row(i), i * 1.5, written(i), i % 2]);
    const { mapping, asks } = await roles(content, { time: 'day', written: { x: 'x_at' } });
    expect(asks).toEqual([]);
    expect(mapping!.features[0]!.refused).toContain(why);
  });
  it('name what is no column', async () =>
    expect((await roles('time,label,x\n2024-01-01,0,1\n', { owner: 'nobody' })).unknown).toEqual([
      'nobody',
    ]));
});

describe('reading', () => {
  const head = 'time,label,user,x\n';
  const good = `${head}2024-01-01,no,u1,1.5\n2024-01-02,yes,u2,\n2024-01-03,yes,u1,3\n`;
  it('gives typed columns, missing cells as NaN, owners by number', async () => {
    const table = await read(good);
    expect(table).toMatchObject({
      rows: 3,
      labelWords: ['no', 'yes'],
      notices: [],
      grain: 'day',
    });
    expect([...table.label]).toEqual([0, 1, 1]);
    expect([...table.entity!]).toEqual([0, 1, 0]);
    expect([...table.features[0]!.values]).toEqual([1.5, NaN, 3]);
    expect([...table.rowNumbers]).toEqual([2, 3, 4]);
  });
  it('leaves rows without label or time out and says so', async () => {
    const table = await read(
      `${head}2024-01-01,0,a,1\n2024-01-02,,a,1\n,1,a,1\n2024-01-03,1,a,1\n`,
    );
    expect(table.rows).toBe(2);
    expect(table.notices).toEqual([
      '1 row has no label and is left out; the first is row 3 (column “label”).',
      '1 row has no time and is left out; the first is row 4 (column “time”).',
    ]);
  });
  it('names row and column of what it can’t read', async () => {
    const named = { time: 'time', label: 'label', owner: null };
    expect(
      await problem(`${head}2024-01-01,0,a,1\n2024-01-02,1,a,1\n2024-01-03,2,a,1\n`, named),
    ).toMatchObject({
      row: 4,
      column: 'label',
      what: expect.stringMatching(/third value/) as string,
    });
    expect(await problem(`${head}2024-01-01,1,a,1\n2024-01-02,1,a,1\n`, named)).toMatchObject({
      column: 'label',
      what: expect.stringMatching(/all 2 rows/) as string,
    });
    expect(
      await problem(`${head}2024-01-01,0,a,1\n05/01/2024,1,a,1\n2024-01-03,1,a,1\n`, named),
    ).toMatchObject({
      column: 'time',
      what: expect.stringMatching(/05\/01\/2024” in row 3/) as string,
    });
    expect(
      await problem(`${head}2024-01-01,0,a,1\nsoon,1,a,1\n2024-01-03,1,a,2\n`, named),
    ).toMatchObject({
      column: 'time',
    });
    expect(await problem(`${head},0,a,1\n,1,a,1\n`, named)).toMatchObject({
      row: 2,
      column: 'time',
    });
  });
});
