import { expect, test } from 'vitest';
import { tinyRun } from '../model/lab/fixture.ts';
import { dropUnlisted, keptWhole, takeList, takeRun, type Runs } from './run-list.ts';

const summary = (over: Parameters<typeof tinyRun>[0]) => {
  const { series: _series, result: _result, ...rest } = tinyRun(over);
  return rest;
};
const by = (...runs: ReturnType<typeof tinyRun>[]) =>
  Object.fromEntries(runs.map((run) => [run.id, run]));

test('a list fills in what is new and keeps the results that this window has', () => {
  const known = by(tinyRun({ number: 1, result: { n: 5 }, status: 'running' }));
  const now = takeList(known, known, [
    summary({ number: 2 }),
    summary({ number: 1, status: 'finished' }),
  ]);
  expect(now['run-1-aaaa']).toMatchObject({ status: 'finished', result: { n: 5 } });
  expect(now['run-2-aaaa']).toMatchObject({ number: 2, result: null, series: {} });
});

test('what the host told since the list was asked for is newer than the list', () => {
  const before = by(tinyRun({ number: 1, status: 'running' }));
  const known = by(tinyRun({ number: 1, status: 'finished' }), tinyRun({ number: 3 }));
  const now = takeList(known, before, [summary({ number: 1, status: 'running' })]);
  expect(now['run-1-aaaa']!.status).toBe('finished');
  expect(Object.keys(dropUnlisted(now, before, new Set()))).toEqual(['run-1-aaaa', 'run-3-aaaa']);
});

test('what was known before and is no longer listed was deleted', () => {
  const before = by(tinyRun({ number: 1 }), tinyRun({ number: 2 }));
  expect(Object.keys(dropUnlisted(before, before, new Set(['run-2-aaaa'])))).toEqual([
    'run-2-aaaa',
  ]);
});

test('only the newest ended runs keep series and result; what goes on is never cut', () => {
  const series = { loss: [[0, 1]] as [number, number][] };
  let known: Runs = by(tinyRun({ number: 1, status: 'running', result: { n: 1 }, series }));
  for (let number = 2; number <= keptWhole + 3; number++)
    known = takeRun(known, tinyRun({ number, status: 'finished', result: { n: number }, series }));
  const whole = Object.values(known)
    .filter(({ result }) => result !== null)
    .map(({ number }) => number);
  expect(whole.sort((a, b) => a - b)).toEqual([
    1,
    ...Array.from({ length: keptWhole }, (_, i) => i + 4),
  ]);
  expect(known['run-2-aaaa']).toMatchObject({
    number: 2,
    status: 'finished',
    result: null,
    series: {},
  });
});
