import { describe, expect, it } from 'vitest';
import { accused, asked, day, kindOf, leaksOf, pad, table } from './table-fixture.ts';

// Columns that were taken for a time, a time of day or an owner in silence, and are something else.

describe('a number of hours beside days', () => {
  const worked = (name: string, hour: (i: number) => string | number = (i) => 2 + (i % 11)) =>
    table(
      `date,employee_id,${name},score,score_at,churned`,
      (i, draw) => [
        ...[day(i), `e${i % 17}`, hour(i), draw().toFixed(3)],
        ...[`${day(i)} 07:30`, draw() < 0.4 ? 1 : 0],
      ],
      300,
    );
  it('that are called hours is no time of day, and accuses nobody', async () => {
    const found = await leaksOf(worked('hours'));
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(found.roles).not.toHaveProperty('timeOfDay');
    expect(found.features!.map(({ name }) => name)).toContain('hours');
  });
  it.each(['hour', 'hr', 'Stunde', 'hora'])('called %s is asked about', async (name) => {
    const found = await leaksOf(worked(name));
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([2, ['clock'], [name]]);
    const none = await leaksOf(worked(name), '--time-of-day', 'none');
    expect([none.code, accused(none)]).toEqual([0, []]);
    const said = await leaksOf(worked(name), '--time-of-day', name);
    expect([said.code, said.roles.timeOfDay]).toEqual([0, name]);
  });
  it('is asked about only where other times are set against it', async () => {
    const alone = table('date,hour,x,y', (i, draw) => [
      ...[day(i), 2 + (i % 11), draw().toFixed(3), draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(alone);
    expect([found.code, found.roles.timeOfDay]).toEqual([0, undefined]);
  });
  it.each([
    ['a name says that it is of the day', worked('hour_of_day')],
    ['it goes round all the day', worked('hour', (i) => (i * 7) % 24)],
    ['it is written as a time', worked('start_time', (i) => `${pad(i % 24)}:00`)],
  ])('is taken where %s', async (_, text) => {
    const found = await leaksOf(text);
    expect([found.code, found.roles.timeOfDay]).toEqual([0, text.split(',')[2]]);
  });
  it.each(['duration', 'wait_time', 'end_time', 'updated_time'])(
    'a %s written as 0:35 is no time of day of the row, so it is asked',
    async (name) => {
      const found = await leaksOf(worked(name, (i) => `0:${pad(1 + (i % 50))}`));
      expect([found.code, asked(found)]).toEqual([2, ['clock']]);
      expect(
        accused(
          await leaksOf(
            worked(name, () => '0:35'),
            '--time-of-day',
            'none',
          ),
        ),
      ).toEqual([]);
    },
  );
  it('an hour is all of its minutes: a value of the same hour is a question, a later one a leak', async () => {
    const at = (minutes: (i: number) => number) =>
      table(
        'date,hour_of_day,x,x_at,label',
        (i, draw) => [
          ...[day(i), 9 + (i % 8), draw().toFixed(3)],
          ...[
            `${day(i)} ${pad(9 + (i % 8) + Math.floor(minutes(i) / 60))}:${pad(minutes(i) % 60)}`,
          ],
          draw() < 0.4 ? 1 : 0,
        ],
        200,
      );
    const same = await leaksOf(at((i) => 1 + (i % 59)));
    expect([same.code, accused(same), same.roles.timeOfDay]).toEqual([0, [], 'hour_of_day']);
    expect(same.findings![0]).toMatchObject({
      kind: 'question',
      rows: 200,
      detail: expect.stringContaining('“date” names an hour and no more') as string,
    });
    expect((await leaksOf(at(() => 60))).features).toContainEqual(
      expect.objectContaining({ name: 'x', newer: 200, of: 200 }),
    );
  });
  it('an hour beside a time of day leaves that the time of day', async () => {
    const text = table('date,time,hour,x,y', (i, draw) => [
      ...[day(i), `${pad(i % 24)}:${pad((i * 7) % 60)}`, i % 24],
      ...[draw().toFixed(3), draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(text);
    expect([found.code, found.roles.timeOfDay]).toEqual([0, 'time']);
    expect(found.features!.map(({ name }) => name)).toEqual(['hour', 'x']);
  });
  it('two times of day are asked about', async () => {
    const text = table('date,start_time,shift_time,x,y', (i, draw) => [
      ...[day(i), `${pad(i % 24)}:05`, `${pad((i * 5) % 24)}:30`],
      ...[draw().toFixed(3), draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(text);
    expect([found.code, asked(found), found.asks![0]]).toMatchObject([
      ...[2, ['clock']],
      {
        candidates: ['start_time', 'shift_time'],
        why: '“date” holds days. Both “start_time” and “shift_time” may be their time of day, or something else.',
      },
    ]);
    expect((await leaksOf(text, '--time-of-day', 'shift_time')).roles.timeOfDay).toBe('shift_time');
  });
  it('days that are counted are no time of a row without being asked', async () => {
    const overdue = table('days,x,y', (i, draw) => [
      ...[(i * 7) % 90, draw().toFixed(3), draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(overdue);
    expect([found.code, found.asks![0]!.candidates[0]]).toEqual([2, 'days']);
  });
});

describe('a column that says what a row is like and not whose it is', () => {
  const of = (name: string, values: readonly string[], more = '') =>
    table(`time,${name},x,default${more}`, (i, draw) => {
      const label = draw() < 0.4 ? 1 : 0;
      const value = values.length === 2 ? values[label]! : values[i % values.length]!;
      return [`${day(i)} 10:00`, value, draw().toFixed(3), label, ...(more ? [`c${i % 19}`] : [])];
    });
  it.each([
    ['student', ['No', 'Yes']],
    ['member', ['0', '1']],
    ['account', ['open', 'blocked']],
    ['card', ['Visa', 'Mastercard']],
    ['Kunde', ['neu', 'alt']],
  ])('of two values is scored: %s', async (name, values) => {
    const found = await leaksOf(of(name, values));
    expect([found.code, found.roles.owner]).toEqual([0, undefined]);
    expect(found.features!.find((one) => one.name === name)!.auc).toBe(1);
  });
  it.each([
    ['account', ['open', 'blocked', 'closed']],
    ['card', ['Visa', 'Mastercard', 'Amex', 'Maestro']],
    ['member', ['1', '2', '3', '4', '5']],
  ])('of few values is asked about: %s', async (name, values) => {
    const text = of(name, values);
    const found = await leaksOf(text);
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([2, ['owner'], [name]]);
    const none = await leaksOf(text, '--owner', 'none');
    expect([none.code, none.features!.map((one) => one.name)]).toEqual([0, [name, 'x']]);
    expect((await leaksOf(text, '--owner', name)).roles.owner).toBe(name);
  });
  it('gives way to a column that does', async () => {
    const found = await leaksOf(of('card', ['Visa', 'Mastercard', 'Amex'], ',customer'));
    expect([found.code, found.roles.owner, kindOf(found, 'card')]).toEqual([
      ...[0, 'customer', 'category'],
    ]);
  });
  it.each([
    ['pupil', ['3.1', '3.4', '2.9', '4.0', '3.8', '3.3', '3.6', '3.0', '3.5']],
    ['card', ['0', '9.32', '27.0', '7.03', '14.78', '9.81', '24.46', '43.4', '7.73']],
  ])('of numbers with a fraction is no owner, and is scored: %s', async (name, values) => {
    const found = await leaksOf(of(name, values));
    expect([found.code, found.roles.owner]).toEqual([0, undefined]);
    expect(found.features!.map((one) => one.name)).toContain(name);
  });
  it('participants are owners', async () => {
    const ids = Array.from({ length: 30 }, (_, k) => `VP${k}`);
    expect((await leaksOf(of('participant_id', ids))).roles.owner).toBe('participant_id');
  });
  it('two users are asked about, and eight are taken', async () => {
    const users = (n: number) =>
      of(
        'user_id',
        Array.from({ length: n }, (_, k) => `u${k}`),
      );
    const two = await leaksOf(users(2));
    expect([two.code, asked(two)]).toEqual([2, ['owner']]);
    expect((await leaksOf(users(8))).roles.owner).toBe('user_id');
  });
});

describe('a time of the row that could not be read', () => {
  const comma = (n: number, digits: number) => n.toFixed(digits).replace('.', ',');
  const german = (written: string, time: (i: number) => string) =>
    table(
      `Datum;Kundennr;Saldo;${written};gekündigt`,
      (i, draw) => [
        ...[time(i), 1_000 + (i % 40), comma(draw() * 900, 2)],
        ...[`2023-02-${pad(1 + (i % 28))} 10:00`, draw() < 0.4 ? 1 : 0],
      ],
      300,
    );
  const serial = (i: number) => comma(44_927 + (i % 20) + 0.375, 6);
  const twoWays = (i: number) =>
    i % 2 ? `0${1 + (i % 9)}.01.2023` : `2023-01-${pad(1 + (i % 28))}`;
  it('a spreadsheet’s days with a decimal comma are read', async () => {
    const found = await leaksOf(german('Saldo_Zeit', serial));
    expect(found.roles).toMatchObject({ time: 'Datum', written: { Saldo: 'Saldo_Zeit' } });
    expect(found.features![0]).toMatchObject({ name: 'Saldo', newer: 300, of: 300 });
    expect(accused(found)).toHaveLength(1);
  });
  it.each(['Saldo_Datum', 'Stand_Zeit', 'Buchungszeitpunkt', 'konto_datum'])(
    'is asked about, and %s is not taken for it',
    async (name) => {
      const found = await leaksOf(german(name, twoWays));
      expect([found.code, asked(found)[0], found.roles.time]).toEqual([2, 'time', undefined]);
      expect(found.asks![0]!.candidates).toContain('Datum');
    },
  );
  it.each<[string, (i: number) => string | number]>([
    ['event_time', (i) => (i % 2 ? `1${i % 9}/01/2024` : `${day(i)}T10:00`)],
    ['order_date', (i) => (i === 7 ? '30.02.2024' : `${1 + (i % 28)}.01.2024`)],
    ['timestamp', (i) => `week ${i}`],
    ['date', (i) => 100 + i],
    ['Buchungstag', (i) => (40_000 + 2 * i) / 7],
    ['fecha_compra', (i) => `${i} de enero`],
    ['created_at', (i) => (i % 2 ? `1${i % 9}/01/2024` : `${day(i)}T10:00`)],
  ])('%s beside a time that is read is asked about', async (name, time) => {
    const text = table(`${name},x,seen_at,y`, (i, draw) => [
      ...[time(i), draw().toFixed(3), `${day(i)} 10:00`, draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(text);
    expect([found.code, asked(found)[0], found.roles.time]).toEqual([2, 'time', undefined]);
    expect((await leaksOf(text, '--time', 'seen_at')).code).toBe(0);
  });
  it.each<[string, (i: number, draw: number) => string | number]>([
    ['wait_time', (_, draw) => (draw * 90).toFixed(1)],
    ['time', (i) => ['lunch', 'dinner'][i % 2]!],
    ['last_updated', (i) => `week ${i}`],
    ['wait_time', (i) => `${1 + (i % 50)} min`],
    ['date_diff', (_, draw) => (draw * 90).toFixed(1)],
    ['data_usage', (_, draw) => (draw * 1e4).toFixed(1)],
  ])('a %s is no such column', async (name, value) => {
    const text = table(`event_time,x,${name},y`, (i, draw) => [
      ...[`${day(i)} 10:00`, draw().toFixed(3), value(i, draw()), draw() < 0.4 ? 1 : 0],
    ]);
    const found = await leaksOf(text);
    expect([found.code, found.roles.time]).toEqual([0, 'event_time']);
  });
});

describe('a label that has more than two values', () => {
  const of = (header: string, last: (i: number) => string | number) =>
    table(`time,x,is_member,${header}`, (i, draw) => [
      ...[`${day(i)} 10:00`, draw().toFixed(3), i % 2, last(i)],
    ]);
  it('is asked about, and what a row is like is not taken for it', async () => {
    const found = await leaksOf(of('churned', (i) => ['yes', 'no', 'pending'][i % 3]!));
    expect([found.code, asked(found), found.roles.label]).toEqual([2, ['label'], undefined]);
    expect(found.asks![0]!.candidates[0]).toBe('is_member');
    expect(found.asks![0]!.why).toContain('“churned” is called a label, but has 3 different');
  });
  it('and is the only one: it is not offered, and why is said', async () => {
    const found = await leaksOf(
      table('time,x,result', (i, draw) => [
        ...[`${day(i)} 10:00`, draw().toFixed(3), ['home', 'draw', 'away'][i % 3]!],
      ]),
    );
    expect([found.code, found.asks]).toEqual([
      2,
      [
        {
          ...{ role: 'label', column: null, candidates: [] },
          why: '“result” is called a label, but has 3 different values, and a label has two. No column has two values.',
        },
      ],
    ]);
  });
  it('without it what a row is like is asked about as well', async () => {
    const found = await leaksOf(of('city', (i) => ['Rome', 'Bonn', 'Oslo'][i % 3]!));
    expect([found.code, asked(found), found.asks![0]!.candidates]).toEqual([
      2,
      ['label'],
      ['is_member'],
    ]);
  });
  it('that has one and blanks says how many rows have none, and what to do with them', async () => {
    const found = await leaksOf(
      of('churned', (i) => (i % 3 ? '' : 1)),
      '--label',
      'churned',
    );
    expect(found.code).toBe(1);
    expect(found.problem!.what).toMatch(
      /“churned” holds “1” in all (\d+) rows that have a value, from row 2 on\. \d+ rows have none\./,
    );
    expect(found.problem!.next).toContain('write it into those cells');
  });
});
