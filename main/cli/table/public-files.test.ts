import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../labs/math/random.ts';
import type { LeaksJson } from '../../../labs/time-leak/own/leaks-json.ts';
import { accused, asked, day, kindOf, leaksOf, notesOf, pad, table } from './table-fixture.ts';

// Tables as public files write them: read rightly, or asked about; never accused without proof, never acquitted.

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
const comma = (value: number) => value.toFixed(1).replace('.', ',');
const questions = ({ findings }: LeaksJson) =>
  findings!.filter(({ kind }) => kind === 'question').map(({ what }) => what);

describe('taxis', () => {
  const trips = (write: (ms: number) => string) =>
    table('vendor_id,pickup_datetime,dropoff_datetime,trip_distance,fare,tipped', (i, draw) => {
      const from = start + i * 5 * hour;
      const distance = draw() * 9;
      return [
        1 + (i % 2),
        ...[write(from), write(from + 20 * 60_000)],
        ...[distance.toFixed(2), (3 + distance).toFixed(2), draw() < 0.4 ? 1 : 0],
      ];
    });
  it.each([
    ['clocks without a zone', local],
    ['AM and PM', us],
  ])('with %s: the time is asked for, and the end of a trip is a question', async (_, write) => {
    const open = await leaksOf(trips(write));
    expect([open.code, asked(open)]).toEqual([2, ['time']]);
    expect(open.asks![0]!.candidates.slice(0, 2)).toEqual(['pickup_datetime', 'dropoff_datetime']);
    const found = await leaksOf(trips(write), '--time', 'pickup_datetime', '--label', 'tipped');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(questions(found)[0]).toBe('dropoff_datetime: 200 of 200 times lie after their row');
  });
});

describe('bike rentals', () => {
  const rentals = table('dteday,season,hr,temp,cnt,busy', (i, draw) => {
    const count = Math.floor(draw() * 100);
    const moment = start + (i + 9) * hour;
    const season = 1 + (Math.floor(i / 60) % 4);
    return [
      iso(moment).slice(0, 10),
      season,
      (i + 9) % 24,
      draw().toFixed(2),
      count,
      count > 60 ? 1 : 0,
    ];
  });
  it('days and hours in two columns are one time', async () => {
    const found = await leaksOf(rentals, '--label', 'busy');
    expect(found.roles).toMatchObject({ time: 'dteday', timeOfDay: 'hr' });
    expect(found.split).toEqual({ train: 140, test: 60, refused: false });
    // The hour is known beforehand and stays a feature.
    expect(found.features!.map(({ name }) => name)).toContain('hr');
    expect(accused(found)).toEqual([]);
    expect(questions(found)[0]).toMatch(/^cnt: tells the label almost alone/);
  });
});

describe('electricity', () => {
  it('quarters of an hour up to 24:00, day first, decimal commas', async () => {
    const text = table('Datum;Uhrzeit;Last_kW;Temperatur;Spitze', (i, draw) => {
      const [date, time] = local(start + (i + 1) * 900_000).split(' ') as [string, string];
      const midnight = time.startsWith('00:00');
      const shown = midnight ? local(start + i * 900_000).split(' ')[0]! : date;
      return [
        shown.split('-').reverse().join('.'),
        midnight ? '24:00' : time.slice(0, 5),
        ...[comma(draw() * 30), comma(draw() * 20), draw() < 0.3 ? 1 : 0],
      ];
    });
    const open = await leaksOf(text, '--label', 'Spitze');
    expect([open.code, asked(open)]).toEqual([2, ['dateOrder']]);
    expect(open.asks![0]).toMatchObject({ column: 'Datum', candidates: ['dmy', 'mdy'] });
    const found = await leaksOf(text, '--label', 'Spitze', '--dates', 'dmy');
    expect(found.roles).toMatchObject({ time: 'Datum', timeOfDay: 'Uhrzeit' });
    expect([found.code, found.split!.train, kindOf(found, 'Last_kW')]).toEqual([0, 140, 'number']);
  });
});

describe('air quality', () => {
  const air = table('Date;Time;CO(GT);RH;alarm;;', (i, draw) => {
    const [date, time] = local(Date.UTC(2004, 2, 10, 18) + i * hour).split(' ') as [string, string];
    return [
      date.split('-').reverse().join('/'),
      time.replaceAll(':', '.'),
      i % 9 === 0 ? '-200' : comma(draw() * 5),
      ...[comma(20 + draw() * 60), draw() < 0.3 ? 1 : 0, '', ''],
    ];
  });
  it('times with points, trailing separators; −200 is read as a number and told', async () => {
    const found = await leaksOf(air, '--label', 'alarm');
    expect(found.roles).toMatchObject({ time: 'Date', timeOfDay: 'Time' });
    expect([found.code, kindOf(found, 'CO(GT)'), found.rows]).toEqual([0, 'number', 200]);
    expect(notesOf(found)).toMatch(/-200 stands in 23 cells, far from the other numbers/);
  });
  it('−200 named as missing is missing', async () => {
    const found = await leaksOf(air, '--label', 'alarm', '--missing=-200');
    expect(found.columns.find(({ name }) => name === 'CO(GT)')!.missing).toBe(23);
    expect(notesOf(found)).not.toContain('far from the other numbers');
  });
});

