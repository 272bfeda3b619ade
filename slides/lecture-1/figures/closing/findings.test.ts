import { describe, expect, it } from 'vitest';
import type { RunCard, RunSnapshot } from '../../../../main/contract/run.ts';
import type { OpenPart } from '../../../../renderer/model/prediction/open-questions.ts';
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
/** No question is open. */
const none = new Map<string, OpenPart>();

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
  expect(findingOf(null, null, null, none)).toEqual({ state: 'coming' });
  expect(findingOf(latency, null, null, none)).toEqual({ state: 'none' });
  expect(findingOf(latency, run(7), null, none)).toEqual({ state: 'reading', run: 7 });
  expect(findingOf(latency, run(7), card({ nothing: 'that fits' }), none)).toEqual({
    state: 'silent',
    run: 7,
  });
});

describe('the lab’s own finding', () => {
  const result = {
    models: [model('small', 0.6, 1), model('large', 0.8, 4.2)],
    simulation: [],
    closedForms: [],
  };
  it('is quoted of the learner’s run', () => {
    expect(findingOf(latency, run(7), card(result), none)).toEqual({
      state: 'found',
      run: 7,
      what: expect.any(String),
      value: '4.2',
      unit: '×',
    });
  });
  it('waits while the question that it answers is open, and no longer', () => {
    const measure = { title: 'Measure', step: 'measure-predict', locked: false };
    const open = new Map([['measure', measure]]);
    const found = findingOf(latency, run(7), card(result), open);
    expect(found).toEqual({ state: 'open', run: 7, part: measure });
    expect(JSON.stringify(found)).not.toContain('4.2');
    const other = new Map([['batch', { title: 'Batch', step: 'batch-predict', locked: false }]]);
    expect(findingOf(latency, run(7), card(result), other).state).toBe('found');
  });
  it('waits while nobody knows which questions are open', () => {
    expect(findingOf(latency, run(7), card(result), null)).toEqual({ state: 'reading', run: 7 });
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
