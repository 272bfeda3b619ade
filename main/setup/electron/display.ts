import { createConnection, type NetConnectOpts } from 'node:net';
import { isAbsolute, join } from 'node:path';

/** Why no window can be shown here; null where one can. */
export function noDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string | null {
  if (platform !== 'linux') return null;
  return env['DISPLAY'] || env['WAYLAND_DISPLAY']
    ? null
    : 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); start Lectern in a desktop session.';
}

/** X servers listen on this port and those after it, one for each display number. */
const firstX11Port = 6000;

/** Where the servers listen that the variables name. The first that answers is enough. */
export function displayAddresses(env: NodeJS.ProcessEnv): NetConnectOpts[] {
  const addresses: NetConnectOpts[] = [];
  const wayland = env['WAYLAND_DISPLAY'];
  if (wayland)
    addresses.push({
      path: isAbsolute(wayland) ? wayland : join(env['XDG_RUNTIME_DIR'] ?? '', wayland),
    });
  const [, host = '', number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(env['DISPLAY'] ?? '') ?? [];
  if (number === undefined) return addresses;
  if (host === '' || host === 'unix') {
    const socket = `/tmp/.X11-unix/X${number}`;
    // Linux knows sockets without a file too; their names begin with a zero.
    addresses.push({ path: socket }, { path: `\0${socket}` });
  } else addresses.push({ host, port: firstX11Port + Number(number) });
  return addresses.filter((address) => !('port' in address) || address.port < 65_536);
}

function answers(address: NetConnectOpts, limit: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ ...address, timeout: limit });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/**
 * Whether somebody listens where the variables say a display is: null, or why not, as the end of a sentence with its remedy. A
 * variable that outlived its desktop looks like a display and is none.
 */
export async function unreachableDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): Promise<string | null> {
  const none = noDisplay(env, platform);
  if (none !== null || platform !== 'linux') return none;
  for (const address of displayAddresses(env)) if (await answers(address, 2000)) return null;
  const names = ['WAYLAND_DISPLAY', 'DISPLAY'].filter((name) => env[name]);
  const said = names.map((name) => `${name} is ${env[name]}`).join(', ');
  return `nothing answers at the display (${said}); start Lectern from a terminal that was opened in the desktop.`;
}
