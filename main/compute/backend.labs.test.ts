import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeEvents, computeMethods } from '../contract/compute.ts';
import type { ComputeInfo } from '../contract/methods.ts';
import { connect } from '../rpc/connect.ts';
import { spawnCompute } from '../services/compute/spawn-compute.ts';
import { buildTrialCompute, projectRoot } from './fixtures/build-trial.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());

/** Starts a real compute process on a backend, asks who it is, lets it run once and ends it. */
async function visit(backend: string): Promise<{ info: ComputeInfo; result: unknown }> {
  const child = spawnCompute(
    projectRoot,
    { ...process.env, LECTERN_BACKEND: backend },
    built.entry,
  );
  const client = connect(child.channel, computeMethods, computeEvents, {
    'run.progress': () => undefined,
  });
  try {
    const info = await client.call('compute.hello', {});
    const { result } = await client.call('run.execute', {
      run: 'r-1',
      lab: 'trial',
      parameters: {},
      seed: 7,
      measured: null,
    });
    return { info, result };
  } finally {
    const gone = new Promise((resolve) => child.onExit(resolve));
    child.kill();
    await gone;
  }
}

test('the native backend says so, names its versions, and uses one thread', async () => {
  const { info, result } = await visit('tensorflow');
  expect(info).toMatchObject({
    backend: 'tensorflow',
    threads: 1,
    fallbackReason: null,
    versions: { tfjs: '4.22.0', node: process.versions.node },
  });
  expect(info.versions.tensorflow).toMatch(/^\d+\.\d+/);
  expect(result).toMatchObject({ backend: 'tensorflow' });
});

test.each(['wasm', 'cpu'] as const)(
  'LECTERN_BACKEND=%s is obeyed and given as the reason',
  async (backend) => {
    const { info, result } = await visit(backend);
    expect(info).toMatchObject({ backend, threads: 1, versions: { tensorflow: null } });
    expect(info.fallbackReason).toContain(`LECTERN_BACKEND=${backend}`);
    expect(result).toMatchObject({ backend });
  },
);
