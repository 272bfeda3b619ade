import { describe, expect, it } from 'vitest';
import { accused, auditOf, kindOf, leaksOf, notesOf, table } from './table-fixture.ts';

// Days that systems write for “never” are no times.

const start = Date.UTC(2024, 0, 3, 8);
const iso = (hours: number) => new Date(start + hours * 3_600_000).toISOString().slice(0, 19);
const left = (end: (i: number, label: number) => string, ...args: string[]) =>
  leaksOf(
    table('start_time,person,end_on,pay,left_company', (i, draw) => {
      const label = draw() < 0.3 ? 1 : 0;
      return [iso(i), `p${i % 30}`, end(i, label), draw().toFixed(3), label];
    }),
    ...['--time', 'start_time', '--label', 'left_company', ...args],
  );
const soon = (i: number) => iso(i + 500).slice(0, 10);
const said = ({ findings }: Awaited<ReturnType<typeof left>>) =>
  findings!
    .filter(({ columns, kind }) => kind === 'question' && columns.includes('end_on'))
    .map(({ what }) => what.replace(/[\d,]+/g, 'n'));

describe('a day that stands for “never”', () => {
  it.each(['9999-12-31', '2099-12-31', '1900-01-01', '0001-01-01', '2262-04-11', '1970-01-01'])(
    '%s counts as blank, and that is said',
    async (never) => {
      const found = await left((i, label) => (label ? soon(i) : never));
      expect(notesOf(found)).toMatch(
        new RegExp(`“end_on”: \\d+ times such as ${never} in row \\d+ stand for “never”`),
      );
      expect(said(found)).toEqual([
        'end_on: filled in only where the label is “n” (n of n such rows)',
        'end_on: n of n times lie after their row',
      ]);
    },
  );
  it('is no time at which a value was written', async () => {
    const never = (i: number) => (i % 3 ? '9999-12-31' : iso(i - 90).slice(0, 10));
    const found = await left(never, '--written', 'pay=end_on');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.features![0]).toMatchObject({ name: 'pay', newer: 0, of: 67 });
  });
  it.each(['+01:00', '-05:00', '+14:00'])('is one on a clock that is %s too', async (zone) => {
    const never = `2099-12-31T00:00:00${zone}`;
    const found = await leaksOf(
      table('start_time,person,end_on,pay,left_company', (i, draw) => [
        ...[`${iso(i)}${zone}`, `p${i % 30}`, i % 3 ? never : `${iso(i - 90)}${zone}`],
        ...[draw().toFixed(3), draw() < 0.3 ? 1 : 0],
      ]),
      ...['--time', 'start_time', '--label', 'left_company', '--written', 'pay=end_on'],
    );
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(notesOf(found)).toContain('times such as 2099-12-31 in row');
  });
  it('leaves a row without a time out', async () => {
    const found = await leaksOf(
      table('date,x,label', (i, draw) => [
        ...[i === 7 ? '9999-12-31' : iso(24 * i).slice(0, 10), draw().toFixed(3), i % 2],
      ]),
    );
    expect([found.code, found.rows]).toEqual([0, 199]);
    expect(notesOf(found)).toContain('1 time such as 9999-12-31 in row 9 stands for “never”');
  });
});

describe('what is a time stays one', () => {
  const quiet = (found: Awaited<ReturnType<typeof left>>) =>
    expect(notesOf(found)).not.toContain('stand');
  it('the end of a contract in fifty years', async () => quiet(await left(() => '2074-06-30')));
  it('a birth long ago', async () => quiet(await left((i) => `19${10 + (i % 80)}-05-17`)));
  it('years, 1900 among them', async () => quiet(await left((i) => `${1900 + (i % 90)}-01-01`)));
  it('rows of another age', async () => {
    const found = await leaksOf(
      table('date,x,label', (i, draw) => [`${2400 + i}-05-05`, draw().toFixed(3), i % 2]),
    );
    expect([found.code, found.rows]).toEqual([0, 200]);
    quiet(found);
  });
});

