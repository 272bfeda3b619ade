import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sandboxFault, type SandboxProbe } from './sandbox.ts';

let folder: string;
let program: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-sandbox-'));
  program = join(folder, 'electron');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const settings: Record<string, string> = {
  'user/max_user_namespaces': '1000',
  'kernel/unprivileged_userns_clone': '1',
  'kernel/apparmor_restrict_unprivileged_userns': '0',
};
const system = (
  made: boolean | null,
  changed: Record<string, string> = {},
  profile = '',
  mounts = '',
) =>
  ({
    makeNamespace: async () => made,
    setting: (name) => ({ ...settings, ...changed })[name] ?? null,
    profiles: () => [profile],
    mounts: () => mounts,
  }) satisfies SandboxProbe;
const ask = (probe: SandboxProbe, platform = 'linux', env = {}) =>
  sandboxFault(program, probe, platform, env);
const ubuntu = { 'kernel/apparmor_restrict_unprivileged_userns': '1' };

it('works where a user namespace can be made, and is not asked for elsewhere than on Linux', async () => {
  expect(await ask(system(true))).toBeNull();
  expect(await ask(system(false), 'darwin')).toBeNull();
});

it('a trial counts, whatever the settings say', async () => {
  expect(await ask(system(true, ubuntu))).toBeNull();
  expect(await ask(system(false))).toContain('the system forbids user namespaces and the sandbox');
});

it.each([
  [{ 'user/max_user_namespaces': '0' }, 'user.max_user_namespaces is 0'],
  [{ 'kernel/unprivileged_userns_clone': '0' }, 'kernel.unprivileged_userns_clone is 0'],
  [ubuntu, 'kernel.apparmor_restrict_unprivileged_userns is 1'],
])('names the setting that forbids it, also where nothing can be tried: %j', async (set, said) => {
  for (const made of [false, null]) {
    const fault = await ask(system(made, set));
    expect(fault).toContain(`(${said})`);
    expect(fault).toContain(`sudo chmod 4755 '${folder}/chrome-sandbox'`);
  }
});

it('what can’t be told is no fault: Electron is tried', async () => {
  expect(await ask(system(null))).toBeNull();
  // AppArmor lets this very program do what our own trial was denied.
  const profile = `profile lectern ${program} flags=(unconfined) { userns, }`;
  expect(await ask(system(false, ubuntu, profile))).toBeNull();
  expect(await ask(system(false, ubuntu, 'profile other /usr/bin/other { userns, }'))).toContain(
    'forbids',
  );
});

it.each([
  ['profile lectern /home/*/**/electron flags=(unconfined) { userns, }', true],
  [
    'profile Electron /{opt,srv}/*/{,dist/}electron* flags=(unconfined) {\n  userns create,\n}',
    true,
  ],
  ['profile chrome /opt/google/chrome/chrome flags=(unconfined) { userns, }', false],
  // One that allows no user namespace changes nothing.
  ['profile lectern /home/*/**/electron { network, }', false],
])('a profile may name the program by a pattern: %j', async (profile, tried) => {
  const fault = await ask(system(false, ubuntu, profile));
  if (tried) expect(fault).toBeNull();
  else expect(fault).toContain('forbids');
});

const root = '26 1 254:0 / / rw,relatime - ext4 /dev/vda rw';
const mount = (point: string, options: string) =>
  `40 26 254:1 / ${point.replaceAll(' ', String.raw`\040`)} ${options} shared:1 - ext4 /dev/vdb rw`;
it.each([
  ['it is mounted so', '', (own: string) => [root, mount(own, 'rw,nosuid,nodev')], true],
  ['a name with a space in it', 'a b', (own: string) => [mount(own, 'rw,nosuid'), root], true],
  [
    'one above it is, and a nearer one not',
    'c',
    (own: string) => [mount(join(own, '..'), 'rw,nosuid'), mount(own, 'rw')],
    false,
  ],
  [
    'another one lies over it',
    '',
    (own: string) => [mount(own, 'rw,nosuid'), mount(own, 'rw')],
    false,
  ],
  [
    'one has a name that begins alike',
    'dd',
    (own: string) => [root, mount(own.slice(0, -1), 'rw,nosuid')],
    false,
  ],
])(
  'nothing runs as root where the file system forbids it: %s',
  async (_, below, lines, forbids) => {
    const own = join(await realpath(folder), below);
    await mkdir(own, { recursive: true });
    program = join(own, 'electron');
    await writeFile(join(own, 'chrome-sandbox'), '');
    await chmod(join(own, 'chrome-sandbox'), 0o4755);
    const fault = await ask(system(false, {}, '', lines(own).join('\n')));
    if (forbids)
      expect(fault).toMatch(
        /because the system forbids user namespaces and the sandbox's helper can't run as root on .*, which is mounted with nosuid; .* another file system/,
      );
    else expect(fault ?? '').not.toContain('nosuid');
    expect(fault === null).toBe(!forbids && process.getuid?.() === 0);
    expect(await ask(system(true, {}, '', lines(own).join('\n')))).toBeNull();
  },
);

it('a helper counts only if it is root’s and runs as root', async () => {
  const helper = join(folder, 'chrome-sandbox');
  await writeFile(helper, '');
  await chmod(helper, 0o755);
  expect(await ask(system(false))).toContain('forbids');
  await chmod(helper, 0o4755);
  const asRoot = process.getuid?.() === 0;
  expect((await ask(system(false))) === null).toBe(asRoot);
  program = '/elsewhere/electron';
  expect((await ask(system(false), 'linux', { CHROME_DEVEL_SANDBOX: helper })) === null).toBe(
    asRoot,
  );
});

it('a path with a quote in it can be pasted', async () => {
  program = "/it's/electron";
  expect(await ask(system(false))).toContain(String.raw`'/it'\''s/chrome-sandbox'`);
});
