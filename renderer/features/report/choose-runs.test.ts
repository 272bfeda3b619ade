import { expect, test } from 'vitest';
import { noAnnotation } from '../../../main/contract/annotation.ts';
import { tinyRun, tinyStory } from '../../model/lab/fixture.ts';
import { aboutRuns } from './about-runs.ts';
import { chooseRuns, mostRuns, partOfRun } from './choose-runs.ts';

const ids = ({ runs }: { runs: { number: number }[] }) => runs.map(({ number }) => number);

test('what was pinned or starred stands in the report, in the order in which it was made', () => {
  const runs = [
    tinyRun({ number: 3, pinned: true }),
    tinyRun({ number: 1 }),
    tinyRun({ number: 2 }),
    tinyRun({ number: 4, pinned: true, status: 'running', complete: false }),
  ];
  const chosen = chooseRuns(runs, { [runs[1]!.id]: { ...noAnnotation, starred: true } });
  expect(ids(chosen)).toEqual([1, 3]);
  expect(chosen).toMatchObject({ why: 'kept', left: 0 });
});

test('hundreds of pins are cut to the newest, and the report says so', () => {
  const runs = Array.from({ length: 300 }, (_, i) => tinyRun({ number: i + 1, pinned: true }));
  const chosen = chooseRuns(runs, {});
  expect(ids(chosen)).toEqual([293, 294, 295, 296, 297, 298, 299, 300]);
  expect(chosen.left).toBe(300 - mostRuns);
  expect(aboutRuns({ runCount: 1200, chosen, here: mostRuns })).toBe(
    '1,200 runs were made. 300 are pinned or starred: the newest 8 stand here, all of them are in the notebook’s file.',
  );
});

test('without a pin the newest run that came to its end stands for the lab', () => {
  const runs = [
    tinyRun({ number: 1 }),
    tinyRun({ number: 2 }),
    tinyRun({ number: 3, status: 'stopped', complete: false }),
    tinyRun({ number: 4, status: 'failed', complete: false, result: null }),
  ];
  const chosen = chooseRuns(runs, {});
  expect(ids(chosen)).toEqual([2]);
  expect(aboutRuns({ runCount: 4, chosen, here: 1 })).toBe(
    '4 runs were made. None is pinned or starred: this is the newest that came to its end.',
  );
  const none = chooseRuns(runs.slice(2), {});
  expect(none).toEqual({ runs: [], why: 'none', left: 0 });
  expect(aboutRuns({ runCount: 2, chosen: none, here: 0 })).toBe(
    '2 runs were made; none of them came to its end.',
  );
  expect(aboutRuns({ runCount: 0, chosen: none, here: 0 })).toBe('No run was made in this lab.');
});

test('a run is drawn by the part that asked for its prediction, else by the one that runs its preset', () => {
  const prediction = {
    step: 'one-predict',
    question: '',
    value: 1,
    unit: '',
    lockedAt: '2026-01-01T00:00:00.000Z',
  };
  expect(partOfRun(tinyStory, tinyRun({ preset: 'busy', prediction }))?.id).toBe('one');
  expect(partOfRun(tinyStory, tinyRun({ preset: 'busy' }))?.id).toBe('two');
  expect(
    partOfRun(tinyStory, tinyRun({ preset: null, prediction: { ...prediction, step: 'gone' } }))
      ?.id,
  ).toBe('one');
  const played = {
    parts: [{ ...tinyStory.parts[0]!, onPaper: false as const }, tinyStory.parts[1]!],
  };
  expect(partOfRun(played, tinyRun({ preset: null, prediction }))?.id).toBe('two');
  expect(partOfRun({ parts: [played.parts[0]!] }, tinyRun({ prediction }))).toBeNull();
});