describe('a 0 that stands for no time', () => {
  const unpaid = (none: string, write: (hours: number) => string, row = write) =>
    leaksOf(
      table('ordered_at,person,paid,paid_at,late', (i, draw) => {
        const label = draw() < 0.3 ? 1 : 0;
        return [row(i), `p${i % 30}`, label, label ? write(i + 40) : none, label];
      }),
      ...['--time', 'ordered_at', '--label', 'late', '--dates', 'dmy'],
    );
  const sql = (hours: number) => iso(hours).replace('T', ' ');
  const seconds = (hours: number) => String((start + hours * 3_600_000) / 1000);
  const days = (hours: number) => iso(hours).slice(0, 10);
  it.each<[string, string, (hours: number) => string]>([
    ['a database’s', '0000-00-00 00:00:00', sql],
    ['a database’s, of days', '0000-00-00', days],
    ['day and month first', '00/00/0000', (hours) => days(hours).split('-').reverse().join('/')],
    ['the first of all seconds', '1970-01-01 00:00:00', sql],
    ['the same in Berlin', '1970-01-01 01:00:00', sql],
    ['the same in New York', '1969-12-31 19:00:00', sql],
    ['the day of it', '1970-01-01', days],
    ['0 seconds', '0', seconds],
    ['0 milliseconds', '0', (hours) => `${seconds(hours)}000`],
    ['0 beside days', '0', days],
  ])('%s (%s) is a blank: values were written after their row', async (_, none, write) => {
    const found = await unpaid(none, write);
    expect([found.code, kindOf(found, 'paid_at')]).toEqual([0, 'time']);
    expect(found.roles.written).toEqual({ paid: 'paid_at' });
    const [leak] = accused(found);
    expect(leak!.what).toMatch(/^paid: (\d+) of \1 values were written after their row/);
    expect(leak!.detail).toMatch(/\d+ more values have no such time and count as not known/);
  });
  it('in an audit too', async () => {
    const found = await auditOf(
      table('sex,joined,label,pred', (i) => [
        ...[i % 2 ? 'f' : 'm', i % 5 ? days(24 * i) : '0000-00-00', i % 3 ? 1 : 0, i % 4 ? 1 : 0],
      ]),
    );
    expect(kindOf(found, 'joined')).toBe('time');
    expect(notesOf(found)).toContain('Counted as missing: 40 cells with “0000-00-00”');
  });
  it('unless somebody says that it is a value', async () => {
    const text = table('date,paid_at,y', (i) => [days(24 * i), i % 3 ? seconds(i) : '0', i % 2]);
    expect(kindOf(await leaksOf(text), 'paid_at')).toBe('time');
    expect(kindOf(await leaksOf(text, '--not-missing', '0'), 'paid_at')).toBe('number');
  });
});

describe('what is 0 or lies in 1970 and is meant', () => {
  const named = (found: Awaited<ReturnType<typeof left>>) =>
    expect(notesOf(found)).not.toMatch(/1970-01-01 in row|with “0”/);
  it('births in 1970 among other births', async () =>
    named(await left((i) => (i % 9 ? `19${60 + (i % 40)}-03-02` : '1970-01-01'))));
  it('day 0 of a count', async () => {
    const found = await leaksOf(
      table('day,x,x_at,y', (i, draw) => [i % 90, draw().toFixed(3), i % 3 ? i % 90 : 0, i % 2]),
    );
    expect([found.code, found.features![0]!.newer, found.features![0]!.of]).toEqual([0, 0, 200]);
    named(found);
  });
  it('rows that are counted from 1970 on', async () => {
    const found = await leaksOf(
      table('time,x,y', (i, draw) => [
        ...[new Date(i * 600_000).toISOString(), draw().toFixed(3), draw() < 0.4 ? 1 : 0],
      ]),
    );
    expect([found.code, found.rows]).toEqual([0, 200]);
    named(found);
  });
  it('amounts of 0', async () => {
    const found = await leaksOf(
      table('date,paid,code,y', (i, draw) => [
        ...[iso(24 * i).slice(0, 10), i % 3 ? 45_000 + i : 0, i % 4 ? 1_700_000_000 + i : 0],
        draw() < 0.4 ? 1 : 0,
      ]),
    );
    expect([kindOf(found, 'paid'), kindOf(found, 'code')]).toEqual(['number', 'number']);
    named(found);
  });
});
