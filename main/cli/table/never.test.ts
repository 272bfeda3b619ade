import { describe, expect, it } from 'vitest';
import { accused, leaksOf, notesOf, table } from './table-fixture.ts';

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
  it.each(['9999-12-31', '2099-12-31', '1900-01-01', '0001-01-01', '2262-04-11'])(
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
