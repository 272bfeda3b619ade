import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayText } from '../../cli/lab/lab-replay.ts';
import { catalog } from '../../compute/catalog.ts';
import { projectRoot } from '../../compute/fixtures/build-trial.ts';
import type { BackendName, RunCard } from '../../contract/run.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { quietReport } from '../../setup/report.ts';
import { openWindow, type TrialWindow } from '../fixtures/trial-host.ts';
import { createHost, type LecternHost } from '../host.ts';
import { ownVersion } from './one-run.ts';
import { spawnCompute } from '../compute/spawn-compute.ts';

/** A real host on a backend of its choice, with the real labs. */
interface Opened {
  host: LecternHost;
  window: TrialWindow;
  folder: string;
}
async function open(backend: BackendName): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-replay-'));
  const host = await createHost({
    root: projectRoot,
    kind: 'web',
    version: await ownVersion(projectRoot),
    catalog,
    folder,
    spawnCompute: () => spawnCompute(projectRoot, { ...process.env, LECTERN_BACKEND: backend }),
  });
  return { host, window: openWindow(host), folder };
}
let native: Opened;
let wasm: Opened;
beforeAll(async () => {
  await ensureReady(projectRoot, quietReport(), { renderer: false });
  [native, wasm] = [await open('tensorflow'), await open('wasm')];
});
afterAll(async () => {
  for (const opened of [native, wasm]) {
    await opened?.host.close();
    if (opened) await rm(opened.folder, { recursive: true, force: true });
  }
});

async function runTo(
  { window }: Opened,
  lab: string,
  parameters: Record<string, number>,
  measuredFrom: string | null,
): Promise<string> {
  const { id } = await window.call('run.start', {
    lab,
    parameters,
    seed: 7,
    preset: null,
    prediction: null,
    measuredFrom,
  });
  const run = await window.run(id, ({ status }) => status === 'finished' || status === 'failed');
  expect(run.error).toBeNull();
  return id;
}
const exported = async ({ window }: Opened, id: string) =>
  (await window.call('run.export', { run: id })) as unknown as RunCard;
const taken = ({ window }: Opened, card: RunCard) =>
  window.call('run.import', { card: card as never });

type Numbers = Record<string, never>;
/** The cheapest settings of each lab, a number of its result, and where it stands in a report. */
const labs: {
  lab: string;
  parameters: Record<string, number>;
  path: string;
  edit: (result: Numbers) => { in: Record<string, number>; name: string };
}[] = [
  {
    lab: 'latency',
    parameters: { epochs: 1, repetitions: 200, replications: 3 },
    path: 'models[1].auc',
    edit: (r) => ({ in: r['models']![1] as never, name: 'auc' }),
  },
  {
    lab: 'time-leak',
    parameters: { worlds: 1 },
    path: 'scores[3].auc',
    edit: (r) => ({ in: r['scores']![3] as never, name: 'auc' }),
  },
  {
    lab: 'backdoor',
    parameters: { cleanFaces: 200, poisons: 20, epochs: 2 },
    path: 'cleanAccuracy',
    edit: (r) => ({ in: r as never, name: 'cleanAccuracy' }),
  },
  {
    lab: 'fairness',
    parameters: { seeds: 1, resamples: 100, steps: 50 },
    path: 'models[0].accuracy',
    edit: (r) => ({ in: r['models']![0] as never, name: 'accuracy' }),
  },
];

describe.each(labs)('a card of $lab', ({ lab, parameters, path, edit }) => {
  let first: string;
  let again: string;
  let card: RunCard;

  it('is matched by its replay, in every value', async () => {
    first = await runTo(native, lab, parameters, null);
    card = await exported(native, first);
    // The latency lab times what its training has warmed up: it goes step by step.
    expect(card.backend).toBe(lab === 'latency' ? 'tensorflow' : 'tensorflow-graph');
    again = await runTo(native, lab, parameters, card.measured === null ? null : first);
    const report = await native.window.call('run.checkReplay', { run: first, replay: again });
    expect(report).toMatchObject({
      agrees: true,
      hashFits: true,
      other: [],
      leftOut: [],
      within: 0,
      tolerance: 1e-4,
      differing: 0,
    });
    expect(report.compared).toBeGreaterThan(500);
  });

  it('edited by hand is told by its hash, and its replay names that number and by how much', async () => {
    const forged = structuredClone(card);
    const { in: where, name } = edit(forged.result as never);
    where[name] = where[name]! * 0.98;
    const { run, hashFits, outcome } = await taken(native, forged);
    expect({ hashFits, outcome }).toEqual({ hashFits: false, outcome: 'copy' });
    const report = await native.window.call('run.checkReplay', { run: run.id, replay: again });
    expect(report).toMatchObject({
      agrees: false,
      hashFits: false,
      other: [],
      differing: 1,
      differences: [{ path, by: expect.closeTo(0.02, 6) }],
    });
    expect(replayText(run, report)).toMatch(
      /does not fit its content hash[\s\S]*1 of \d+ values differ/,
    );
  });

  it('from another backend is "other machine", agrees as closely as the lab says, and is not called changed', async () => {
    const there = await taken(wasm, card);
    const made = await exported(
      wasm,
      await runTo(wasm, lab, parameters, card.measured === null ? null : there.run.id),
    );
    expect(made.backend).toBe('wasm');
    const back = await taken(native, made);
    expect(back.hashFits).toBe(true);
    const report = await native.window.call('run.checkReplay', { run: back.run.id, replay: again });
    expect(report).toMatchObject({
      agrees: true,
      hashFits: true,
      tolerance: catalog.elsewhere(lab).tolerance ?? 0.02,
      leftOut: catalog.elsewhere(lab).leftOut ?? [],
    });
    expect(report.other).toContain(`backend wasm, now ${card.backend}`);
    const text = replayText(back.run, report);
    expect(text).toMatch(/^Other machine: backend wasm, now tensorflow/m);
    expect(text).not.toContain('was changed');
  });
});
