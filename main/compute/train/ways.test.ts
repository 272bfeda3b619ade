import { expect, it } from 'vitest';
import type { Progress } from '../../contract/run.ts';
import { trainingOf, type Way } from './ways.ts';

const after = (...ways: [Way, string | null][]) =>
  ways.reduce<Progress['training']>(
    (before, [way, fault]) => trainingOf(before, way, fault, 'tensorflow'),
    undefined,
  );

it('says graphs where all trainings were graphs, and the first fault where one was not', () => {
  expect(after(['graph', null], ['graph', null])).toEqual({
    backend: 'tensorflow-graph',
    fault: null,
  });
  expect(after(['graph', null], ['loop', 'no space'], ['graph', null], ['loop', 'other'])).toEqual({
    backend: 'tensorflow',
    fault: 'no space',
  });
});
