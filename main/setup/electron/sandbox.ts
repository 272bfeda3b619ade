import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './run.ts';

/** What is asked of the system. Tests put their own answers in its place. */
export interface SandboxProbe {
  /** Whether a user namespace with rights inside it can be made, by making one. Null where it can't be tried. */
  makeNamespace(): Promise<boolean | null>;
  /** A kernel setting, as in /proc/sys; null where the kernel has none of that name. */
  setting(name: string): string | null;
  /** AppArmor's profiles as text. */
  profiles(): string[];
  /** What is mounted where, as in /proc/self/mountinfo. Empty where the system doesn't tell. */
  mounts(): string;
}

const textOf = (file: string) => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
};

const system: SandboxProbe = {
  async makeNamespace() {
    // The second one is what tells: AppArmor may let a program make a user namespace and then deny it every right in there.
    const ended = await run('unshare', ['-U', '-r', 'unshare', '-n', 'true']);
    return ended && ended.code === 0;
  },
  setting: (name) => textOf(join('/proc/sys', name)),
  profiles() {
    try {
      const folder = '/etc/apparmor.d';
      return readdirSync(folder).map((name) => textOf(join(folder, name)) ?? '');
    } catch {
      return [];
    }
  },
  mounts: () => textOf('/proc/self/mountinfo') ?? '',
};

/** The settings that forbid user namespaces, and the value that does. */
const forbidding: [string, string][] = [
  ['user/max_user_namespaces', '0'],
  ['kernel/unprivileged_userns_clone', '0'],
  ['kernel/apparmor_restrict_unprivileged_userns', '1'],
];

const helperOf = (program: string) => join(dirname(program), 'chrome-sandbox');

/**
 * Where the file system is mounted on which nothing becomes root, and which holds a file; null where another one holds it. Of those
 * above the file, the nearest counts, and of two in one place the later.
 */
function nosuidMount(file: string, mounts: string): string | null {
  let path = file;
  try {
    path = realpathSync(file);
  } catch {
    // Not there: where it would be is what counts.
  }
  let nearest = { point: '', options: '' };
  for (const line of mounts.split('\n')) {
    const [, , , , written = '', options = ''] = line.split(' ');
    // A space in a name is written as its number, like other signs that would be taken for the end of a field.
    const point = written.replace(/\\([0-7]{3})/g, (_, number: string) =>
      String.fromCharCode(parseInt(number, 8)),
    );
    const above = path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (point && above && point.length >= nearest.point.length) nearest = { point, options };
  }
  return nearest.options.split(',').includes('nosuid') ? nearest.point : null;
}

/** Chromium's own test: the helper belongs to root, runs as root, and may be run by everyone (mode 4755). */
function helperFits(file: string | undefined, mounts: string): boolean {
  const found = file ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (!file || !found || found.uid !== 0 || (found.mode & 0o4001) !== 0o4001) return false;
  return nosuidMount(file, mounts) === null;
}

/**
 * Whether a profile of AppArmor may be for this program: it has its path, or it allows user namespaces and has Electron's name in it.
 * The path may be written as a pattern, and only AppArmor knows what all that means.
 */
const mayBeFor = (program: string) => (profile: string) =>
  profile.includes(program) || (/\buserns\b/.test(profile) && /electron/i.test(profile));

const quoted = (path: string) => `'${path.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Whether Electron's sandbox can work for a program: null where it can, or where that can't be told, else why not, as the end of a
 * sentence with its remedy. Without a sandbox Electron stops itself with SIGTRAP, and Lectern never turns the sandbox off.
 */
export async function sandboxFault(
  program: string,
  probe: SandboxProbe = system,
  platform: string = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  if (platform !== 'linux') return null;
  const mounts = probe.mounts();
  const helpers = [helperOf(program), env['CHROME_DEVEL_SANDBOX']];
  if (helpers.some((helper) => helperFits(helper, mounts))) return null;
  const made = await probe.makeNamespace();
  if (made === true) return null;
  const settings = forbidding.filter(([name, value]) => probe.setting(name) === value);
  if (made === null && settings.length === 0) return null;
  // A profile for this program may allow it what our own trial was denied: let Electron try.
  const byAppArmor = settings.some(([name]) => name.includes('apparmor'));
  if (settings.length === 1 && byAppArmor && probe.profiles().some(mayBeFor(program))) return null;
  const said = settings.map(([name, value]) => `${name.replace('/', '.')} is ${value}`).join(', ');
  const why = `its sandbox can't work here, because the system forbids user namespaces${said ? ` (${said})` : ''}`;
  const mount = nosuidMount(helperOf(program), mounts);
  if (mount !== null)
    return (
      `${why} and the sandbox's helper can't run as root on ${mount}, which is mounted with nosuid;` +
      ` Electron's folder must be on another file system (it is ${dirname(program)}).`
    );
  const helper = quoted(helperOf(program));
  return (
    `${why} and the sandbox's helper is not root's with mode 4755; this gives it that:` +
    ` sudo chown root:root ${helper} && sudo chmod 4755 ${helper}.`
  );
}
