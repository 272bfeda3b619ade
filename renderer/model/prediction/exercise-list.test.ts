import { expect, it } from 'vitest';
import { exercises } from '../../../main/contract/notebook-file.ts';
import { labs } from '../lab/registry.ts';
import { exerciseList } from './exercise-list.ts';

it('holds every lab’s predictions, checks and reflections in reading order, each id once', async () => {
  const list = await exerciseList();
  expect(exercises.parse(list)).toEqual(list);
  expect(list.map(({ lab }) => lab)).toEqual(labs.map(({ id }) => id));
  expect(list.map(({ lab }) => lab)).toEqual(
    expect.arrayContaining(['backdoor', 'fairness', 'latency', 'time-leak']),
  );
  for (const { steps } of list) {
    expect(new Set(steps.map(({ kind }) => kind))).toEqual(
      new Set(['predict', 'check', 'reflect']),
    );
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(steps.every(({ title, question }) => title !== '' && question !== '')).toBe(true);
  }
  const formulas = list.flatMap(({ steps }) =>
    steps.filter(({ needsRun }) => needsRun === false).map(({ id }) => id),
  );
  expect(formulas).toEqual(['convert-predict']);
  expect(
    list
      .find(({ lab }) => lab === 'time-leak')!
      .steps.map(({ id }) => id)
      .slice(0, 4),
  ).toEqual(['six-rows-reflect', 'split-predict', 'split-check', 'split-reflect']);
});
