import { lstat, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '../../main/package/deb/find-dpkg.mjs';
import type { Checks } from './checks.ts';
import { mustRun, runProgram } from './program.ts';

/** A folder that dpkg takes for a system in which nothing is installed. */
async function emptySystem(folder: string): Promise<void> {
  for (const part of ['info', 'updates', 'triggers'])
    await mkdir(join(folder, 'var/lib/dpkg', part), { recursive: true });
  for (const file of ['status', 'available'])
    await writeFile(join(folder, 'var/lib/dpkg', file), '');
}

/**
 * dpkg on that system. Its scripts run outside of it with DPKG_ROOT set, for there is no shell inside; what the package depends on
 * is not there either. Who is not root plays root with fakeroot.
 */
function dpkgOn(system: string): (args: string[]) => Promise<string> {
  const options = [
    `--root=${system}`,
    `--log=${join(system, 'dpkg.log')}`,
    '--force-depends',
    '--force-script-chrootless',
    '--force-not-root',
    '--path-include=*',
  ];
  const playing = process.getuid!() === 0 ? [] : ['fakeroot'];
  return (args) => {
    const [program, ...rest] = [...playing, 'dpkg', ...options, ...args];
    // dpkg itself wants to find these, and they are not on everybody's PATH.
    return mustRun(program!, rest, { env: { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } });
  };
}

/** What the package's script asks: may an ordinary user make user namespaces here? */
async function namespacesWork(): Promise<boolean> {
  const asNobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  const { code } = await runProgram('setpriv', [
    ...asNobody,
    ...['unshare', '--user', '--map-root-user', 'true'],
  ]).catch(() => ({ code: 1 }));
  return code === 0;
}

/** Everything in the system that is no folder and not dpkg's own. */
async function filesOf(system: string): Promise<string[]> {
  const entries = await readdir(system, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(system.length))
    .filter((path) => path !== '/dpkg.log' && !path.startsWith('/var/lib/dpkg'))
    .sort();
}

async function checkInstalled(system: string): Promise<string> {
  const app = '/opt/Lectern';
  const link = await readlink(join(system, 'usr/bin/lectern'));
  if (link !== `${app}/lectern`) throw new Error(`/usr/bin/lectern leads to ${link}.`);
  const desktop = await readFile(join(system, 'usr/share/applications/lectern.desktop'), 'utf8');
  const exec = /^Exec=(\S+) %U$/m.exec(desktop)?.[1];
  if (exec !== `${app}/lectern`) throw new Error(`The menu entry starts ${exec}.`);
  if (((await lstat(join(system, exec))).mode & 0o777) !== 0o755)
    throw new Error(`${exec} can't be started by everybody.`);
  const mode = (await lstat(join(system, app, 'chrome-sandbox'))).mode & 0o7777;
  const wanted = (await namespacesWork()) ? 0o755 : 0o4755;
  if (mode !== wanted)
    throw new Error(`chrome-sandbox has mode ${mode.toString(8)}, not ${wanted.toString(8)}.`);
  return `chrome-sandbox has mode ${mode.toString(8)}`;
}

/** Installs the deb into an empty system, over itself, and removes it: dpkg and the package's own scripts really run. */
export async function checkInstallation(
  checks: Checks,
  deb: string,
  system: string,
): Promise<void> {
  const name = 'it installs into an empty system, and again over itself';
  for (const tool of process.getuid!() === 0 ? ['dpkg'] : ['dpkg', 'fakeroot'])
    if (findProgram(tool) === null) return checks.notRun(name, `${tool} is not installed`);
  await emptySystem(system);
  const dpkg = dpkgOn(system);
  const installed = await checks.check(name, async () => {
    await dpkg(['--install', deb]);
    const said = await checkInstalled(system);
    await dpkg(['--install', deb]);
    await checkInstalled(system);
    return `${said}; its scripts ran with DPKG_ROOT, without a chroot`;
  });
  if (installed === null) return checks.skipped('its removal');
  await checks.check('nothing of it is left after it was removed', async () => {
    await dpkg(['--purge', 'lectern']);
    const left = await filesOf(system);
    if (left.length > 0) throw new Error(left.join('\n'));
  });
}
