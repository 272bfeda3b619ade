import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { played } from '../../test/electron-double/app.ts';
import { electron, fresh } from '../../test/electron-double/electron.ts';
import { killPlayed } from '../../test/electron-double/child.ts';
import { eventually } from '../../test/electron-double/start.ts';

vi.doMock('electron', () => electron);
const { kill } = process;
beforeEach(() => {
  fresh({ ready: true });
  vi.spyOn(process, 'kill').mockImplementation(killPlayed(kill));
});
afterEach(() => vi.restoreAllMocks());

it('compute is started with a fixed entry and a scrubbed environment', async () => {
  const { spawnUtility } = await import('./spawn-compute.ts');
  const errors = new PassThrough();
  played.compute = (child) => void (child.stderr = errors);
  const child = spawnUtility('/app', { PATH: '/bin', NODE_OPTIONS: '--require evil', SECRET: 'x' });
  const [{ child: process, ...forked }] = played.forks as [(typeof played.forks)[number]];
  expect(forked).toEqual({
    entry: join('/app', 'out', 'node', 'compute.js'),
    args: [],
    options: {
      env: {
        PATH: '/bin',
        TF_NUM_INTRAOP_THREADS: '1',
        TF_NUM_INTEROP_THREADS: '2',
        TF_CPP_MIN_LOG_LEVEL: '2',
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe'],
      serviceName: 'Lectern compute',
    },
  });
  const seen: unknown[] = [];
  child.channel.onMessage((text) => seen.push(text));
  child.channel.onClose(() => seen.push('closed'));
  child.onExit((exit) => seen.push(exit));
  child.channel.send('ask');
  process.play('message', 'hello');
  errors.write('last words');
  await eventually(() => expect(child.stderr!()).toBe('last words'));
  process.end(9);
  child.onExit((exit) => seen.push(exit));
  child.channel.send('too late');
  expect(seen).toEqual(['hello', 'closed', { code: 9, signal: null }, { code: 9, signal: null }]);
  expect(process.posted).toEqual(['ask']);
});

it.each(['linux', 'win32'])(
  'an end that is asked for before it stands comes once it does (%s)',
  async (on) => {
    const { platform } = process;
    Object.defineProperty(process, 'platform', { value: on, configurable: true });
    try {
      const { spawnUtility } = await import('./spawn-compute.ts');
      played.compute = () => undefined;
      const child = spawnUtility('/app', {});
      const ended = new Promise((resolve) => child.onExit(resolve));
      child.kill();
      child.kill();
      expect(child.pid).toBe(0);
      played.forks[0]!.child.spawn();
      expect(await ended).toEqual({ code: on === 'win32' ? 0 : 9, signal: null });
    } finally {
      Object.defineProperty(process, 'platform', { value: platform, configurable: true });
    }
  },
);

it('a fatal error inside it is named, and does not take the program with it', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { spawnUtility } = await import('./spawn-compute.ts');
  const child = spawnUtility('/app', {});
  const process = played.forks[0]!.child;
  const ended = new Promise((resolve) => child.onExit(resolve));
  process.play('error', 'FatalError', 'v8::internal::Heap', '{"header":{}}');
  process.end(5);
  expect(await ended).toEqual({ code: 5, signal: null });
  expect(said.mock.calls).toEqual([['Lectern compute: FatalError in v8::internal::Heap']]);
});
