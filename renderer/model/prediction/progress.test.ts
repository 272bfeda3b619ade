import { describe, expect, it } from 'vitest';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { exercises } from '../../../main/contract/notebook-file.ts';
import { noAnnotation, type Annotations } from '../../../main/contract/annotation.ts';
import { tinyRun, tinyStory } from '../lab/fixture.ts';
import type { Story } from '../../../labs/view.ts';
import { labExercises } from './exercise-list.ts';
import { outcomeRuns } from './outcome-runs.ts';
import { labStatus, overall } from './progress.ts';

const check = (id: string) => ({
  kind: 'check' as const,
  id,
  title: 'Check',
  body: '',
  question: 'How?',
  unit: '',
  input: { kind: 'number' as const },
  judge: () => true,
  hints: ['a', 'b'] as [string, string],
  worked: () => null,
});
const story: Story = {
  parts: [
    ...tinyStory.parts,
    {
      id: 'three',
      title: 'Three',
      controls: [],
      steps: [check('c1'), check('c2'), check('constructor')],
    },
  ],
};
const lockedAt = '2026-01-02T00:00:00.000Z';
const progress = (over: Partial<LabProgress>): LabProgress => ({ ...emptyLabProgress, ...over });

describe('where a learner stands', () => {
  it('before anything: nothing done, the first step is next', () => {
    const none = labStatus(story, emptyLabProgress);
    expect(none).toMatchObject({
      predictions: { done: 0, of: 1 },
      checks: { done: 0, of: 3 },
      reflections: { done: 0, of: 1 },
      steps: { done: 0, of: 8 },
      begun: false,
      next: { part: { id: 'one' }, step: { id: 'one-read' } },
    });
    // A step named like something that every object has is a step like any other.
    expect(none.each.checks.map(({ status }) => status)).toEqual([
      'not-attempted',
      'not-attempted',
      'not-attempted',
    ]);
  });

  it('tells right, not yet and not attempted apart, with tries and hints; a hint alone is no attempt', () => {
    const { each, checks } = labStatus(
      story,
      progress({
        checks: {
          c1: { tries: 2, passed: true, hints: 1, answer: 4 },
          c2: { tries: 1, passed: false, hints: 1, answer: 3 },
          constructor: { tries: 0, passed: false, hints: 2, answer: null },
        },
      }),
    );
    expect(
      each.checks.map(({ status, tries, hints, afterAnswer }) => [
        status,
        tries,
        hints,
        afterAnswer,
      ]),
    ).toEqual([
      ['right', 2, 1, false],
      ['not-yet', 1, 1, false],
      ['not-attempted', 0, 2, false],
    ]);
    expect(checks).toEqual({ done: 1, of: 3 });
  });

  it('knows what was right only after the worked answer', () => {
    expect(
      labStatus(
        story,
        progress({ checks: { c1: { tries: 3, passed: true, hints: 2, answer: 4 } } }),
      ).each.checks[0],
    ).toMatchObject({ status: 'right', afterAnswer: true });
  });

  it('counts a step once it was left or what it asks for is there, and goes on from the first that is not', () => {
    const status = labStatus(
      story,
      progress({
        done: ['one-read', 'gone-from-the-story'],
        predictions: {
          'one-predict': { value: 3, lockedAt, usedBy: null },
          other: { value: 1, lockedAt, usedBy: null },
        },
        checks: {
          c1: { tries: 1, passed: true, hints: 0, answer: 1 },
          c2: { tries: 2, passed: false, hints: 2, answer: 1 },
        },
        reflections: { 'two-reflect': '  ' },
      }),
    );
    expect(status).toMatchObject({
      predictions: { done: 1, of: 1 },
      reflections: { done: 0, of: 1 },
      steps: { done: 4, of: 8 },
      next: { step: { id: 'one-run' } },
      begun: true,
    });
    expect(status.parts.map(({ steps }) => steps.done)).toEqual([2, 0, 2]);
    expect(
      labStatus(
        story,
        progress({ done: story.parts.flatMap(({ steps }) => steps.map(({ id }) => id)) }),
      ).next,
    ).toBeNull();
  });

  it('adds labs up', () => {
    const one = labStatus(
      story,
      progress({ checks: { c1: { tries: 1, passed: true, hints: 0, answer: 1 } } }),
    );
    expect(overall([one, one])).toMatchObject({
      checks: { done: 2, of: 6 },
      steps: { done: 2, of: 16 },
      predictions: { done: 0, of: 2 },
    });
    expect(overall([])).toMatchObject({ checks: { done: 0, of: 0 } });
  });
});

