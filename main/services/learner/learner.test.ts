import { describe, expect, test } from 'vitest';
import { emptyLearner, learner as schema, type Learner } from '../../contract/learner.ts';
import { applyChange, mergeLearner, restoreLab, usePrediction } from './learner.ts';

const now = '2026-01-02T03:04:05.000Z';
const at = { lab: 'latency', step: 'guess' };
type Pure = Parameters<typeof applyChange>[1];
const apply = (changes: Pure[], from: Learner = emptyLearner) =>
  changes.reduce((state, change) => applyChange(state, change, now), from);
const prediction = {
  step: 'guess',
  question: 'How long?',
  value: 99,
  unit: 'ms',
  lockedAt: '2025-01-01T00:00:00.000Z',
};

describe('a prediction', () => {
  test('can be changed and withdrawn until a run has used it', () => {
    const said = apply([
      { kind: 'predict', ...at, value: 3 },
      { kind: 'predict', ...at, value: 4 },
    ]);
    expect(said.labs.latency!.predictions.guess).toEqual({ value: 4, lockedAt: now, usedBy: null });
    expect(apply([{ kind: 'withdraw-prediction', ...at }], said).labs.latency!.predictions).toEqual(
      {},
    );
  });

  test('is locked by the first run after it, with the value that was locked', () => {
    const said = apply([{ kind: 'predict', ...at, value: 4 }]);
    const used = usePrediction(said, 'latency', prediction, 'run-one');
    expect(used.prediction).toMatchObject({ value: 4, lockedAt: now, question: 'How long?' });
    const again = usePrediction(used.learner, 'latency', prediction, 'run-two').learner;
    expect(again.labs.latency!.predictions.guess!.usedBy).toBe('run-one');
    for (const change of [
      { kind: 'predict', ...at, value: 5 },
      { kind: 'withdraw-prediction', ...at },
    ] as Pure[]) {
      expect(() => applyChange(again, change, now)).toThrow(
        expect.objectContaining({ data: expect.objectContaining({ code: 'locked' }) }),
      );
    }
    expect(
      apply([{ kind: 'predict', lab: 'latency', step: 'other', value: 1 }], again).labs.latency!
        .predictions.other!.usedBy,
    ).toBeNull();
  });

  test('that was never locked is locked by the run that carries it', () => {
    expect(
      usePrediction(emptyLearner, 'latency', prediction, 'run-one').learner.labs.latency!
        .predictions.guess,
    ).toMatchObject({ value: 99, usedBy: 'run-one' });
  });
});

test('steps, checks, reflections and the place are kept; resetting a lab touches no other', () => {
  const state = { tries: 1, passed: true, hints: 0, answer: 3 };
  const after = apply([
    { kind: 'done', ...at },
    { kind: 'done', ...at },
    { kind: 'check', ...at, state },
    { kind: 'reflect', ...at, text: 'Because.' },
    { kind: 'done', lab: 'fairness', step: 'read' },
    { kind: 'place', slide: 'agenda', step: 2 },
  ]);
  expect(after.labs.latency).toMatchObject({
    done: ['guess'],
    checks: { guess: state },
    reflections: { guess: 'Because.' },
  });
  expect(after.place).toEqual({ slide: 'agenda', step: 2 });
  expect(schema.parse(after)).toEqual(after);
  expect(apply([{ kind: 'reset-lab', lab: 'latency' }], after).labs).toEqual({
    fairness: expect.anything(),
  });
  expect(emptyLearner.labs).toEqual({});
});

test('what a reset took away comes back under what was said since', () => {
  const before = apply([
    { kind: 'predict', ...at, value: 4 },
    { kind: 'done', ...at },
    { kind: 'reflect', ...at, text: 'Because.' },
  ]);
  const since = apply(
    [
      { kind: 'reset-lab', lab: at.lab },
      { kind: 'predict', ...at, value: 9 },
      { kind: 'done', lab: at.lab, step: 'other' },
    ],
    before,
  );
  const restored = restoreLab(since, at.lab, before.labs.latency!);
  expect(restored.labs.latency).toMatchObject({
    done: ['guess', 'other'],
    predictions: { guess: { value: 9 } },
    reflections: { guess: 'Because.' },
  });
});

