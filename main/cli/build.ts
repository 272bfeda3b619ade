import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';
import { parseCommand } from './usage.ts';

const help = 'npm run build takes no options. It builds what is out of date.';

/** Builds the pages, where their sources changed, and says so. */
export async function build(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    { args, options: { help: { type: 'boolean', short: 'h' } } },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const ready = await ensureReady(root, createReport(), { library: false });
  console.log(
    ready.rendererBuilt
      ? 'Built: out/node and out/renderer.'
      : 'Everything is up to date: out/node and out/renderer.',
  );
  return 0;
}
