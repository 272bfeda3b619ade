import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import { labPlaces } from './lab-places.ts';

it('finds the parts, steps, exercises and figures of a lab in its files', async () => {
  const { latency, fairness } = await labPlaces(projectRoot, ['latency', 'fairness']);
  expect([...latency!.parts].sort()).toEqual(['batch', 'convert', 'decide', 'measure', 'queue']);
  expect(latency!.steps).toEqual(
    expect.arrayContaining(['measure-read', 'queue-predict', 'decide-reflect', 'write-batches']),
  );
  expect(latency!.figures).toEqual(['convert', 'batch']);
  expect(fairness!.parts).toHaveLength(7);
  expect(fairness!.figures).toEqual([]);
});

it('finds parts that stand in the story’s own file; a lab without any is left out', async () => {
  const root = await mkdtemp(join(tmpdir(), 'lectern-places-'));
  await mkdir(join(root, 'labs/coin'), { recursive: true });
  const story = "export const story = { parts: [{ id: 'toss', steps: [{ id: 'toss-run' }] }] };\n";
  await writeFile(join(root, 'labs/coin/story.tsx'), story);
  expect(await labPlaces(root, ['coin', 'gone'])).toEqual({
    coin: { parts: ['toss'], steps: ['toss-run'], figures: [] },
  });
  await rm(root, { recursive: true, force: true });
});