test('names from the prototype are names like any other', () => {
  const after = apply([{ kind: 'predict', lab: 'constructor', step: 'toString', value: 1 }]);
  expect(after.labs.constructor).toMatchObject({
    done: [],
    predictions: { toString: { value: 1 } },
  });
});

test('how sure the learner was is kept with the prediction and reaches the run; a run alone gives none away', () => {
  const said = apply([{ kind: 'predict', ...at, value: 3, confidence: 0.7 }]);
  expect(said.labs.latency!.predictions[at.step]).toMatchObject({ value: 3, confidence: 0.7 });
  const asked = { ...prediction, confidence: 0.1 };
  expect(usePrediction(said, at.lab, asked, 'run-1').prediction).toMatchObject({
    value: 3,
    confidence: 0.7,
  });
  const unsure = apply([{ kind: 'predict', ...at, value: 3 }]);
  expect(usePrediction(unsure, at.lab, asked, 'run-1').prediction).not.toHaveProperty('confidence');
});

test('a drawn curve is kept with its prediction and reaches the run; files of before it are read as they were', () => {
  const curve: [number, number][] = [
    [0, 0],
    [10, 40],
  ];
  const said = apply([{ kind: 'predict', ...at, value: 3, curve }]);
  const kept = schema.parse(JSON.parse(JSON.stringify(said)));
  expect(kept.labs.latency!.predictions[at.step]!.curve).toEqual(curve);
  expect(usePrediction(kept, at.lab, prediction, 'run-1').prediction.curve).toEqual(curve);
  const old = schema.parse(
    JSON.parse(JSON.stringify(apply([{ kind: 'predict', ...at, value: 3 }]))),
  );
  expect(old.labs.latency!.predictions[at.step]).not.toHaveProperty('curve');
  expect(usePrediction(old, at.lab, prediction, 'run-1').prediction).not.toHaveProperty('curve');
});

test('a name and a course are kept as given, and an import fills them only where none stands', () => {
  const named = apply([{ kind: 'who', who: { name: 'Ada', course: 'ML systems' } }]);
  expect(mergeLearner(emptyLearner, named).learner.who.name).toBe('Ada');
  expect(
    mergeLearner(named, apply([{ kind: 'who', who: { name: 'Eve', course: '' } }])).learner.who
      .name,
  ).toBe('Ada');
  expect(schema.parse({ version: 1, labs: {}, place: null }).who).toEqual({ name: '', course: '' });
});

test('predictions are judged anew: what was said stays, and the file says that it was done', () => {
  const said = apply([{ kind: 'predict', lab: 'latency', step: 'guess', value: 4 }]);
  const { judgedBy: _, ...old } = usePrediction(said, 'latency', prediction, 'run-other').learner;
  const anew = (usedBy: string | null) =>
    apply(
      [
        {
          kind: 'judged-anew',
          predictions: [
            { lab: 'latency', step: 'guess', usedBy },
            { lab: 'latency', step: 'gone', usedBy: null },
            { lab: 'gone', step: 'guess', usedBy: null },
          ],
        },
      ],
      old,
    );
  expect(anew(null)).toEqual(said);
  expect(anew('run-own').labs.latency!.predictions).toMatchObject({
    guess: { value: 4, usedBy: 'run-own' },
  });
});

test('a file of before the rule, or with another word for it, is read', () => {
  expect(schema.parse({ version: 1, labs: {}, place: null }).judgedBy).toBeUndefined();
  expect(schema.parse({ ...emptyLearner, judgedBy: 7 }).judgedBy).toBeUndefined();
});
