import { cpus, networkInterfaces, release, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { roomAddresses } from '../room/addresses.ts';
import { openRoomOf } from '../room/kept/open-now.ts';
import { rendererIsStale } from '../setup/build-renderer.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { cacheFolder, findTfjsNode, libraryVersion } from '../setup/places.ts';
import { createReport } from '../setup/report.ts';
import { runSelfCheck } from '../setup/library/self-check.ts';
import { dataFolder } from '../storage/data-folder.ts';
import { folderRow } from './doctor/folder-row.ts';
import { graphRow } from './doctor/graph-row.ts';
import { roomRow } from './doctor/room-row.ts';
import { doctorElectron } from './electron/doctor-electron.ts';
import { electronRows } from './electron/doctor-rows.ts';
import { parseCommand } from './usage.ts';

const help = `npm run doctor [-- --electron]
  Says what Lectern finds on this computer. Ends with 1 where the app could not run.
  --electron  opens a window that looks at itself and closes again, and prints what can be pasted into a report`;

/** npm says its name and version to what it starts. */
const npmVersion = () =>
  /^npm\/(\S+)/.exec(process.env['npm_config_user_agent'] ?? '')?.[1] ?? 'not started by npm';

async function browserLine(cache: string): Promise<string> {
  const { findBrowser } = await import('../setup/find-browser.ts');
  const browser = await findBrowser(cache).catch(() => null);
  return browser
    ? `${browser.path} (${browser.source})`
    : 'none found: npm test needs Chromium, Chrome or Edge; CHROMIUM_PATH names one';
}

/**
 * Reports what Lectern finds. Asks the library's self-check anew and, where there is no library, the network too.
 * The last line is `backend: tensorflow` or `backend: wasm`: what a real process computed with, a moment ago.
 */
export async function doctor(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    { args, options: { electron: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.electron) return doctorElectron(root);
  const report = createReport();
  const faults: string[] = [];
  const line = (name: string, value: string) => console.log(`${`${name}:`.padEnd(24)}${value}`);

  const ready = await ensureReady(root, report, { again: true }).catch((error: Error) => {
    faults.push(error.message);
    return null;
  });
  const cache = cacheFolder();
  const data = dataFolder();
  const temp = tmpdir();
  const [ofData, ofCache, ofTemp, ofOut, browser] = await Promise.all([
    folderRow(data),
    folderRow(cache),
    folderRow(temp),
    folderRow(join(root, 'out')),
    browserLine(cache),
  ]);
  if (ofData.fault)
    faults.push(
      `The data folder ${data} can't be written: ${ofData.fault.why}. ${ofData.fault.next}`,
    );

  line('Node', process.versions.node);
  line('npm', npmVersion());
  line('Platform', `${process.platform} ${process.arch}, ${release()}, ${cpus().length} cores`);
  for (const [name, value] of await electronRows(root)) line(name, value);
  line('Data folder', `${data} (${ofData.says})`);
  line(
    'Cache folder',
    `${cache} (${ofCache.says}${ofCache.fault ? '; downloads are not kept' : ''})`,
  );
  line('Temporary folder', `${temp} (${ofTemp.says})`);
  line('Lectern’s own folder', `${resolve(root)} (${ofOut.says})`);
  line('The room', roomRow(await openRoomOf(data), roomAddresses(networkInterfaces())));
  line('Browser for the tests', browser);
  line(
    'Built',
    rendererIsStale(root)
      ? 'out of date'
      : `out/node and out/renderer are up to date${ready?.rendererBuilt ? ' (built just now)' : ''}`,
  );

  // Where the native library was checked a moment ago, its verdict is the answer; any other backend is tried now.
  const verdict =
    ready?.library?.native && ready.library.verdict
      ? ready.library.verdict
      : await runSelfCheck(root);
  const { info, fault, graphs } = verdict;
  const tfjs = findTfjsNode(root);
  line('TensorFlow.js', info?.versions.tfjs ?? 'could not be loaded');
  line(
    'libtensorflow',
    info?.versions.tensorflow ?? (tfjs && libraryVersion(tfjs.libraries)) ?? 'none',
  );
  line('Threads', String(info?.threads ?? 'none'));
  if (info?.fallbackReason)
    line('Why not native', ready?.library?.failures.join(' ') || info.fallbackReason);
  line(
    'Self-check',
    fault
      ? `failed: ${fault}`
      : 'matrix product, convolution gradient and Adam step agree with the plain CPU backend',
  );
  line('Training as graphs', graphRow(graphs));
  if (fault) faults.push(`The ${info?.backend ?? 'chosen'} backend can't be used: ${fault}.`);
  for (const what of faults) console.log(what);
  console.log(
    faults.length === 0
      ? 'Lectern can run on this computer.'
      : 'Lectern can’t run on this computer as it is.',
  );
  console.log(`backend: ${info?.backend ?? 'none'}`);
  return faults.length === 0 ? 0 : 1;
}
