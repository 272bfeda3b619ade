import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exitInWords, type ComputeChild, type Exit } from './compute-child.ts';
import { computeEntry, spawnCompute } from './spawn-compute.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-spawn-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function child(source: string, env: Record<string, string> = {}): Promise<ComputeChild> {
  const entry = join(folder, `${Math.abs(Math.sin(source.length)).toString(36).slice(2)}.mjs`);
  await writeFile(entry, source);
  return spawnCompute(folder, { ...process.env, ...env }, entry);
}
const exit = (of: ComputeChild) => new Promise<Exit>((resolve) => of.onExit(resolve));

test('the entry is fixed below the program, and the child starts without arguments, Node options or secrets', async () => {
  expect(computeEntry('root')).toBe(join('root', 'out', 'node', 'compute.js'));
  const started = await child(
    'process.send(JSON.stringify({ env: process.env, argv: process.argv.slice(2), execArgv: process.execArgv }));',
    {
      NPM_TOKEN: 'secret',
      NODE_OPTIONS: '--no-warnings',
      HTTPS_PROXY: 'http://user:password@proxy',
      LECTERN_BACKEND: 'wasm',
      TF_NUM_INTRAOP_THREADS: '8',
    },
  );
  const said = JSON.parse(
    await new Promise<string>((resolve) => started.channel.onMessage(resolve)),
  );
  expect(said).toMatchObject({
    argv: [],
    execArgv: [],
    env: {
      LECTERN_BACKEND: 'wasm',
      TF_NUM_INTRAOP_THREADS: '1',
      TF_NUM_INTEROP_THREADS: '2',
    },
  });
  for (const name of ['NPM_TOKEN', 'NODE_OPTIONS', 'HTTPS_PROXY'])
    expect(said.env).not.toHaveProperty(name);
  started.kill();
});

test('how it ended is known also to who asks late; its last words are kept, and only so many', async () => {
  const started = await child(
    "process.stderr.write('x'.repeat(20_000) + 'the end', () => process.exit(3));",
  );
  expect(await exit(started)).toEqual({ code: 3, signal: null });
  expect(await exit(started)).toEqual({ code: 3, signal: null });
  expect(started.stderr!().length).toBeLessThanOrEqual(8_000);
  // A message to a child that is gone must not take its host with it.
  started.channel.send('hello?');
});

test('kill ends a child that never yields', async () => {
  const started = await child("process.send('up'); for (;;);");
  await new Promise((resolve) => started.channel.onMessage(resolve as () => void));
  started.kill();
  expect(await exit(started)).toMatchObject({ signal: 'SIGKILL' });
});

test('an end is put into words', () => {
  expect(exitInWords({ code: 3, signal: null })).toContain('code 3');
  expect(exitInWords({ code: null, signal: 'SIGKILL' })).toContain('memory');
  expect(exitInWords({ code: null, signal: 'SIGSEGV' })).toContain('SIGSEGV');
  expect(exitInWords({ code: 0, signal: null })).toContain('by itself');
});
