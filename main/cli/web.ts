import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toErrorData } from '../contract/errors.ts';
import { runWeb } from './run-web.ts';
import { parseCommand, UsageError, wholeNumber } from './usage.ts';

const help = `node out/node/web.js [--port N] [--no-open]
  --port N    the web page's port (a free one is taken otherwise)
  --no-open   print the address and open no browser, and later no file manager`;

/**
 * The packaged app's own way into a browser: the web host under plain Node, with nothing to fetch and nothing to build. It is
 * what a package is tried with where Electron's program can't run. Returns the exit code, as the command line does.
 */
export async function web(args: string[], root: string): Promise<number> {
  try {
    const { values } = parseCommand(
      {
        args,
        options: {
          port: { type: 'string' },
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
    const port = values.port === undefined ? 0 : wholeNumber(values.port, '--port', 1, 65_535);
    return await runWeb(
      root,
      'Lectern runs as a local web page. Open this address:',
      port,
      !values['no-open'],
    );
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(error.message);
      return 2;
    }
    const { what, safe, next } = toErrorData(error);
    console.error([what, safe, next].filter(Boolean).join('\n'));
    return 1;
  }
}

process.exitCode = await web(
  process.argv.slice(2),
  join(fileURLToPath(import.meta.url), '../../..'),
);
