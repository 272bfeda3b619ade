import { describe, expect, it } from 'vitest';
import { accused, day, kindOf, leaked, leaksOf, pad, table } from './table-fixture.ts';

// Tables that were judged wrongly once, each with its right value from outside this project; and more of each kind.

describe('ids that occur once, and inputs of an event', () => {
  it('01: nothing can be rebuilt, and nothing is a leak', async () => {
    const found = await leaked('01_honest_unique_id.csv');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.features!.every(({ rebuilt }) => rebuilt === null)).toBe(true);
    expect(found.all!.rebuilt).toBeNull();
    expect(found.all!.random!).toBeGreaterThan(0.85);
    expect(
      found.findings!.some(({ what }) => /“id” occurs once.*nothing can be rebuilt/.test(what)),
    ).toBe(true);
  });
  const event = (owner: (i: number) => string | number, name: string, more = '') =>
    table(`${name},time,amount,label${more}`, (i, draw) => {
      const label = draw() < 0.4 ? 1 : 0;
      return [
        owner(i),
        `${day(i)} 10:${pad(i % 60)}`,
        (label * 40 + draw() * 75).toFixed(2),
        label,
      ];
    });
  it.each([
    ['an order number', event((i) => `A-${1000 + i}`, 'order_id')],
    ['a customer who comes back', event((i) => `c${i % 20}`, 'customer_id')],
    ['nobody', event(() => 'x', 'shop')],
    [
      'a card number of sixteen digits',
      event((i) => 4_000_000_000_000_000 + (i % 30), 'card_number'),
    ],
  ])('of rows that belong to %s', async (_, text) => {
    const found = await leaksOf(text, '--feature', 'amount');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(
      found.findings!.filter(
        ({ kind, columns }) => kind === 'question' && columns.includes('amount'),
      ),
    ).toEqual([]);
    expect(found.features![0]!.aucInOrder!).toBeGreaterThan(0.7);
  });
});

describe('row numbers', () => {
  const copied = (name: string) =>
    table(`${name},date,x,z,label`, (i, draw) => {
      return [i, day(i), draw().toFixed(4), draw().toFixed(4), draw() < 0.5 ? 1 : 0];
    });
  const twice = (text: string) => {
    // The last 80 rows are those from row 40 on, later.
    const [head, ...rows] = text.trim().split('\n');
    for (let i = 120; i < 200; i++)
      rows[i] = [i, day(i), ...rows[i - 80]!.split(',').slice(2)].join(',');
    return `${[head, ...rows].join('\n')}\n`;
  };
  it.each(['Unnamed: 0', 'idx', 'rownum', 'instant', 'X', 'record', 'obs', 'no', 'index'])(
    'called %s do not hide rows that are copied',
    async (name) => {
      const found = await leaksOf(twice(copied(name)));
      expect(found.code).toBe(0);
      expect(found.findings!.map(({ what }) => what).join(' ')).toMatch(
        /\d+ of \d+ later rows repeat an earlier one/,
      );
    },
  );
  it.each([
    ['in order', (i: number) => i],
    ['with gaps', (i: number) => 3 * i + (i % 2)],
  ])('of a table that is sorted by label, %s, do not tell the label', async (_, nr) => {
    const found = await leaksOf(
      table('Unnamed: 0,date,x,label', (i, draw) => [
        ...[nr(i), day((i * 7) % 200), draw().toFixed(3), i < 100 ? 0 : 1],
      ]),
    );
    expect(found.features!.map(({ name }) => name)).toEqual(['x']);
  });
});

describe('coarse times', () => {
  it('03: the cut is moved, and the refund gives the label away', async () => {
    const found = await leaked('03_leak_hidden_by_coarse_time.csv');
    expect([found.code, found.split]).toEqual([0, { train: 160, test: 40, refused: false }]);
    expect(found.features![0]!.aucInOrder).toBe(1);
    expect(found.features![0]!.auc!).toBeGreaterThan(0.99);
    expect(found.findings).toContainEqual(
      expect.objectContaining({ kind: 'question', columns: ['refund'] }),
    );
  });
  const coarse = (moment: (i: number) => string) =>
    table('date,x,label', (i, draw) => {
      const label = draw() < 0.5 ? 1 : 0;
      return [moment(i), label * 10 + Math.floor(draw() * 4), label];
    });
  it.each([
    ['two years', (i: number) => (i < 190 ? '2020' : '2021') + '-01-01', 190, 10],
    ['three months', (i: number) => `2024-0${1 + (i < 180 ? 0 : 1)}-01`, 180, 20],
    ['a year at the end', (i: number) => (i < 20 ? '2020-01-01' : '2021-06-01'), 20, 180],
  ] as const)('of %s: the cut is moved', async (_, moment, train, test) => {
    const found = await leaksOf(coarse(moment));
    expect(found.split).toEqual({ train, test, refused: false });
    expect(found.features![0]!.aucInOrder).toBe(1);
  });
  it.each([
    ['one moment', () => '2020-01-01'],
    ['a moment of few rows', (i: number) => (i < 196 ? '2020-01-01' : '2021-01-01')],
  ])('of %s: the split is refused, with the counts', async (_, moment) => {
    const found = await leaksOf(coarse(moment));
    expect([found.code, found.split!.refused]).toEqual([0, true]);
    expect(found.features![0]!.aucInOrder).toBeNull();
    expect(found.features![0]!.auc!).toBeGreaterThan(0.99);
    expect(
      found.findings!.some(({ what }) => /can’t be split.*: \d+ would be learned/.test(what)),
    ).toBe(true);
  });
});

