import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildTrialCompute, projectRoot } from '../../compute/fixtures/build-trial.ts';
import { lab } from '../../compute/fixtures/trial-lab.ts';
import { makeCatalog } from '../../compute/make-catalog.ts';
import { withFallback } from '../../policy/compute-env.ts';
import { openWindow, trial } from '../fixtures/trial-host.ts';
import { createHost, type LecternHost } from '../host.ts';
import { spawnCompute } from './spawn-compute.ts';

let folder: string;
let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let host: LecternHost | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-fallback-'));
  built = await buildTrialCompute();
});
afterEach(() => host?.close());
afterAll(async () => {
  await built.remove();
  await rm(folder, { recursive: true, force: true });
});

/** A host whose compute process dies before its hello unless `survives` holds for its environment; and how often it was started. */
async function startHost(survives: string, env: Record<string, string> = {}) {
  const entry = join(folder, `${survives.length}.mjs`);
  const real = JSON.stringify(pathToFileURL(built.entry).href);
  await writeFile(
    entry,
    `if (!(${survives})) process.kill(process.pid, 'SIGKILL');\nawait import(${real});\n`,
  );
  const started = { times: 0 };
  host = await createHost({
    root: projectRoot,
    kind: 'web',
    version: '0.0.0',
    catalog: makeCatalog([lab as never]),
    folder: await mkdtemp(join(folder, 'data-')),
    spawnCompute: (reason) => {
      started.times += 1;
      return spawnCompute(projectRoot, withFallback({ ...process.env, ...env }, reason), entry);
    },
  });
  return { window: openWindow(host), started };
}

const onWasm = "process.env.LECTERN_BACKEND === 'wasm'";

test('where compute dies twice before its hello, it is started on WebAssembly; the reason is on screen, and runs work', async () => {
  const { window, started } = await startHost(onWasm, { LECTERN_BACKEND: '' });
  const { compute } = await window.info((info) => info.compute.state === 'ready');
  expect(compute).toMatchObject({
    info: {
      backend: 'wasm',
      fallbackReason: expect.stringMatching(
        /^The compute process ended twice before it was ready; .*killed by the system.*\.$/,
      ),
    },
  });
  expect(started.times).toBe(3);
  const { id } = await window.call('run.start', trial('steady'));
  expect(await window.run(id, (run) => run.status === 'finished')).toMatchObject({
    backend: 'wasm',
  });
});

test('where it dies there too it stays down, and a restart by hand tries the native library first', async () => {
  const { window, started } = await startHost('false', { LECTERN_BACKEND: '' });
  const { compute } = await window.info((info) => info.compute.state === 'down');
  expect(compute).toMatchObject({ why: expect.stringMatching(/Delete the folder “out” .*again/) });
  expect(started.times).toBe(3);
  await window.call('app.restartCompute', {});
  await window.info((info) => info.compute.state === 'restarting');
  await window.info((info) => info.compute.state === 'down');
  expect(started.times).toBe(6);
});

test('an earlier crash in a run takes WebAssembly away from nobody', async () => {
  const mark = join(folder, 'was-ready');
  const first = `!process.getBuiltinModule('fs').existsSync(${JSON.stringify(mark)})`;
  const { window, started } = await startHost(`${first} || ${onWasm}`, { LECTERN_BACKEND: '' });
  await window.info((info) => info.compute.state === 'ready');
  await writeFile(mark, '');
  await window.call('run.start', trial('killed'));
  await window.info((info) => info.compute.state === 'restarting');
  const { compute } = await window.info((info) => info.compute.state !== 'restarting');
  expect(compute).toMatchObject({ state: 'ready', info: { backend: 'wasm' } });
  expect(started.times).toBe(4);
});

test('a backend that the person chose is not changed, and no other reason is given for it', async () => {
  const { window } = await startHost("process.env.LECTERN_BACKEND === 'cpu'", {
    LECTERN_BACKEND: 'cpu',
  });
  const { compute } = await window.info((info) => info.compute.state === 'ready');
  expect(compute).toMatchObject({
    info: { backend: 'cpu', fallbackReason: expect.stringContaining('LECTERN_BACKEND=cpu') },
  });
});
