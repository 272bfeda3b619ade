import { describe, expect, it } from 'vitest';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { exercises } from '../../../main/contract/notebook-file.ts';
import { tinyLab, tinyStory } from '../lab/fixture.ts';
import type { Story } from '../../../labs/view.ts';
import { codeStep, withCode } from '../../../labs/kit/code/code-step.ts';
import type { CodeTask } from '../../../labs/kit/code/exercise.ts';
import { labExercises } from './exercise-list.ts';
import { labStatus, overall } from './progress.ts';
import { isPartDone } from './step-done.ts';

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
  expect(exercises.safeParse([labExercises(tinyLab, wordy)]).success).toBe(true);
  expect(labExercises(tinyLab, tinyStory)).toEqual({
    lab: 'tiny',
    title: 'Tiny',
    steps: [
      {
        id: 'one-predict',
        kind: 'predict',
        title: '',
        question: 'How many?',
        about: { parameters: { epochs: 3, load: 10, kind: 'a' }, seen: false },
      },
      { id: 'two-reflect', kind: 'reflect', title: '', question: '' },
    ],
  });
});

describe('an exercise in code', () => {
  const task = { id: 'write', version: 1, starter: 'function f() {}' } as CodeTask;
  const extra: Story = {
    parts: story.parts.map((part) =>
      part.id === 'three' ? withCode(part, codeStep({ ...task, title: 'Write' }, '')) : part,
    ),
  };
  const kept = (over: object) =>
    progress({
      codes: {
        write: {
          code: 'x',
          answer: 'x',
          tries: 1,
          passed: true,
          hints: 0,
          opened: false,
          version: 1,
          ...over,
        },
      },
    });
  const statusOf = (said: LabProgress) => labStatus(extra, said).each.codes[0]!.status;

  it('is an extra: no count holds it, and a lab is done without it', () => {
    const [without, with_] = [story, extra].map((one) => labStatus(one, emptyLabProgress));
    expect(with_!.steps).toEqual(without!.steps);
    const done = story.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(labStatus(extra, progress({ done }))).toMatchObject({ next: null });
    expect(extra.parts.every((part) => isPartDone(part, done))).toBe(true);
  });
  it('is right where what was judged passed, and open again where the exercise has changed', () => {
    expect(statusOf(emptyLabProgress)).toBe('not-attempted');
    expect(statusOf(kept({}))).toBe('right');
    expect(statusOf(kept({ passed: false }))).toBe('not-yet');
    expect(statusOf(kept({ version: 0 }))).toBe('not-yet');
    expect(labStatus(extra, kept({ passed: false })).begun).toBe(true);
  });
});
