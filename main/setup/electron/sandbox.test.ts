import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
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
const system = (made: boolean | null, changed: Record<string, string> = {}, profile = '') =>
  ({
    makeNamespace: async () => made,
    setting: (name) => ({ ...settings, ...changed })[name] ?? null,
    profiles: () => [profile],
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
