import { join } from 'node:path';
import { dataFolder } from '../storage/data-folder.ts';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';
import { canShowBrowser, openAddress } from './electron/browser-here.ts';
import { onInterrupt } from './interrupt.ts';
import { parseCommand } from './usage.ts';

const help = `npm run dev -- [--no-open]
  --no-open   print the address and open no browser`;

/**
 * Serves the app to a browser from its sources: a saved slide, panel or style is on screen at once. It has a data folder of its own,
 * so that trying things out leaves one's own notebook alone. Returns when it was told to end.
 */
export async function dev(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: { 'no-open': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  // Listened for before anything runs: a signal that comes early must find nothing left running.
  const ended = new Promise<void>((resolve) => onInterrupt(() => resolve()));
  const report = createReport();
  await ensureReady(root, report, { renderer: false });
  const { buildRoom } = await import('../setup/build-room.ts');
  await buildRoom(root);
  report.done();
  const { startDevServer } = await import('./dev/dev-server.ts');
  const folder = process.env['LECTERN_HOME'] ? dataFolder() : join(root, 'out/dev-data');
  const server = await startDevServer({
    root,
    folder,
    say: (line) => console.log(line),
    logLevel: process.env['LECTERN_DEBUG'] ? 'info' : 'warn',
  });
  console.log(`Slides, panels and styles follow their files. Open this address:\n${server.url}`);
  if (process.stdout.isTTY) console.log('Ctrl+C ends it.');
  if (!values['no-open']) await openAddress(server.url, await canShowBrowser());
  await ended;
  await server.close();
  return 0;
}
