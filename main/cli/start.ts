import { LecternError } from '../contract/errors.ts';
import { chooseHost } from '../setup/choose-host.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';
import { onInterrupt } from './interrupt.ts';
import { runWeb } from './run-web.ts';
import { parseCommand, UsageError, wholeNumber } from './usage.ts';

const help = `npm start -- [--web | --electron] [--port N] [--no-open]
  --web       a local web page instead of the desktop app
  --electron  the desktop app, or an error where it can't be had
  --port N    the web page's port (a free one is taken otherwise)
  --no-open   print the address and open no browser, and later no file manager`;

/** Opens Lectern in Electron where that is possible, else as a local web page. Returns when it was closed. */
export async function start(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        web: { type: 'boolean' },
        electron: { type: 'boolean' },
        port: { type: 'string' },
        open: { type: 'boolean', default: true },
        'no-open': { type: 'boolean' },
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
  const port = values.port === undefined ? 0 : wholeNumber(values.port, '--port', 1, 65_535);

  const report = createReport();
  await ensureReady(root, report, {});
  const choice = await chooseHost(root, report, { web: values.web, electron: values.electron });
  report.done();
  if (choice.host === 'electron') return runElectron(choice.binary, root);
  return runWeb(root, choice.why, port, values.open && !values['no-open']);
}

async function runElectron(binary: string, root: string): Promise<number> {
  const { spawn } = await import('node:child_process');
  const env = { ...process.env };
  // Left over from another program's terminal, this would start plain Node instead of the app.
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(binary, [root], { stdio: 'inherit', env });
  onInterrupt(() => void child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', (error) =>
      reject(
        new LecternError({
          code: 'internal',
          what: `Electron could not be started: ${error.message}.`,
          safe: 'Nothing was changed.',
          next: 'Use npm start -- --web, or run npm run doctor.',
        }),
      ),
    );
    child.once('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
    );
  });
}
