import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, Platform } from 'electron-builder';
import { debEnvironment, findProgram } from '../../main/package/deb/find-dpkg.mjs';
import { runBuilder } from './builder.ts';
import type { Checks } from './checks.ts';
import { checkInstallation } from './deb-install.ts';
import { mustRun, runProgram } from './program.ts';

export interface DebPlaces {
  root: string;
  /** The packed app's folder. */
  app: string;
  /** An own folder for the deb, what was taken out of it, and the system it is installed into. */
  folder: string;
}

/**
 * Makes a deb of the packed app with electron-builder's own target and our program in fpm's place.
 * It is compressed as fast as can be: what is handed out is not this file.
 */
async function makeDeb({ root, app, folder }: DebPlaces): Promise<string> {
  // electron-builder hands its own environment on.
  const before = { ...process.env };
  Object.assign(process.env, debEnvironment(root), { DPKG_DEB_COMPRESSOR_LEVEL: '1' });
  try {
    const made = await runBuilder({
      targets: Platform.LINUX.createTarget('deb', Arch.x64),
      projectDir: root,
      prepackaged: app,
      publish: 'never',
      config: { directories: { output: join(folder, 'dist') }, deb: { compression: 'gz' } },
    });
    const deb = made.find((path) => path.endsWith('.deb'));
    if (!deb) throw new Error('electron-builder made no deb.');
    return deb;
  } finally {
    process.env = before;
  }
}

/** A check that one of Debian's tools makes; reported as not run where the tool is not installed. */
async function withTool(
  checks: Checks,
  tool: string,
  name: string,
  work: (program: string) => Promise<string | void>,
): Promise<void> {
  const program = findProgram(tool);
  if (program === null) checks.notRun(name, `${tool} is not installed`);
  else await checks.check(name, () => work(program));
}

/** lintian's errors that no override of ours excuses. Throws with them; says how many warnings are left. */
async function lint(program: string, deb: string): Promise<string> {
  const { text } = await runProgram(program, [
    '--allow-root',
    '--no-cfg',
    '--tag-display-limit=0',
    '--fail-on=none',
    deb,
  ]);
  const lines = text.split('\n');
  const errors = lines.filter((line) => line.startsWith('E: '));
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const strange = lines.find((line) => line && !/^[EWIPXON]: /.test(line));
  if (strange) throw new Error(`lintian could not look at it: ${text.slice(0, 1000)}`);
  const warnings = lines.filter((line) => line.startsWith('W: '));
  for (const line of warnings) console.log(`        ${line}`);
  return `no errors, ${warnings.length} warnings`;
}

/** An AppArmor older than 4 has no rule for user namespaces, and the package leaves the profile out there. */
async function checkProfile(checks: Checks, profile: string): Promise<void> {
  const name = 'apparmor_parser reads the profile';
  const parser = findProgram('apparmor_parser');
  if (parser === null) return checks.notRun(name, 'apparmor_parser is not installed');
  const { text } = await runProgram(parser, ['--version']);
  const version = /version (\d+)[\d.]*/.exec(text);
  if (version && Number(version[1]) < 4)
    return checks.notRun(
      name,
      `this is AppArmor ${version[0]}, and the profile’s form is that of version 4`,
    );
  await checks.check(name, async () => void (await mustRun(parser, ['-QT', profile])));
}

/** Everything about the deb: made, looked at with Debian's own tools, installed into an empty system and removed again. */
export async function checkDeb(checks: Checks, places: DebPlaces): Promise<void> {
  if (process.arch !== 'x64')
    return checks.notRun('the deb', `it is made for x64 only, and this is ${process.arch}`);
  if (findProgram('dpkg-deb') === null)
    return checks.notRun('the deb', 'dpkg-deb is not installed');
  await mkdir(places.folder, { recursive: true });
  const deb = await checks.check('electron-builder makes a deb', () => makeDeb(places));
  if (deb === null) return checks.skipped('what is in the deb');
  const out = join(places.folder, 'contents');
  await checks.check('it can be unpacked, and all in it is root’s', async () => {
    await mustRun('dpkg-deb', ['--raw-extract', deb, out]);
    const list = await mustRun('dpkg-deb', ['--contents', deb]);
    const others = list.split('\n').filter((line) => !/^\S+ root\/root /.test(line));
    if (others.length > 0) throw new Error(others.join('\n'));
    await mustRun('md5sum', ['--check', '--quiet', 'DEBIAN/md5sums'], { cwd: out });
    const sums = await readFile(join(out, 'DEBIAN/md5sums'), 'utf8');
    return `${sums.trim().split('\n').length} files, each as its md5sum says`;
  });
  await withTool(
    checks,
    'desktop-file-validate',
    'desktop-file-validate has nothing to say',
    async (program) => {
      const said = await mustRun(program, [join(out, 'usr/share/applications/lectern.desktop')]);
      if (said) throw new Error(said);
    },
  );
  await withTool(
    checks,
    'appstreamcli',
    'appstreamcli accepts what software centres are told',
    async (program) => {
      const file = join(out, 'usr/share/metainfo/org.lectern.app.metainfo.xml');
      await mustRun(program, ['validate', '--no-net', file]);
    },
  );
  await checkProfile(checks, join(out, 'opt/Lectern/resources/apparmor-profile'));
  await withTool(checks, 'lintian', 'lintian finds no error that is not excused', (program) =>
    lint(program, deb),
  );
  await checkInstallation(checks, deb, join(places.folder, 'system'));
}
