import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { displayAddresses, noDisplay, unreachableDisplay } from './display.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-display-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('a display is needed on Linux only', async () => {
  expect(noDisplay({}, 'linux')).toContain('no display');
  expect(noDisplay({ DISPLAY: ':0' }, 'linux')).toBeNull();
  expect(noDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeNull();
  expect(noDisplay({}, 'darwin')).toBeNull();
  expect(await unreachableDisplay({ DISPLAY: ':0' }, 'darwin')).toBeNull();
});

it.each([
  [{ DISPLAY: ':7.0' }, [{ path: '/tmp/.X11-unix/X7' }, { path: '\0/tmp/.X11-unix/X7' }]],
  [{ DISPLAY: 'unix:1' }, [{ path: '/tmp/.X11-unix/X1' }, { path: '\0/tmp/.X11-unix/X1' }]],
  [{ DISPLAY: 'localhost:10.0' }, [{ host: 'localhost', port: 6010 }]],
  [{ DISPLAY: 'localhost:99999' }, []],
  [{ DISPLAY: 'nonsense' }, []],
  [{ WAYLAND_DISPLAY: 'w', XDG_RUNTIME_DIR: '/run/user/1' }, [{ path: '/run/user/1/w' }]],
  [{ WAYLAND_DISPLAY: '/run/w' }, [{ path: '/run/w' }]],
])('knows where %j listens', (env, addresses) => {
  expect(displayAddresses(env)).toEqual(addresses);
});

it.skipIf(process.platform === 'win32')('asks whether somebody is there', async () => {
  const server = createServer((socket) => socket.resume());
  const wayland = join(folder, 'wayland-0');
  await new Promise<void>((resolve) => server.listen(wayland, resolve));
  const env = { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder };
  expect(await unreachableDisplay(env, 'linux')).toBeNull();
  await new Promise((resolve) => server.close(resolve));
  expect(await unreachableDisplay(env, 'linux')).toContain(
    'nothing answers at the display (WAYLAND_DISPLAY is wayland-0)',
  );
});

it('one of two that answers is enough', async () => {
  const server = createServer((socket) => socket.resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const env = { WAYLAND_DISPLAY: join(folder, 'gone'), DISPLAY: `127.0.0.1:${port - 6000}` };
  expect(await unreachableDisplay(env, 'linux')).toBeNull();
  await new Promise((resolve) => server.close(resolve));
});
