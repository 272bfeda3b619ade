import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { played } from '../../test/electron-double/app.ts';
import { electron } from '../../test/electron-double/electron.ts';

vi.doMock('electron', () => electron);

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
      env: { PATH: '/bin', TF_NUM_INTRAOP_THREADS: '1', TF_CPP_MIN_LOG_LEVEL: '2' },
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
  await vi.waitFor(() => expect(child.stderr!()).toBe('last words'));
  process.play('exit', 9);
  child.onExit((exit) => seen.push(exit));
  child.channel.send('too late');
  expect(seen).toEqual(['hello', 'closed', { code: 9, signal: null }, { code: 9, signal: null }]);
  expect(process.posted).toEqual(['ask']);
});
