import { expect, it } from 'vitest';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { tinyRun, tinyStory } from '../../model/lab/fixture.ts';
import { labToGoOn } from './go-on.ts';
import { labStatus } from '../../model/prediction/progress.ts';

const every = tinyStory.parts.flatMap(({ steps }) => steps.map(({ id }) => id));
const lab = (id: string, over: Partial<LabProgress> = {}) => ({
  id,
  status: labStatus(tinyStory, { ...emptyLabProgress, ...over }),
});
const locked = (lockedAt: string) => ({
  predictions: { 'one-predict': { value: 1, lockedAt, usedBy: null } },
});
const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];

it.each([
  ['the first of all where nothing is begun', [lab('a'), lab('b')], [], 'a'],
  ['the one that is begun', [lab('a'), lab('b', { done: ['one-read'] })], [], 'b'],
  [
    'the one with the last prediction',
    [lab('a', locked(early)), lab('b', locked(late)), lab('c', { done: ['one-read'] })],
    [],
    'b',
  ],
  [
    'the one with the last run',
    [lab('a', locked(early)), lab('b', locked(late))],
    [tinyRun({ lab: 'a', startedAt: '2026-03-01T00:00:00.000Z' })],
    'a',
  ],
  [
    'another where the last one is done',
    [lab('a'), lab('b', { ...locked(late), done: every })],
    [],
    'a',
  ],
  ['none where all is done', [lab('a', { done: every })], [], undefined],
])('goes on with %s', (_, labs, runs, id) => {
  expect(labToGoOn(labs, runs)?.id).toBe(id);
});
