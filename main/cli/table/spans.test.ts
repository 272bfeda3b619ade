import { describe, expect, it } from 'vitest';
import { day, leaksOf, notesOf, pad, table } from './table-fixture.ts';

// Hours and minutes without a date may be a length of time: they are scored.

const made = (name: string, minutes: (label: number, draw: () => number) => number) =>
  leaksOf(
    table(`departure,${name},km,late`, (i, draw) => {
      const label = draw() < 0.4 ? 1 : 0;
      const all = Math.floor(minutes(label, draw));
      const span = `${Math.floor(all / 60)}:${pad(all % 60)}`;
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
