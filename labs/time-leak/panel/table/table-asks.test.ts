import { describe, expect, it } from 'vitest';
import type { Ask, Column } from '../../../data/column.ts';
import { survey } from '../../../data/survey.ts';
import { zoneOf } from '../../../data/times/zones.ts';
import { tableRoles } from '../../own/roles/table-roles.ts';
import type { TableAnswers } from '../../own/table-mapping.ts';
import { answered, askWords, moreAnswers, timeChoices, withOrder, withZone } from './table-asks.ts';

const ask = (role: string): Ask => ({
  ...{ role, column: null, candidates: ['hour'], none: 'none' },
  why: '“hour” may be something else.',
});

it.each(['clock', 'owner'])('%s: a column is an answer, and that there is none', (role) => {
  expect(answered({ time: 'date' }, ask(role), 'hour')).toEqual({ time: 'date', [role]: 'hour' });
  expect(answered({ time: 'date' }, ask(role), 'none')).toEqual({ time: 'date', [role]: null });
});
it('a time of day is asked for in words', () =>
  expect(askWords(ask('clock'))).toBe(
    '“hour” may be something else. Which column holds the time of day?',
  ));

describe('a time zone', () => {
  const zoned = (at: string) => `2024-03-01T10:00:0${at}`;
  const asked = async (cells: (i: number) => string) => {
    const found = await survey(
      new Blob([
        `at,x,x_at,label\n${Array.from({ length: 9 }, (_, i) => `${zoned(`${i}Z`)},${i}.5,${cells(i)},${i % 2}`).join('\n')}\n`,
      ]),
    );
    return tableRoles(found.columns, { time: 'at', label: 'label' }).asks[0]!;
  };
  it('is asked for of all cells, or of some', async () => {
    expect(askWords(await asked((i) => zoned(String(i))))).toBe(
      '“x_at” names no time zone. Where did the clock of “x_at” stand?',
    );
    expect(askWords(await asked((i) => zoned(`${i}${i % 2 ? 'Z' : ''}`)))).toBe(
      'Some cells of “x_at” name no time zone. Where did the clock of “x_at” stand?',
    );
  });
  it('may be any that can be read', async () => {
    const all = moreAnswers(await asked((i) => zoned(String(i))));
    expect(all).toEqual(expect.arrayContaining(['Asia/Tokyo', 'America/Sao_Paulo', '+01:00']));
    expect(all.filter((zone) => zoneOf(zone) === null)).toEqual([]);
    expect(moreAnswers(ask('clock'))).toEqual([]);
  });
});

describe('what was said of times', () => {
  const column = (name: string, time: Partial<Column['time']>): Column =>
    ({ name, kind: 'time', time: { scale: 'local', formats: ['iso'], ...time } }) as never;
  const either = { formats: ['day-month-year', 'month-day-year'] } as const;
  const columns = [
    column('at', { scale: 'instant' }),
    column('sent', { formats: [...either.formats] }),
    column('paid', { formats: [...either.formats] }),
    column('seen', {}),
  ];
  const said = (answers: TableAnswers) =>
    timeChoices(columns, answers).map(({ order, zone }) => [order, zone]);
  it('stands beside each column that leaves something open', () => {
    const choices = timeChoices(columns, {});
    expect(choices.map((one) => one.column)).toEqual(['sent', 'paid', 'seen']);
    expect(choices.map(({ orders }) => orders.length)).toEqual([2, 2, 0]);
    // Without a zone anywhere all clocks are one.
    expect(timeChoices([columns[3]!], {})).toEqual([]);
  });
  it('can be changed: what was said first holds for the columns of which nothing else is said', () => {
    const first = answered({}, { role: 'dateOrder', column: 'sent', candidates: [] }, 'dmy');
    expect(said(first).map(([order]) => order)).toEqual(['dmy', 'dmy', null]);
    const changed = withOrder(first, 'sent', 'mdy');
    expect(said(changed).map(([order]) => order)).toEqual(['mdy', 'mdy', null]);
    const apart = withOrder(changed, 'paid', 'dmy');
    expect(said(apart).map(([order]) => order)).toEqual(['mdy', 'dmy', null]);
  });
  it('can be taken back', () => {
    const zoned = withZone({}, 'seen', 'Asia/Tokyo');
    expect(said(zoned)[2]).toEqual([null, 'Asia/Tokyo']);
    expect(said(withZone(zoned, 'seen', ''))[2]).toEqual([null, null]);
  });
});
