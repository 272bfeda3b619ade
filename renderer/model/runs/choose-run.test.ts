import { describe, expect, it } from 'vitest';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import {
  drawnRun,
  inlineRun,
  isStale,
  predictionForRun,
  predictStepOf,
  questionRun,
  reusableRun,
  runsOf,
} from './choose-run.ts';
import { tinyLab, tinyRun, tinyStory } from '../lab/fixture.ts';

const step = predictStepOf(tinyStory.parts[0]!)!;
const said = (usedBy: string | null): LabProgress => ({
  ...emptyLabProgress,
  predictions: { 'one-predict': { value: 4, lockedAt: '2026-01-01T00:00:00.000Z', usedBy } },
});

it('lists a lab’s own runs, newest first', () => {
  const runs = {
    a: tinyRun({ number: 1 }),
    b: tinyRun({ number: 3 }),
    c: tinyRun({ number: 2, lab: 'other' }),
  };
  expect(runsOf(runs, 'tiny').map((run) => run.number)).toEqual([3, 1]);
});

describe('reusableRun', () => {
  it('takes the newest complete run that was trained the same way; what needs no run may differ', () => {
    const runs = [
      tinyRun({ number: 3, status: 'stopped', complete: false }),
      tinyRun({ number: 2, parameters: { epochs: 3, load: 99, kind: 'b' } }),
      tinyRun(),
    ];
    expect(reusableRun(tinyLab, runs, { epochs: 3, load: 10, kind: 'a' })?.number).toBe(2);
  });
  it.each([
    ['other training', tinyRun({ parameters: { epochs: 4, load: 10, kind: 'a' } })],
    ['an older version of the lab', tinyRun({ labVersion: 0 })],
    ['a run that did not end', tinyRun({ status: 'running', complete: false })],
    ['a failed run', tinyRun({ status: 'failed', complete: false })],
  ])('refuses %s', (_, run) => {
    expect(reusableRun(tinyLab, [run], { epochs: 3, load: 10, kind: 'a' })).toBeNull();
  });
});

it('calls a run stale when its seed or a setting that needs a run has changed', () => {
  expect(isStale(tinyLab, tinyRun(), { epochs: 3, load: 77, kind: 'b' }, 1)).toBe(false);
  expect(isStale(tinyLab, tinyRun(), { epochs: 4, load: 10, kind: 'a' }, 1)).toBe(true);
  expect(isStale(tinyLab, tinyRun(), { epochs: 3, load: 10, kind: 'a' }, 2)).toBe(true);
});

describe('the run that a step which asks speaks of', () => {
  const part = tinyStory.parts[0]!;
  const explored = { epochs: 3, load: 90, kind: 'a' };
  const first = tinyRun({ number: 1 });
  it.each([
    ['the newest of the question’s settings', [tinyRun({ number: 2 }), first], 2],
    ['not an exploration', [tinyRun({ number: 2, parameters: explored }), first], 1],
    ['whatever its seed', [tinyRun({ number: 2, seed: 9 }), first], 2],
    [
      'not one that was stopped',
      [tinyRun({ number: 2, status: 'stopped', complete: false })],
      null,
    ],
    ['one under way', [tinyRun({ number: 2, status: 'running', complete: false }), first], 2],
    [
      'not an exploration under way',
      [tinyRun({ number: 2, status: 'running', complete: false, parameters: explored }), first],
      1,
    ],
    ['none where all is exploration', [tinyRun({ parameters: explored })], null],
  ])('is %s', (_, runs, number) =>
    expect(questionRun(tinyLab, part, runs)?.number ?? null).toBe(number),
  );
});

describe('the run that is drawn', () => {
  const stopped = (number: number) => tinyRun({ number, status: 'stopped', complete: false });
  it.each([
    ['none before the first', [], null],
    ['the newest', [tinyRun({ number: 2 }), tinyRun({ number: 1 })], 2],
    ['one under way', [tinyRun({ number: 2, status: 'running', complete: false }), tinyRun()], 2],
    [
      'one that failed, so that it is said',
      [tinyRun({ number: 2, status: 'failed', complete: false }), tinyRun()],
      2,
    ],
    ['the whole one before those that were stopped', [stopped(3), stopped(2), tinyRun()], 1],
    ['a stopped one where there is no whole one', [stopped(2), stopped(1)], 2],
  ])('is %s', (_, runs, number) => expect(drawnRun(runs)?.number ?? null).toBe(number));
});

it('sends the locked prediction along with the run, and nothing where none was said', () => {
  expect(predictionForRun(step, said(null))).toEqual({
    step: 'one-predict',
    question: 'How many?',
    value: 4,
    unit: 'ms',
    lockedAt: '2026-01-01T00:00:00.000Z',
  });
  const sure = said(null);
  sure.predictions['one-predict']!.confidence = 0.7;
  expect(predictionForRun(step, sure)).toMatchObject({ value: 4, confidence: 0.7 });
  expect(predictionForRun(step, emptyLabProgress)).toBeNull();
  expect(predictionForRun(null, said(null))).toBeNull();
});

it('a slide speaks of the run under way, else of the newest whole one, never of a stopped or failed one', () => {
  const whole = tinyRun({ number: 1 });
  const stopped = tinyRun({ number: 2, status: 'stopped', complete: false });
  const running = tinyRun({ number: 3, status: 'running', complete: false });
  const queued = tinyRun({ number: 4, status: 'queued', complete: false, result: null });
  const of = (...runs: (typeof whole)[]) =>
    inlineRun(Object.fromEntries(runs.map((run) => [run.id, run])), 'tiny')?.number ?? null;
  expect([
    of(),
    of(stopped),
    of(whole, stopped),
    of(whole, running),
    of(whole, running, queued),
    of(whole, queued),
  ]).toEqual([null, null, 1, 3, 3, 4]);
});
