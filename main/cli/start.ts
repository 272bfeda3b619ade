import { lectureVariable, roomVariable } from '../contract/launcher.ts';
import { chooseHost, electronRefused, webInstead } from '../setup/choose-host.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';
import { dataFolder, openDataFolder } from '../storage/data-folder.ts';
import { launchElectron, usualLimits, type Limits } from './electron/launch.ts';
import { electronSwitches } from './electron/switches.ts';
import { noteStart } from './electron/last-start.ts';
import { openAlready, whyNoWindow } from './electron/why-no-window.ts';
import { interruption } from './interrupt.ts';
import { lectureFolder } from './lecture/lecture-folder-option.ts';
import { runWeb } from './run-web.ts';
import { parseCommand, UsageError, wholeNumber } from './usage.ts';

const help = `npm start -- [--web | --electron] [--port N] [--no-open] [--room] [--lecture FOLDER] [-- SWITCHES]
  --web       a local web page instead of the desktop app
  --electron  the desktop app, or an error where it can't be had
  --port N    the web page's port (otherwise that of last time, or a free one)
  --no-open   print the address and open no browser, and later no file manager
  --room      opens the room to phones on the local network: polls and predictions
  --lecture   a folder with a lecture of your own; npm run lecture -- new FOLDER makes one
  SWITCHES    are handed to Electron: npm start -- --electron -- --ozone-platform=x11`;

/** Tests shorten the waiting: two numbers of milliseconds, for the first sign and for the window. */
function limits(): Limits {
  const [, alive, shown] = /^(\d+),(\d+)$/.exec(process.env['LECTERN_START_LIMITS'] ?? '') ?? [];
  if (alive === undefined || shown === undefined) return usualLimits;
  return { alive: Number(alive), shown: Number(shown) };
}

/**
 * Opens Lectern in Electron where that is possible, else as a local web page: also where Electron was started and showed no window.
 * Returns when it was closed.
 */
export async function start(args: string[], root: string): Promise<number> {
  const { own, switches } = electronSwitches(args, help);
  const { values } = parseCommand(
    {
      args: own,
      options: {
        web: { type: 'boolean' },
        electron: { type: 'boolean' },
        port: { type: 'string' },
        open: { type: 'boolean', default: true },
        'no-open': { type: 'boolean' },
        room: { type: 'boolean' },
        lecture: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.web && values.electron)
    throw new UsageError(`--web and --electron exclude each other.\n${help}`);
  if (values.web && switches.length > 0)
    throw new UsageError(`Switches after -- are for Electron, and --web starts none.\n${help}`);
  const port = values.port === undefined ? 0 : wholeNumber(values.port, '--port', 1, 65_535);

  const lecture =
    values.lecture === undefined ? undefined : await lectureFolder(values.lecture, help);

  const ended = interruption();
  let preparing = true;
  let stopped = false;
  // Nothing is open yet that must be saved. Leaving by `exit` ends what is being fetched, and clears it away.
  void ended.then(() => {
    stopped = true;
    if (preparing) process.exit(0);
  });
  const report = createReport();
  await openDataFolder(dataFolder());
  await ensureReady(root, report, {});
  const choice = await chooseHost(root, report, { web: values.web, electron: values.electron });
  report.done();
  preparing = false;
  const openBrowser = values.open && !values['no-open'];
  const { room = false } = values;
  const more = { ended, room, lecture };
  if (choice.host === 'web') return runWeb(root, choice.why, port, openBrowser, more);

  const { binary } = choice;
  console.log('Opening Lectern in a window of its own …');
  const env: Record<string, string> = {
    ...(room && { [roomVariable]: '1' }),
    ...(lecture !== undefined && { [lectureVariable]: lecture }),
  };
  const outcome = await launchElectron({
    ...{ binary, root, switches, limits: limits(), ended, env },
    onMessage: ({ lectern }) => lectern === 'shown' && noteStart(null),
  });
  if (outcome.kind === 'closed') {
    if (outcome.elsewhere) console.log(openAlready({ room, lecture }));
    return outcome.code;
  }
  // Who ended it meanwhile needs no reason, and no address.
  if (stopped) return 0;
  preparing = true;
  const why = await whyNoWindow(outcome, binary);
  preparing = false;
  noteStart(why);
  if (values.electron) throw electronRefused(why);
  return runWeb(root, webInstead(why), port, openBrowser, more);
}
