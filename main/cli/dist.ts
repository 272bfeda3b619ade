import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { debEnvironment } from '../package/deb/find-dpkg.mjs';
import { buildApp } from '../setup/build-node.mjs';
import { findElectron } from '../setup/electron/electron-binary.ts';
import { fetchElectron } from '../setup/electron/fetch.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';
import { UsageError } from './usage.ts';

const help = `npm run dist -- [--linux TARGET | --mac TARGET | --win TARGET] [OPTIONS]
  Makes an installable app in dist/, for this computer's system and processor only.
  Every option goes on to electron-builder: --linux deb, -c.compression=store`;

const systems: Record<string, string> = {
  '--linux': 'linux',
  '-l': 'linux',
  '--mac': 'darwin',
  '--macos': 'darwin',
  '-m': 'darwin',
  '-o': 'darwin',
  '--win': 'win32',
  '--windows': 'win32',
  '-w': 'win32',
};
const processors = ['--x64', '--arm64', '--ia32', '--armv7l', '--universal'];

/**
 * What electron-builder is called with. Only for the computer at hand: TensorFlow's native library is here for no other one.
 * Throws a `UsageError` where another system or processor is asked for, or an AppImage.
 */
export function builderArguments(
  args: readonly string[],
  platform: string,
  arch: string,
  electronDist: string | null,
): string[] {
  const other = args.find(
    (arg) =>
      (Object.hasOwn(systems, arg) && systems[arg] !== platform) ||
      (processors.includes(arg) && arg !== `--${arch}`),
  );
  if (other)
    throw new UsageError(
      `${other} is not this computer (${platform}, ${arch}). TensorFlow's library is here ` +
        'for this one only: pack on a computer of the kind you pack for.',
    );
  // Also as in `--linux=AppImage`, `deb,appimage` and `-c.linux.target=AppImage`.
  const appImage = args.find((arg) => /(?:^(?:-l)?|[=,:])appimage(?:[,:]|$)/i.test(arg));
  if (appImage)
    throw new UsageError(
      `${appImage} is not made: an AppImage's starter turns Chromium's sandbox off by itself ` +
        'wherever the system forbids user namespaces (Ubuntu 23.10 and later). Make a deb: npm run dist -- --linux deb.',
    );
  const given = (name: string) => args.some((arg) => arg === name || arg.startsWith(`${name}=`));
  return [
    ...(args.includes(`--${arch}`) ? [] : [`--${arch}`]),
    ...(electronDist && !given('-c.electronDist') ? [`-c.electronDist=${electronDist}`] : []),
    ...(given('--publish') ? [] : ['--publish', 'never']),
    ...args,
  ];
}

/** Packages the app with electron-builder. Further arguments are handed on to it. Returns its exit code. */
export async function dist(args: string[], root: string): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return 0;
  }
  builderArguments(args, process.platform, process.arch, null);
  const report = createReport();
  let electron = findElectron(root);
  if (!electron.path && !process.env['ELECTRON_OVERRIDE_DIST_PATH']) {
    electron = await fetchElectron(root, report);
    report.done();
  }
  if (!electron.path) {
    throw new LecternError({
      code: 'internal',
      what: `An app can't be packaged here: ${electron.why}`,
      safe: 'Nothing was changed.',
      next:
        'Connect to the internet and try again, or name a local copy with ' +
        'ELECTRON_OVERRIDE_DIST_PATH. What would be packed is tried with npm run ' +
        'test:package.',
    });
  }
  const ready = await ensureReady(root, report, {});
  if (!ready.library?.native)
    console.log("Packed without TensorFlow's native library: the labs will run on WebAssembly.");
  await buildApp(root);
  // On a Mac the program is a folder full of links, which electron-builder unpacks best itself.
  const folder =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??
    (process.platform === 'darwin' ? null : join(root, 'node_modules/electron/dist'));
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...builderArguments(args, process.platform, process.arch, folder),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...debEnvironment(root) } },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
