import { expect, it } from 'vitest';
import { createReport, whileTicking } from './report.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, columns: 30, write: (text: string) => written.push(text) };
}

it('redraws one line in a terminal, never wider than it, and removes it', () => {
  const out = stream(true);
  let now = 0;
  const report = createReport(out, () => now);
  report.doing('Fetching', '1 of 9 MB');
  expect(out.written).toEqual([]);
  now = 600;
  report.doing('Fetching', '5 of 9 MB of a very long description');
  expect(out.written).toEqual(['\r\x1b[KFetching: 5 of 9 MB of a very']);
  report.say('Done.');
  report.done();
  expect(out.written.slice(1)).toEqual(['\r\x1b[K', 'Done.\n']);
});

it('writes a line now and then where there is no terminal', () => {
  const out = stream(false);
  let now = 0;
  const report = createReport(out, () => now);
  for (now = 0; now <= 25_000; now += 250) report.doing('Fetching', `${now / 1000} s`);
  expect(out.written).toEqual(['Fetching: 0.5 s\n', 'Fetching: 10.5 s\n', 'Fetching: 20.5 s\n']);
});

it('says once what goes on unchanged, where there is no terminal', () => {
  const out = stream(false);
  let now = 0;
  const report = createReport(out, () => now);
  for (now = 0; now <= 25_000; now += 250) report.doing('Waiting for another Lectern');
  report.done();
  report.doing('Waiting for another Lectern');
  expect(out.written).toEqual(['Waiting for another Lectern …\n']);
  report.doing('Building');
  expect(out.written.at(-1)).toBe('Building …\n');
});

it('stops ticking when the work fails', async () => {
  await expect(whileTicking(Promise.reject(new Error('no')), () => undefined)).rejects.toThrow(
    'no',
  );
});