describe('the run that says what became of a prediction', () => {
  const part = story.parts[0]!;
  const status = labStatus(
    story,
    progress({ predictions: { 'one-predict': { value: 3, lockedAt, usedBy: null } } }),
  ).each.predictions[0]!;
  const prediction = { step: 'one-predict', question: '', value: 3, unit: '', lockedAt };
  const runs = [
    tinyRun({ number: 1, startedAt: '2026-01-01T00:00:00.000Z' }),
    tinyRun({
      number: 2,
      startedAt: '2026-01-03T00:00:00.000Z',
      prediction,
      status: 'stopped',
      complete: false,
    }),
    tinyRun({ number: 4, startedAt: '2026-01-05T00:00:00.000Z', prediction }),
    tinyRun({ number: 3, startedAt: '2026-01-04T00:00:00.000Z', prediction }),
    tinyRun({
      number: 5,
      startedAt: '2026-01-05T00:00:00.000Z',
      prediction: { ...prediction, lockedAt: '2025-01-01T00:00:00.000Z' },
    }),
    tinyRun({ number: 6, lab: 'other', prediction }),
  ];
  const numbers = (said: typeof status, annotations: Annotations = {}) =>
    outcomeRuns('tiny', said, runs, annotations).map(({ number }) => number);
  it('is the first whole one that carries it', () => expect(numbers(status)).toEqual([3, 4]));
  it('is the newest before it where the part shows results at once', () =>
    expect(numbers({ ...status, part: { ...part, resultShows: 'locked' } })).toEqual([1, 3, 4]));
  it('is not what somebody else’s run shows, imported before, but may be one that carries it', () => {
    const origin = { id: 'elsewhere', number: 1, hash: '', hashFits: true, importedAt: lockedAt };
    const annotations = (mine: boolean) =>
      Object.fromEntries(
        runs.map(({ id }) => [id, { ...noAnnotation, origin: { ...origin, mine } }]),
      );
    const atOnce = { ...status, part: { ...part, resultShows: 'locked' as const } };
    expect(numbers(atOnce, annotations(false))).toEqual([3, 4]);
    expect(numbers(atOnce, annotations(true))).toEqual([1, 3, 4]);
  });
  it('is none where nothing was locked', () =>
    expect(numbers({ ...status, said: null })).toEqual([]));
});

it('lists what a lab asks as the notebook’s file takes it, however long its words are', () => {
  const wordy: Story = {
    parts: [
      {
        id: 'p',
        title: 'P',
        controls: [],
        steps: Array.from({ length: 70 }, (_, i) => ({
          ...check(`c${i}`),
          title: 't'.repeat(300),
          question: 'q'.repeat(500),
        })),
      },
    ],
  };
  expect(exercises.safeParse([labExercises({ id: 'tiny', title: 'Tiny' }, wordy)]).success).toBe(
    true,
  );
  expect(labExercises({ id: 'tiny', title: 'Tiny' }, tinyStory)).toEqual({
    lab: 'tiny',
    title: 'Tiny',
    steps: [
      { id: 'one-predict', kind: 'predict', title: '', question: 'How many?' },
      { id: 'two-reflect', kind: 'reflect', title: '', question: '' },
    ],
  });
});
