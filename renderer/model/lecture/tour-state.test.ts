import { expect, test } from 'vitest';
import { tinyRun } from '../lab/fixture.ts';
import {
  begun,
  isDone,
  sharedTour,
  stepAfter,
  tourRun,
  tourSteps,
  type TourFacts,
} from './tour-state.ts';

const nothing: TourFacts = { forward: false, back: false, labOpen: false, said: false, run: null };

test('each step is done by its own deed and by no other', () => {
  expect(tourSteps.map((step) => isDone(step, nothing))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(isDone('move', { ...nothing, forward: true })).toBe(false);
  expect(isDone('move', { ...nothing, forward: true, back: true })).toBe(true);
  expect(isDone('lab', { ...nothing, labOpen: true })).toBe(true);
  expect(isDone('say', { ...nothing, said: true, labOpen: true })).toBe(true);
  expect(
    isDone('found', {
      ...nothing,
      forward: true,
      back: true,
      labOpen: true,
      said: true,
      run: { status: 'finished', complete: true },
    }),
  ).toBe(false);
});

test('only a run that went to its end ends the step; one that runs, was stopped or failed does not', () => {
  for (const status of ['queued', 'running', 'stopped', 'failed'] as const)
    expect(isDone('run', { ...nothing, run: { status, complete: false } })).toBe(false);
  expect(isDone('run', { ...nothing, run: { status: 'finished', complete: true } })).toBe(true);
});

test('a tour that was left goes on where it was; one that is done or was declined begins anew', () => {
  expect(begun(null, 3)).toEqual({ state: 'going', step: 'move', since: 3 });
  expect(begun({ state: 'left', step: 'say', since: 1 }, 9)).toEqual({
    state: 'going',
    step: 'say',
    since: 1,
  });
  expect(begun({ state: 'done', step: 'found', since: 1 }, 9)).toEqual({
    state: 'going',
    step: 'move',
    since: 9,
  });
  expect(begun({ state: 'declined', step: 'move', since: 0 }, 0)).toMatchObject({ state: 'going' });
  expect(stepAfter('found')).toBe('found');
});

test('its run is the newest of its lab since it began', () => {
  const runs = Object.fromEntries(
    [
      tinyRun({ number: 1 }),
      tinyRun({ number: 4 }),
      tinyRun({ number: 3 }),
      tinyRun({ number: 5, lab: 'other' }),
    ].map((run) => [run.id, run]),
  );
  const lab = tinyRun({ number: 1 }).lab;
  expect(tourRun(runs, lab, 1)?.number).toBe(4);
  expect(tourRun(runs, lab, 4)).toBeNull();
});

test('what is kept of it by an older or later Lectern counts as nothing', () => {
  expect(sharedTour.schema.safeParse({ state: 'going', step: 'dance', since: 0 }).success).toBe(
    false,
  );
});
