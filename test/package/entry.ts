import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractArchive, listArchive } from '../../main/package/asar.mjs';
import { formatTable } from '../../main/cli/usage.ts';
import { buildApp } from '../../main/setup/build-node.mjs';
import { findBrowser } from '../../main/setup/find-browser.ts';
import { cacheFolder } from '../../main/setup/places.ts';
import { Checks, none } from './checks.ts';
import { checkDeb } from './deb.ts';
import { expected } from './expected.ts';
import { readFuseComplaints } from './fuses.ts';
import { checkLicencesShipped, checkNamesNoFolder, checkNoDuplicates } from './look-inside.ts';
import { trainOneStep } from './native-step.ts';
import {
  awkwardName,
  mustBeReadOnly,
  setWritable,
  withoutRootRights,
  type CommandPrefix,
} from './read-only.ts';
import { complaints } from './rules.ts';
import { sizesByPart } from './sizes.ts';
import { smoke, webAssemblyRun } from './smoke.ts';
import { packAroundStandIn } from './stand-in.ts';
import { checkResolution, loadedBy, startPackedHost } from './web-host.ts';

/** Packages that the project has and the package must not see. */
const hidden = ['react', 'vite', 'esbuild', 'electron', 'electron-builder', '@playwright/test'];
/** What compute loads with `require`, which no bundler can see. */
const required = ['@tensorflow/tfjs', '@tensorflow/tfjs-node', '@tensorflow/tfjs-backend-wasm'];

interface Places {
  root: string;
  archive: string;
  /** What was taken out of the archive; an empty folder to start from; the data folder. */
  extracted: string;
  empty: string;
  home: string;
}

export interface Options {
  root: string;
  /** A folder that is left as it is in the end; a temporary one where null. */
  keep: string | null;
  /** An app that `npm run dist` has packed; null packs one around a stand-in for Electron. */
  app: string | null;
}

/** Packs, looks, runs; prints a line for each check and the sizes. Returns the exit code. */
export async function testPackage({ root, keep, app }: Options): Promise<number> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'lectern-package-')));
  const [extracted, empty, home] = [awkwardName, 'empty', 'home'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  for (const path of [extracted, empty, home, join(folder, 'deb')]) {
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true });
  }
  const checks = new Checks();
  try {
    if (!app) console.log('Packing the app around a stand-in for Electron');
    const packed = await checks.check(
      app ? 'its programs are built again' : 'the app is packed',
      async () => {
        const { imports } = await buildApp(root);
        return { imports, folder: app ?? (await packAroundStandIn(root, folder)) };
      },
    );
    if (packed) {
      await checks.check(
        `the fuses stand as they must${app ? '' : ' (in the stand-in’s program)'}`,
        () => none(readFuseComplaints(join(packed.folder, 'lectern'))),
      );
      const places = {
        root,
        archive: join(packed.folder, 'resources', 'app.asar'),
        extracted,
        empty,
        home,
      };
      if (await lookInside(checks, places, packed.imports)) await runReadOnly(checks, places);
      await checkDeb(checks, { root, app: packed.folder, folder: join(folder, 'deb') });
    } else checks.skipped('what is in the package');
  } finally {
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
  console.log(checks.summary());
  return checks.failed === 0 ? 0 : 1;
}

/** Reads the fuses of one program back. Returns the exit code. */
export function testFuses(program: string): number {
  const said = readFuseComplaints(program);
  for (const line of said) console.log(line);
  console.log(
    said.length === 0
      ? 'The fuses stand as they must.'
      : `${said.length} of the fuses do not stand as they must.`,
  );
  return said.length === 0 ? 0 : 1;
}

/** Lists and unpacks the archive. Returns whether what was taken out can be run. */
async function lookInside(
  checks: Checks,
  { root, archive, extracted, empty }: Places,
  imports: string[],
): Promise<boolean> {
  const files = listArchive(archive);
  console.log(`\n${formatTable(sizesByPart(files))}\n`);
  await checks.check('the archive holds what is expected and nothing else', () =>
    none(complaints(files, expected)),
  );
  await checks.check('no large file is there twice', () => checkNoDuplicates(archive, files));
  await checks.check('every licence is allowed and its text is shipped', () =>
    checkLicencesShipped(root, archive),
  );
  const out = await checks.check('every file fits its hash when it is taken out', () => {
    extractArchive(archive, extracted);
    return `${files.length} files`;
  });
  if (out === null) {
    checks.skipped('running what is in the package');
    return false;
  }
  await checks.check('nothing in it names the folder it was built in', () =>
    checkNamesNoFolder(extracted, files, root),
  );
  const own = imports.filter((name) => name !== 'electron');
  await checks.check('what the programs import is in the package', () =>
    checkResolution(extracted, empty, [...own, ...required], hidden),
  );
  return true;
}

/** Runs what was taken out where it can't be written to, as below /opt or on a teacher's stick. */
async function runReadOnly(checks: Checks, places: Places): Promise<void> {
  const name = `“${awkwardName}” can’t be written to`;
  const prefix = withoutRootRights();
  if (prefix === null) {
    checks.notRun(name, 'root may write anywhere, and setpriv is not installed');
    return runIt(checks, places, []);
  }
  await setWritable(places.extracted, false);
  try {
    await checks.check(name, () => mustBeReadOnly(prefix, places.extracted));
    await runIt(checks, places, prefix);
  } finally {
    await setWritable(places.extracted, true);
  }
}

/** Runs what was taken out, with nothing of the project in reach. */
async function runIt(
  checks: Checks,
  { root, archive, extracted, empty, home }: Places,
  prefix: CommandPrefix,
): Promise<void> {
  await checks.check('plain Node trains one step on the unpacked tfjs-node', () =>
    trainOneStep(`${archive}.unpacked`, extracted, empty),
  );
  const browser = await findBrowser(cacheFolder());
  if (!browser) return checks.skipped('the walk through the running app (no browser was found)');
  const started = await checks.check('its web host starts from an empty folder', async () => ({
    host: await startPackedHost(extracted, empty, join(home, 'native'), prefix),
  }));
  if (!started) return checks.skipped('the walk through the running app');
  const { host } = started;
  try {
    await smoke(checks, browser, host.url, join(home, 'native'));
    await checks.check('host and compute have loaded nothing of the project', () => {
      const { native, ofProject } = loadedBy(host.pid, root);
      none(ofProject.map((path) => `${path} is loaded`));
      const own = native.filter((path) => path.startsWith(extracted));
      if (own.length < 3)
        throw new Error(`Of the package only ${own.join(', ') || 'nothing'} is loaded.`);
      return `${own.length} native files, all from the package`;
    });
  } finally {
    await checks.check('SIGTERM ends it with 0', async () =>
      none((await host.stop()) === 0 ? [] : ['It ended with another code.']),
    );
  }
  await checks.check('the same lab runs on WebAssembly', async () => {
    const other = await startPackedHost(extracted, empty, join(home, 'wasm'), prefix, {
      LECTERN_BACKEND: 'wasm',
    });
    try {
      return await webAssemblyRun(browser, other.url, join(home, 'wasm'));
    } finally {
      await other.stop();
    }
  });
}
