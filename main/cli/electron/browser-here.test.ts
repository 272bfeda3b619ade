import { expect, it } from 'vitest';
import { canShowBrowser } from './browser-here.ts';

const reached = async () => null;
const unreached = async () => 'there is no display.';

it.each<[boolean, string, NodeJS.Platform, NodeJS.ProcessEnv, () => Promise<string | null>]>([
  [false, 'on Linux without a display', 'linux', {}, unreached],
  [true, 'on Linux with one that answers', 'linux', { DISPLAY: ':0' }, reached],
  [false, 'where the display refuses to be asked', 'linux', {}, () => Promise.reject(new Error())],
  [true, 'with a browser that was named', 'linux', { BROWSER: 'code --open' }, unreached],
  [true, 'in Windows’ Linux', 'linux', { WSL_DISTRO_NAME: 'Ubuntu' }, unreached],
  [true, 'on macOS', 'darwin', {}, unreached],
  [true, 'on Windows', 'win32', {}, unreached],
])('%s %s', async (can, _where, platform, env, display) => {
  expect(await canShowBrowser(env, platform, display)).toBe(can);
});
