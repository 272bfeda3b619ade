import { expect, it } from 'vitest';
import { emptyLabProgress } from '../../../main/contract/learner.ts';
import type { RunSnapshot } from '../../../main/contract/run.ts';
import { tinyLab as lab, tinyRun, tinyStory as story } from '../lab/fixture.ts';
import { judgedByOther } from './judge-anew.ts';

const lockedAt = '2026-01-02T00:00:00.000Z';
const busy = { epochs: 3, load: 90, kind: 'a' };
const run = (number: number, parameters?: RunSnapshot['parameters']) =>
  tinyRun({
    number,
    startedAt: `2026-01-0${number}T00:00:00.000Z`,
    ...(parameters && { parameters }),
  });
const found = (usedBy: string | null, ...runs: RunSnapshot[]) => {
  const predictions = {
    'one-predict': { value: 3, lockedAt, usedBy },
    gone: { value: 3, lockedAt, usedBy },
  };
  const labs = { tiny: { ...emptyLabProgress, predictions } };
  return judgedByOther([{ lab, story }], { labs }, { runs, annotations: {} });
};
const [other, own] = [run(3, busy), run(4)];
const anew = { lab: 'tiny', step: 'one-predict' };

it('a prediction that met a run with other settings is open again', () =>
  expect(found(other.id, other)).toEqual([{ ...anew, usedBy: null }]));
it('or goes to the run that came to answer it', () =>
  expect(found(other.id, other, own)).toEqual([{ ...anew, usedBy: own.id }]));
it.each<[string, string | null, RunSnapshot[]]>([
  ['that met a run of its question', own.id, [other, own]],
  ['that met none', null, [other]],
  ['whose run is gone', 'run-gone', [other]],
])('one %s stays as it is', (_, usedBy, runs) => expect(found(usedBy, ...runs)).toEqual([]));
it('nothing is left to be done the second time', () =>
  expect(found(own.id, other, own)).toEqual([]));