describe('times of two kinds', () => {
  it('06: a day number and a date can’t be compared', async () => {
    const found = await leaked('06_day_number_vs_iso.csv');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.features).toMatchObject([{ name: 'balance', newer: 0, of: 120, rebuilt: null }]);
    expect(found.findings!.find(({ columns }) => columns.includes('balance_at'))).toMatchObject({
      kind: 'question',
      detail: expect.stringContaining('can’t be compared') as string,
    });
  });
  it('08: a time of the row’s own day is a question', async () => {
    const found = await leaked('08_date_vs_time_of_day.csv');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.features).toMatchObject([{ name: 'balance', newer: 0, of: 120 }]);
    expect(found.findings![0]).toMatchObject({ kind: 'question', rows: 120 });
  });
  const pair = (
    row: (i: number) => string | number,
    written: (i: number) => string | number,
    name = 'time',
  ) =>
    table(
      `${name},user_id,x,x_at,label`,
      (i, draw) => [row(i), `u${i % 9}`, draw().toFixed(3), written(i), draw() < 0.5 ? 1 : 0],
      112,
    );
  it.each([
    ['a week number and a date', pair((i) => i, day, 'week'), 'question'],
    [
      'a day number and a spreadsheet’s day',
      pair(
        (i) => i % 90,
        (i) => 45_000 + i,
        'day',
      ),
      'question',
    ],
    ['a date and a time of day', pair(day, (i) => `${pad(i % 24)}:30`), 'question'],
    [
      'days at 00:00 and times of the same day',
      pair(
        (i) => `${day(i)} 00:00:00`,
        (i) => `${day(i)} 17:00`,
      ),
      'question',
    ],
    ['times and days', pair((i) => `${day(i)} 08:00`, day), 'question'],
    ['days and days', pair(day, day), 'note'],
  ])('%s: no leak', async (_, text, kind) => {
    const found = await leaksOf(text);
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.features![0]).toMatchObject({ newer: 0, of: 112 });
    expect(found.findings!.find(({ columns }) => columns.includes('x_at'))!.kind).toBe(kind);
  });
  it('what is later whatever the hour is a leak all the same', async () => {
    const found = await leaksOf(pair(day, (i) => `${day(i + 1)} 06:00`));
    expect(accused(found)[0]).toMatchObject({ columns: ['x', 'x_at'], rows: 112 });
    expect(found.features![0]!.newer).toBe(112);
  });
  it('a zone is asked for and used', async () => {
    const text = pair(
      (i) => `${day(i)}T10:00:00+00:00`,
      (i) => `${day(i)} 10:30:00`,
    );
    const open = await leaksOf(text);
    expect(open).toMatchObject({ code: 2, asks: [{ role: 'zone', column: 'x_at' }] });
    expect((await leaksOf(text, '--zone', 'x_at=UTC')).features![0]!.newer).toBe(112);
    const berlin = await leaksOf(text, '--zone', 'x_at=Europe/Berlin');
    expect([berlin.code, berlin.features![0]!.newer]).toEqual([0, 0]);
  });
});

describe('spellings of times', () => {
  it('10a: PostgreSQL’s timestamps with zone', async () => {
    const found = await leaked('10a_postgres_timestamptz.csv');
    expect([found.code, kindOf(found, 'time'), found.roles.time]).toEqual([0, 'time', 'time']);
  });
  it('10c: month first with AM and PM; which comes first is asked', async () => {
    const found = await leaked('10c_us_am_pm.csv');
    expect([found.code, kindOf(found, 'time')]).toEqual([2, 'time']);
    expect(found.asks).toEqual([{ role: 'dateOrder', column: 'time', candidates: ['mdy', 'dmy'] }]);
    expect((await leaked('10c_us_am_pm.csv', '--dates', 'mdy')).code).toBe(0);
  });
  const spelled = (time: (i: number) => string | number, name = 'time') =>
    table(
      `${name},user_id,x,label`,
      (i, draw) => [time(i), `u${i % 5}`, draw().toFixed(2), draw() < 0.5 ? 1 : 0],
      60,
    );
  it.each<[string, (i: number) => string | number]>([
    ['+0530', (i) => `${day(i)}T10:00:00+0530`],
    ['+00', (i) => `${day(i)} 10:00:00+00`],
    ['slashes', (i) => day(i).replaceAll('-', '/')],
    ['day first', (i) => day(i).split('-').reverse().join('.')],
    ['two digits of the year', (i) => `${1 + (i % 12)}/28/24`],
    ['month first, PM', (i) => `01/${pad(1 + (i % 28))}/2024 ${1 + (i % 12)}:00 PM`],
    ['digits alone', (i) => day(i).replaceAll('-', '')],
    ['fourteen digits', (i) => `${day(i).replaceAll('-', '')}103000`],
    ['seconds', (i) => 1_700_000_000 + i * 86_400],
    ['milliseconds', (i) => 1_700_000_000_000 + i * 86_400_000],
    ['microseconds', (i) => (1_700_000_000 + i * 86_400) * 1e6],
    ['a spreadsheet’s days', (i) => 45_000 + i / 4],
    ['names of months', (i) => `${1 + (i % 28)} Jan 2024`],
  ])('%s', async (_, time) => {
    const found = await leaksOf(spelled(time));
    expect([found.code, kindOf(found, 'time'), found.roles.time]).toEqual([0, 'time', 'time']);
  });
  it('an id of ten digits is no time', async () => {
    const found = await leaksOf(
      table('account_id,time,x,label', (i, draw) => [
        1_600_000_000 + ((i * 7919) % 50_000),
        day(i),
        draw().toFixed(2),
        i % 2,
      ]),
    );
    expect([kindOf(found, 'account_id'), found.roles.time]).toEqual(['id', 'time']);
  });
});
