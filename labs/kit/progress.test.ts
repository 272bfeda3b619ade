import { expect, test } from 'vitest';
import { phaseEnds, phaseRecorder, phaseSequence, repetitionRecorder } from './progress.ts';

test('a phase fills its own stretch of the run, and no more', () => {
  const record = phaseRecorder<unknown, null>([0.2, 1]);
  expect(record(0, 'Drawing', 0.5)).toEqual({
    phase: 'Drawing',
    phaseIndex: 0,
    phaseCount: 2,
    fraction: 0.1,
  });
  expect(record(1, 'Training', 0).fraction).toBe(0.2);
  expect(record(1, 'Training', 7).fraction).toBe(1);
});

test('a record carries its points and its partial result', () => {
  const record = phaseRecorder<{ rows: number }, null>([1]);
  const details = {
    points: { 'loss.small': [[1, 0.5] as [number, number]] },
    partial: { rows: 3 },
  };
  expect(record(0, 'Training', 1, details)).toMatchObject(details);
});

test('phases end in proportion to what they take', () => {
  expect(phaseEnds([1, 2, 1])).toEqual([0.25, 0.75, 1]);
});

test('repetitions share the run alike and count their phases on', () => {
  const record = phaseRecorder<unknown, null>([0.5, 1]);
  const second = repetitionRecorder(record, { index: 1, count: 2 }, ' in world 2 of 2');
  expect(second(0, 'Drawing', 0)).toEqual({
    phase: 'Drawing in world 2 of 2',
    phaseIndex: 2,
    phaseCount: 4,
    fraction: 0.5,
  });
  expect(second(1, 'Training', 1)).toMatchObject({ phaseIndex: 3, fraction: 1 });
});

test('a sequence of phases counts for itself, and never falls back', () => {
  const phases = phaseSequence<unknown, null>(phaseEnds([1, 1, 2]));
  const records = [
    phases.next('Drawing'),
    phases.record(1),
    phases.next('Training'),
    phases.record(0.5),
    phases.next('Testing'),
    phases.record(1),
  ];
  expect(records.map(({ phase, phaseIndex }) => [phase, phaseIndex])).toEqual([
    ['Drawing', 0],
    ['Drawing', 0],
    ['Training', 1],
    ['Training', 1],
    ['Testing', 2],
    ['Testing', 2],
  ]);
  expect(records.map(({ fraction }) => fraction)).toEqual([0, 0.25, 0.25, 0.375, 0.5, 1]);
});
