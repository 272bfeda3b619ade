import { describe, expect, it } from 'vitest';
import type { StoryPart } from '../../../../labs/view.ts';
import { noAnnotation, type Annotations } from '../../../../main/contract/annotation.ts';
import { emptyLabProgress, type LabProgress } from '../../../../main/contract/learner.ts';
import type { RunSnapshot } from '../../../../main/contract/run.ts';
import { tinyLab as lab, tinyRun, tinyStory } from '../../lab/fixture.ts';
import { judgeOf, predictionState, standingOf } from './judging-run.ts';

const part = tinyStory.parts[0]!;
const lockedAt = '2026-01-02T00:00:00.000Z';
const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
const prediction = { step: 'one-predict', question: '', value: 3, unit: '', lockedAt };
const busy = { epochs: 3, load: 90, kind: 'a' };
const byFormula: StoryPart = {
  ...part,
  steps: part.steps.map((step) =>
    step.kind === 'predict' ? { ...step, needsRun: false as const } : step,
  ),
};
const run = (number: number, over: Partial<RunSnapshot> = {}) =>
  tinyRun({ number, startedAt: day(number), ...over });
const known = (runs: RunSnapshot[], annotations: Annotations = {}) => ({ runs, annotations });
const judge = (runs: RunSnapshot[], annotations: Annotations = {}, of: StoryPart = part) =>
  judgeOf({ lab, part: of }, prediction, known(runs, annotations))?.number ?? null;

describe('the run that judges a part’s prediction', () => {
  it('is the first with the question’s settings after it was locked', () => {
    expect(judge([run(1), run(3, { parameters: busy, prediction }), run(4), run(5)])).toBe(4);
    expect(judge([run(3, { parameters: { epochs: 3 } })])).toBe(3);
    expect(judge([run(3, { lab: 'other' })])).toBeNull();
  });
  it('is the newest that was seen, where the part shows results at once', () =>
    expect(judge([run(1), run(3)], {}, { ...part, resultShows: 'locked' })).toBe(1));
  it('is none where a formula answers', () =>
    expect(judge([run(3), run(4, { prediction })], {}, byFormula)).toBeNull());
  it('is nobody else’s, but for one that carries it', () => {
    const origin = { id: 'elsewhere', number: 1, hash: '', hashFits: true, importedAt: lockedAt };
    const [theirs, carrier] = [run(3), run(4, { prediction })];
    const of = (mine: boolean) => {
      const said = { ...noAnnotation, origin: { ...origin, mine } };
      return { [theirs.id]: said, [carrier.id]: said };
    };
    expect(judge([theirs, carrier], of(false))).toBe(4);
    expect(judge([theirs, carrier], of(true))).toBe(3);
    const forged = { ...noAnnotation, origin: { ...origin, hashFits: false } };
    expect(judge([carrier], { [carrier.id]: forged })).toBeNull();
  });
});

it('a run is judged by, later, or of another question', () => {
  const [other, first, second] = [
    run(3, { prediction, parameters: busy }),
    run(4, { prediction }),
    run(5, { prediction }),
  ];
  const all = known([other, first, second]);
  const of = (one: RunSnapshot) => standingOf({ lab, part }, one, all);
  expect([other, first, second, run(1)].map(of)).toEqual(['other', 'judged', 'later', null]);
});

it('one run alone stands with a prediction that a formula answers', () => {
  const [first, second] = [run(3, { prediction }), run(4, { prediction })];
  const of = (one: RunSnapshot) =>
    standingOf({ lab, part: byFormula }, one, known([first, second]));
  expect([first, second].map(of)).toEqual(['judged', 'later']);
});

describe('where a prediction stands', () => {
  const said = (usedBy: string | null): LabProgress => ({
    ...emptyLabProgress,
    predictions: { 'one-predict': { value: 3, lockedAt, usedBy } },
  });
  const state = (progress: LabProgress, runs: RunSnapshot[] = [], of: StoryPart = part) =>
    predictionState({ lab, part: of }, progress, known(runs));
  it.each([
    ['none', 'where the part asks for none', state(emptyLabProgress, [], tinyStory.parts[1]!)],
    ['open', 'before it is said', state(emptyLabProgress, [run(3)])],
    ['locked', 'once it is said', state(said(null))],
    [
      'locked',
      'after a run with other settings',
      state(said(null), [run(3, { parameters: busy })]),
    ],
    ['locked', 'after a run before it', state(said(null), [run(1)])],
    ['met', 'by a run that is gone, whatever was run before it', state(said('run-gone'), [run(1)])],
    [
      'met',
      'by a run that was stopped',
      state(said('run-3-aaaa'), [
        run(1),
        run(3, { status: 'stopped', complete: false, prediction }),
      ]),
    ],
    [
      'met',
      'by a run that failed, of another part',
      state(said(null), [run(1), run(3, { status: 'failed', complete: false })]),
    ],
    ['used', 'by a run that judges it', state(said('run-3-aaaa'), [run(3, { prediction })])],
    [
      'used',
      'by the one after a run that was stopped',
      state(said('run-3-aaaa'), [run(3, { status: 'stopped', complete: false }), run(4)]),
    ],
    [
      'used',
      'by a run under way',
      state(said(null), [run(3, { status: 'running', complete: false })]),
    ],
    [
      'used',
      'by one that was seen before',
      state(said(null), [run(1)], { ...part, resultShows: 'locked' }),
    ],
  ])('%s %s', (expected, _, found) => expect(found).toBe(expected));
});
