import { describe, expect, it } from 'vitest';
import { accused, leaksOf, table } from './table-fixture.ts';

// Times without a role that are written otherwise than the rows' own: none is passed over in silence.

const hour = 3_600_000;
const start = Date.UTC(2024, 0, 3, 12);
const iso = (at: number) => new Date(at).toISOString();
const local = (at: number) => iso(at).slice(0, 19).replace('T', ' ');
const berlin = (at: number) => `${iso(at + hour).slice(0, 19)}+01:00`;
const seconds = (at: number) => String(at / 1000);
/** Some cells with a zone, some without. */
const mixed = (at: number) => (at % (2 * hour) === 0 ? iso(at) : local(at));
/** No day after the twelfth: either may be the month. */
const either = (at: number) => {
  const [year, month, day] = iso(at).slice(0, 10).split('-') as [string, string, string];
  return `${String(1 + (Number(day) % 12)).padStart(2, '0')}/${month}/${year}`;
};

type Write = (at: number) => string;
const made = (name: string, row: Write, other: Write, by: number) =>
  table(
    `event_time,x,${name},label`,
    (i, draw) => {
      const at = start + i * hour;
      return [row(at), draw().toFixed(3), other(at + by * hour), draw() < 0.4 ? 1 : 0];
    },
    300,
  );
async function later(name: string, row: Write, other: Write, by: number, ...args: string[]) {
  const found = await leaksOf(made(name, row, other, by), '--time', 'event_time', ...args);
  expect([found.code, accused(found)]).toEqual([0, []]);
  return found.findings!.find(({ columns }) => columns.includes(name));
}
const days = 24;
const ways: [string, Write, Write][] = [
  ['no zone, and seconds', local, seconds],
  ['no zone, and a zone', local, berlin],
  ['a zone, and none', iso, local],
  ['a zone, and zones in some cells', iso, mixed],
  ['no zone, and zones in some cells', local, mixed],
  ['seconds, and no zone', seconds, local],
];

describe.each(ways)('rows with %s', (_, row, other) => {
  it('40 days later: all lie after their row', async () => {
    const found = await later('seen_until', row, other, 40 * days);
    expect(found).toMatchObject({
      kind: 'question',
      what: 'seen_until: 300 of 300 times lie after their row',
      rows: 300,
    });
    expect(found!.shown[0]!.words).toMatch(/^at least (38|39)\.\d days after the row$/);
  });
  it('40 days earlier: nothing is said', async () =>
    expect(await later('seen_until', row, other, -40 * days)).toBeUndefined());
  it('an hour later: it can’t be told, and a zone would settle it', async () => {
    const found = await later('seen_until', row, other, 1);
    expect(found).toMatchObject({
      kind: 'question',
      what: expect.stringMatching(/for \d+ of 300 times it can’t be told/) as string,
      detail: expect.stringMatching(/no time zone.*--zone/) as string,
    });
  });
});

describe('rows and other times of one kind', () => {
  it.each([
    ['no zones', local, local],
    ['zones', iso, berlin],
    ['seconds', seconds, iso],
  ])('%s are compared to the second', async (_, row, other) => {
    const found = await later('seen_until', row, other, 1 / 3600);
    expect(found!.what).toBe('seen_until: 300 of 300 times lie after their row');
    expect(found!.shown[0]!.words).toBe('1 s after the row');
    expect(await later('seen_until', row, other, 0)).toBeUndefined();
  });
  it('a zone that is said settles it', async () => {
    const said = (zone: string) =>
      later('seen_until', iso, local, 1, '--zone', `seen_until=${zone}`);
    expect((await said('UTC'))!.what).toBe('seen_until: 300 of 300 times lie after their row');
    expect(await said('Europe/Berlin')).toBeUndefined();
  });
});

describe('dates of which the day may be the month', () => {
  it('later in either order: all lie after their row', async () => {
    for (const row of [iso, local]) {
      const found = await later('closed_on', row, either, 400 * days);
      expect(found!.what).toBe('closed_on: 300 of 300 times lie after their row');
    }
  });
  it('earlier in either order: nothing is said', async () =>
    expect(await later('closed_on', local, either, -400 * days)).toBeUndefined());
  it('later in one order alone: it can’t be told, and the order settles it', async () => {
    const found = await later('closed_on', local, either, 40 * days);
    expect(found!.detail).toMatch(/--dates/);
    const said = await later('closed_on', local, either, 40 * days, '--dates', 'dmy');
    expect(said!.what).toMatch(/^closed_on: \d+ of 300 times lie after their row$/);
    expect(said!.detail).not.toMatch(/--dates/);
  });
});

it('rows with a plain number and another column with dates: that they can’t be compared is said', async () => {
  const found = await leaksOf(
    table('step,x,closed_on,label', (i, draw) => [
      ...[i, draw().toFixed(3), iso(start + i * hour).slice(0, 10), draw() < 0.4 ? 1 : 0],
    ]),
    '--time',
    'step',
  );
  expect(found.findings!.find(({ columns }) => columns.includes('closed_on'))).toMatchObject({
    kind: 'question',
    detail: expect.stringContaining('can’t be compared') as string,
  });
});
it('a day of the row’s own date beside rows with a zone is no question', async () =>
  expect(await later('seen_day', iso, (at) => iso(at).slice(0, 10), 0)).toBeUndefined());
it('a time of a column that is no feature is looked at too', async () => {
  const found = await leaksOf(
    table('event_time,x,remark,remark_at,label', (i, draw) => {
      const at = start + i * hour;
      return [local(at), draw().toFixed(3), `word ${i} of one`, local(at + hour), i % 2];
    }),
  );
  expect(found.code).toBe(0);
  expect(found.findings!.map(({ what }) => what)).toContain(
    'remark_at: 200 of 200 times lie after their row',
  );
});
it('a length of time in figures stays a feature', async () => {
  const found = await leaksOf(
    table('event_time,Antwort,Antwort_Zeit,label', (i, draw) => [
      ...[local(start + i * hour), draw().toFixed(3), (draw() * 9).toFixed(2), i % 2],
    ]),
  );
  expect(found.features!.map(({ name }) => name)).toEqual(['Antwort', 'Antwort_Zeit']);
});
