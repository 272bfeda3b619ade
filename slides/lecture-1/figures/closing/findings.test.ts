import { expect, it } from 'vitest';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import { slidesOf } from '../../../../renderer/model/lecture/lecture.ts';
import { lab as latency } from '../../../../labs/latency/lab.ts';
import { lecture } from '../../deck.ts';
import { findingOf, labsByPart, newestRun } from './findings.ts';

const run = (number: number, more: Partial<RunSnapshot> = {}) =>
  ({
    id: `run-${number}`,
    number,
    lab: 'latency',
    status: 'finished',
    complete: true,
    ...more,
  }) as RunSnapshot;
const model = (name: 'small' | 'large', auc: number, alphaMs: number) => ({
  name,
  parameters: 10,
  auc,
  service: { alphaMs, betaMs: 0 },
  measured: [],
  histogram: { fromMs: 0, binMs: 1, counts: [] },
});
const card = (result: unknown) => ({ result }) as RunCard;

it('takes the newest run that is complete', () => {
  const runs = Object.fromEntries(
    [run(1), run(2), run(3, { complete: false, status: 'stopped' }), run(4, { lab: 'other' })].map(
      (one) => [one.id, one],
    ),
  );
  expect(newestRun(runs, 'latency')?.number).toBe(2);
  expect(newestRun(runs, 'backdoor')).toBeNull();
});

it('says honestly where there is no number', () => {
  expect(findingOf(null, null, null)).toEqual({ state: 'coming' });
  expect(findingOf(latency, null, null)).toEqual({ state: 'none' });
  expect(findingOf(latency, run(7), null)).toEqual({ state: 'reading', run: 7 });
  expect(findingOf(latency, run(7), card({ nothing: 'that fits' }))).toEqual({
    state: 'silent',
    run: 7,
  });
});

it('quotes the lab’s own finding of the learner’s run', () => {
  const result = {
    models: [model('small', 0.6, 1), model('large', 0.8, 4.2)],
    simulation: [],
    closedForms: [],
  };
  expect(findingOf(latency, run(7), card(result))).toMatchObject({
    state: 'found',
    run: 7,
    value: '4.2',
    unit: '×',
  });
});

it('gives each lab to the first part that names it', () => {
  const all = [...labsByPart(lecture, slidesOf(lecture)).values()].flat();
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  expect(
    labsByPart(lecture, slidesOf(lecture))
      .get('ml-vs-software')
      ?.map((one) => one.id),
  ).toEqual(['time-leak', 'backdoor']);
});
