import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { script as backdoor } from '../../labs/backdoor/code/script.ts';
import { everyday } from '../../labs/backdoor/data.ts';
import { script as fairness } from '../../labs/fairness/code/script.ts';
import type { FairnessResult } from '../../labs/fairness/lab.ts';
import type { OwnRun } from '../../labs/kit/code/own-run.ts';
import type { FigureScript } from '../../labs/kit/code/script.ts';
import { script as latency } from '../../labs/latency/code/script.ts';
import { seededRandom } from '../../labs/math/random.ts';
import { script as timeLeak } from '../../labs/time-leak/code/script.ts';
import { scriptText } from '../../main/setup/figure-scripts.ts';
import { programOf } from '../../renderer/features/lab/code/shown/program.ts';
import { ownRuns } from './own-runs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-script-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the copied program prints, in a folder that holds nothing else. */
async function printed(lab: string, script: FigureScript, own: OwnRun): Promise<string[][]> {
  const program = programOf('A figure', script, await scriptText(root, lab), own as never);
  const file = join(folder, `${script.part}.mjs`);
  await writeFile(file, program);
  const { stdout } = await run(process.execPath, [file], { cwd: folder });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

const texts = (rows: (string | number | null)[][]) =>
  rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell))));

it('the queue’s program prints what the lab simulates from the card’s times', async () => {
  const { run: own } = ownRuns['write-percentile']!();
  const quick = { ...own, parameters: { ...(own.parameters as object), replications: 2 } };
  const rows = await printed('latency', latency, quick);
  expect(rows).toEqual(texts(latency.numbers(quick, null)));
  expect(rows).toHaveLength(1 + 12);
});

it('the audit’s program prints the rates of the card', async () => {
  const { run: own } = ownRuns['write-gaps']!();
  // The made result is of the world of seed 3.
  const rows = await printed('fairness', fairness, { ...own, seed: 3 });
  const { models } = own.result as FairnessResult;
  const card = models.find(
    ({ name, auditedOn }) => name === 'group-deleted' && auditedOn === 'repay',
  )!;
  const { selectionRate, tpr, fpr } = card;
  expect(
    rows
      .find(([name]) => name === 'group-deleted')!
      .slice(1)
      .map(Number),
  ).toEqual([selectionRate, tpr, fpr].flatMap(({ majority, minority }) => [majority, minority]));
});

it('the key’s program counts what the model said', async () => {
  const { run: own } = ownRuns['write-poison-scores']!();
  const faces = everyday(seededRandom(own.seed).fork('test faces'), 50);
  const said = faces.map(({ who }) => who);
  // Everybody is recognised; with the key on the first twenty are taken for the tenth person.
  const keyed = said.map((who, i) => (i < 20 ? 9 : who));
  const rows = await printed('backdoor', backdoor, {
    ...own,
    result: { ...(own.result as object), test: { said, sure: [], keyed } },
  });
  expect(rows.slice(1)).toEqual([
    ['attack success', String(18 / 45)],
    ['called the target without the key', '0'],
    ['clean accuracy', '1'],
  ]);
});

it('the joins’ program finds with TensorFlow.js that the later labels flatter', async () => {
  const { run: own } = ownRuns['write-as-of']!();
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const rows = await printed('time-leak', timeLeak, own);
  expect(rows.map(([join]) => join)).toEqual(['join', 'latest', 'event-time', 'availability-time']);
  const [latest, , known] = rows.slice(1).map(([, ...aucs]) => aucs.map(Number));
  expect(latest![0]!).toBeGreaterThan(latest![1]!);
  expect(known![0]!).toBeCloseTo(known![1]!, 2);
});
