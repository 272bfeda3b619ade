import { spawnSync } from 'node:child_process';
import { existsSync, readlinkSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = fileURLToPath(new URL('.', import.meta.url));
/** A system in a folder, as dpkg hands it to a package's scripts (DPKG_ROOT), and a folder of programs that play the system's own. */
let system: string;
let programs: string;

const play = async (name: string, exit: number) => {
  await writeFile(join(programs, name), `#!/bin/sh\nexit ${exit}\n`);
  await chmod(join(programs, name), 0o755);
};

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-scripts-'));
  system = join(folder, 'system');
  programs = join(folder, 'programs');
  await mkdir(programs);
  await mkdir(join(system, 'opt/Lectern/resources'), { recursive: true });
  await writeFile(join(system, 'opt/Lectern/chrome-sandbox'), '', { mode: 0o755 });
  await writeFile(join(system, 'opt/Lectern/resources/apparmor-profile'), 'profile "lectern" {}\n');
  // Root itself may make user namespaces everywhere; what the ordinary user may is what setpriv's command comes to.
  await play('unshare', 0);
  await play('setpriv', 0);
  await play('apparmor_status', 1);
  await play('apparmor_parser', 1);
});
afterEach(() => rm(join(system, '..'), { recursive: true, force: true }));

function run(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('/bin/sh', [join(scripts, script), ...args], {
    env: { PATH: `${programs}:/usr/bin:/bin`, DPKG_ROOT: system },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return stdout;
}
const sandboxMode = async () =>
  (await stat(join(system, 'opt/Lectern/chrome-sandbox'))).mode & 0o7777;
const profile = () => join(system, 'etc/apparmor.d/lectern');

describe.skipIf(process.platform === 'win32')('after it was installed', () => {
  it('the sandbox’s helper has root’s rights where an ordinary user may make no user namespace', async () => {
    await play('setpriv', 1);
    run('after-install.sh', 'configure');
    expect(await sandboxMode()).toBe(0o4755);
  });

  it('and none where one may, even if it had them before', async () => {
    await chmod(join(system, 'opt/Lectern/chrome-sandbox'), 0o4755);
    run('after-install.sh', 'configure');
    expect(await sandboxMode()).toBe(0o755);
  });

  it('it can be called by its name', () => {
    run('after-install.sh', 'configure');
    expect(readlinkSync(join(system, 'usr/bin/lectern'))).toBe('/opt/Lectern/lectern');
  });

  it('AppArmor gets the profile where it is on and knows its form', async () => {
    run('after-install.sh', 'configure');
    expect(existsSync(profile()), 'AppArmor is off').toBe(false);
    await play('apparmor_status', 0);
    expect(run('after-install.sh', 'configure')).toMatch(/left out/);
    expect(existsSync(profile()), 'an older AppArmor').toBe(false);
    await play('apparmor_parser', 0);
    run('after-install.sh', 'configure');
    expect(existsSync(profile()), 'a newer one').toBe(true);
  });
});

describe.skipIf(process.platform === 'win32')('after it was removed', () => {
  beforeEach(async () => {
    await play('apparmor_status', 0);
    await play('apparmor_parser', 0);
    run('after-install.sh', 'configure');
  });

  it('name and profile are gone', () => {
    run('after-remove.sh', 'remove');
    expect(existsSync(profile())).toBe(false);
    expect(() => readlinkSync(join(system, 'usr/bin/lectern'))).toThrow('ENOENT');
    run('after-remove.sh', 'purge');
  });

  it('but not in an update, which calls the same script', () => {
    run('after-remove.sh', 'upgrade', '0.2.0');
    expect(existsSync(profile())).toBe(true);
    expect(readlinkSync(join(system, 'usr/bin/lectern'))).toBe('/opt/Lectern/lectern');
  });

  it('what somebody else has put in its place stays', async () => {
    const name = join(system, 'usr/bin/lectern');
    await rm(name);
    await writeFile(name, '');
    run('after-remove.sh', 'remove');
    expect(existsSync(name)).toBe(true);
  });
});
