import { describe, expect, it, vi } from 'vitest';
import { accused, day, leaksOf, table } from './table-fixture.ts';

// A zone that is given has to be for a column there is, and has to be a zone.

const text = table('at,x,x_at,label', (i, draw) => [
  ...[`${day(i)}T10:00:00Z`, i % 9, `${day(i)} 09:00`, draw() < 0.5 ? 1 : 0],
]);
const given = ['--time', 'at', '--label', 'label', '--written', 'x=x_at'];

describe('a zone that is given', () => {
  it('for no column of the table is refused', async () => {
    const found = await leaksOf(text, ...given, '--zone', 'x_at=UTC', '--zone', 'nosuchcol=UTC');
    expect(found.code).toBe(1);
    expect(found).toMatchObject({ problem: { what: 'There is no column “nosuchcol”.' } });
  });
  it('and is none is said to be unknown', async () => {
    const found = await leaksOf(text, ...given, '--zone', 'x_at=Mars/Phobos');
    expect(found.code).toBe(2);
    expect(found.asks![0]!.why).toBe('“Mars/Phobos” is no zone that is known here.');
  });
});

describe('how times were read', () => {
  const lines = async (...args: string[]) => {
    const said: string[] = [];
    for (const to of ['log', 'error'] as const)
      vi.spyOn(console, to).mockImplementation((line: string) => void said.push(line));
    const found = await leaksOf(text.replace(/,1\n/g, ',yes\n').replace(/,0\n/g, ',no\n'), ...args);
    return { found, text: said.join('\n') };
  };
  it.each([
    ['UTC', 0],
    ['America/New_York', 1],
  ])('the zone %s is named beside the verdict that hangs on it', async (zone, leaks) => {
    const said = await lines(...given, '--zone', `x_at=${zone}`);
    expect(said.found).toMatchObject({ zones: { x_at: zone }, dates: {} });
    expect(said.found.positive).toEqual({ label: ['yes'] });
    expect(accused(said.found).filter(({ columns }) => columns.includes('x'))).toHaveLength(leaks);
    expect(said.text).toContain(`The clock of “x_at” stood at ${zone}.`);
    expect(said.text).toContain('In “label” “yes” counts as 1, “no” as 0.');
  });
  it('and so is the order of dates that was said', async () => {
    const dates = table('at,x,label', (i, draw) => [
      ...[`0${1 + (i % 9)}/0${1 + (i % 5)}/2024 10:00`, i % 9, draw() < 0.5 ? 1 : 0],
    ]);
    const found = await leaksOf(dates, '--time', 'at', '--label', 'label', '--dates', 'mdy');
    expect(found).toMatchObject({ dates: { at: 'mdy' }, zones: {}, positive: { label: ['1'] } });
  });
});