describe('columns that are filled in because of the label', () => {
  const cancelled = (cell: (i: number, moment: number) => string) =>
    table('booking,guest,booked_at,lead_days,extra,is_canceled', (i, draw) => {
      const moment = start + i * 4 * hour;
      const label = draw() < 0.4 ? 1 : 0;
      const filled = label === 1 && draw() < 0.6;
      return [
        `b${i}`,
        `g${i % 70}`,
        iso(moment),
        Math.floor(draw() * 90),
        filled ? cell(i, moment) : '',
        label,
      ];
    });
  it.each<[string, (i: number, moment: number) => string]>([
    ['a date', (_, moment) => iso(moment + 24 * hour)],
    ['a date before the row', (_, moment) => iso(moment - 24 * hour)],
    ['words that never repeat', (i) => `because of ${i * 7919} and more`],
    ['a word', (i) => ['ill', 'late', 'price'][i % 3]!],
    ['an amount', (i) => String((i * 37) % 900)],
  ])('%s: is a question', async (_, cell) => {
    const found = await leaksOf(cancelled(cell), '--time', 'booked_at');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(questions(found)).toContainEqual(
      expect.stringMatching(
        /^extra: filled in only where the label is “1” \(\d+ of \d+ such rows\)$/,
      ),
    );
  });
  it('cells that are missing by chance are none', async () => {
    const text = table('time,note,x,label', (i, draw) => [
      ...[`${day(i)} 10:00`, draw() < 0.5 ? `n ${i} ${draw()}` : '', draw() < 0.5 ? i : ''],
      draw() < 0.4 ? 1 : 0,
    ]);
    const found = await leaksOf(text);
    expect(questions(found).filter((what) => /filled|blank/.test(what))).toEqual([]);
  });
});

describe('shares of the owner’s labels', () => {
  const shares = (share: (labels: number[], at: number) => number) => {
    const labels: number[] = [];
    const rows = table('time,user_id,label', (i, draw) => {
      labels.push(draw() < 0.1 + 0.08 * (i % 10) ? 1 : 0);
      return [iso(start + i * hour), `u${i % 10}`, labels[i]!];
    })
      .trim()
      .split('\n');
    const own = (i: number) => labels.filter((_, k) => k % 10 === i % 10);
    return rows
      .map(
        (row, k) =>
          `${row},${k === 0 ? 'rate' : share(own(k - 1), Math.floor((k - 1) / 10)).toFixed(3)}`,
      )
      .join('\n');
  };
  const mean = (labels: number[]) =>
    labels.length === 0 ? 0.4 : labels.reduce((sum, one) => sum + one, 0) / labels.length;
  it.each<[string, (labels: number[], at: number) => number, boolean]>([
    ['of all rows', (labels) => mean(labels), true],
    ['of all rows but the own', (labels, at) => mean(labels.filter((_, k) => k !== at)), true],
    ['of earlier rows', (labels, at) => mean(labels.slice(0, at)), false],
  ])('%s', async (_, share, is) => {
    const found = await leaksOf(shares(share));
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(questions(found).some((what) => /^rate: in .* share of label “1”/.test(what))).toBe(is);
  });
});

describe('shares of a day’s labels, in per cent', () => {
  const dayOf = (ms: number) => Math.floor(ms / (24 * hour));
  const tokyo = (ms: number) => `${iso(ms + 9 * hour).slice(0, 19)}+09:00`;
  it.each<[string, (ms: number) => string, number, string]>([
    ['time', tokyo, 9 * hour, 'of the same day'],
    ['time', local, 0, 'of the same day'],
    ['day', (ms) => String(dayOf(ms - start)), 0, 'with the same “day”'],
  ])('%s: are a question', async (name, write, ahead, words) => {
    const random = seededRandom(9);
    const rows = Array.from({ length: 900 }, (_, i) => ({
      at: start + i * hour,
      label: Number(random.uniform() < 0.3),
    }));
    const rate = ({ at }: { at: number }) => {
      const same = rows.filter((row) => dayOf(row.at + ahead) === dayOf(at + ahead));
      return ((100 * same.filter(({ label }) => label === 1).length) / same.length).toFixed(1);
    };
    const text = table(
      `${name},label,rate`,
      (i) => [write(rows[i]!.at), rows[i]!.label, rate(rows[i]!)],
      900,
    );
    const found = await leaksOf(text);
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(questions(found).find((what) => what.startsWith('rate: in '))).toContain(
      `it is the share in per cent of label “1” in all rows ${words}`,
    );
  });
});

describe('loans, stays and tickets', () => {
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const month = (i: number) => `${months[i % 12]}-${2011 + Math.floor(i / 12)}`;
  it('months of issue and of the last payment', async () => {
    const text = table('id,loan_amnt,int_rate,issue_d,last_pymnt_d,loan_status', (i, draw) => [
      ...[1_077_501 + i * 37, 1000 * (1 + (i % 30)), `${(5 + draw() * 20).toFixed(2)}%`],
      ...[month(i % 48), month((i % 48) + 6), draw() < 0.3 ? 'Charged Off' : 'Fully Paid'],
    ]);
    const open = await leaksOf(text);
    expect([open.code, asked(open)]).toEqual([2, ['time']]);
    const found = await leaksOf(text, '--time', 'issue_d', '--label', 'loan_status');
    expect([found.code, accused(found)]).toEqual([0, []]);
    expect(questions(found)).toContain('last_pymnt_d: 200 of 200 times lie after their row');
  });
  it('a feature of pure noise whose owner comes back is not questioned for its fall', async () => {
    const text = table(
      'ticket_id,customer_id,created_at,resolved_at,minutes,escalated',
      (i, draw) => [
        ...[`T-${i}`, `c${i % 40}`, iso(start + i * 2 * hour), iso(start + (i * 2 + 9) * hour)],
        ...[Math.floor(draw() * 200), draw() < 0.3 ? 1 : 0],
      ],
    );
    const found = await leaksOf(text, '--time', 'created_at', '--label', 'escalated');
    expect(questions(found).filter((what) => what.startsWith('minutes'))).toEqual([]);
    expect(questions(found)).toContain('resolved_at: 200 of 200 times lie after their row');
  });
});
