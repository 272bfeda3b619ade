import { describe, expect, it } from 'vitest';
import { accused, day, kindOf, leaksOf, notesOf, pad, table } from './table-fixture.ts';

// Hours and minutes without a date may be a length of time: they are scored.

type Write = (minutes: number) => string;
const hours: Write = (all) => `${Math.floor(all / 60)}:${pad(all % 60)}`;
const made = (
  name: string,
  minutes: (label: number, draw: () => number) => number,
  write: Write = hours,
) =>
  leaksOf(
    table(`departure,${name},km,late`, (i, draw) => {
      const label = draw() < 0.4 ? 1 : 0;
      const span = write(Math.floor(minutes(label, draw)));
      return [`${day(i)} 10:${pad(i % 60)}`, span, draw().toFixed(3), label];
    }),
    ...['--time', 'departure', '--label', 'late'],
  );
const questions = ({ findings }: Awaited<ReturnType<typeof made>>, name: string) =>
  findings!.filter(({ kind, columns }) => kind === 'question' && columns.includes(name));

describe('a length of time', () => {
  it.each(['delay_hh_mm', 'waited', 'duration'])(
    '%s that tells the label is found',
    async (name) => {
      const found = await made(name, (label, draw) => label * 20 + draw() * 15);
      expect(found.features!.map((feature) => feature.name)).toEqual([name, 'km']);
      expect(questions(found, name)[0]!.what).toMatch(/tells the label almost alone \(AUC 1\.00/);
      expect(notesOf(found)).toContain(`“${name}” is scored as a number of minutes`);
    },
  );
  it.each<[string, (label: number, draw: () => number) => number]>([
    ['that tells nothing', (_, draw) => draw() * 90],
    ['that tells a little', (label, draw) => label * 10 + draw() * 60],
    ['of all the day', (_, draw) => draw() * 1439],
  ])('%s is not asked about', async (_, minutes) =>
    expect(questions(await made('delay_hh_mm', minutes), 'delay_hh_mm')).toEqual([]),
  );
});

describe('a length of time of more than a day', () => {
  const inDays: Write = (all) =>
    `${Math.floor(all / 1440)} days ${pad(Math.floor(all / 60) % 24)}:${pad(all % 60)}:00`;
  const ways: [string, Write][] = [
    ['104:59', hours],
    ['41:45:15', (all) => `${hours(all)}:15`],
    ['4 days 08:59:00', inDays],
    ['a bare 0 where it is none', (all) => (all < 60 ? '0' : hours(all))],
    ['with a minus where it is too early', (all) => (all < 400 ? `-${hours(all)}` : hours(all))],
  ];
  it.each(ways)('such as %s, that tells the label is found', async (_, write) => {
    const found = await made('handling', (label, draw) => (label + draw() * 0.9) * 4000, write);
    expect(kindOf(found, 'handling')).toBe('time');
    expect(found.columns[1]!.why).toMatch(/^Lengths of time, in hours and minutes, such as /);
    expect(questions(found, 'handling')[0]!.what).toMatch(/tells the label almost alone/);
    expect(notesOf(found)).toContain('“handling” is scored as a length of time.');
  });
  it.each(ways)('such as %s, that tells nothing is not asked about', async (_, write) =>
    expect(
      questions(await made('handling', (_label, draw) => draw() * 6000, write), 'handling'),
    ).toEqual([]),
  );
  it('is no time at which a value was written, and no day that stands for “never”', async () => {
    const found = await leaksOf(
      table('event_time,answer,answer_time,label', (i, draw) => [
        ...[`${day(i)} 10:00`, draw().toFixed(3), hours(Math.floor(draw() * 6000))],
        draw() < 0.4 ? 1 : 0,
      ]),
    );
    expect([found.code, accused(found), found.roles.written]).toEqual([0, [], undefined]);
    expect(found.features!.map(({ name }) => name)).toEqual(['answer', 'answer_time']);
    expect(notesOf(found)).not.toContain('never');
  });
});
