import { manifest } from '../../compute/catalog.ts';
import { LecternError } from '../../contract/errors.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { findBrowser, type Browser } from '../../setup/find-browser.ts';
import { labIndexForVite } from '../../setup/lab-index.mjs';
import { cacheFolder } from '../../setup/places.ts';
import { createReport } from '../../setup/report.ts';
import { parseCommand, wholeNumber } from '../usage.ts';

const help = `npm run walk -- [--lab id] [--seed n] [--keep]
  --lab id   only this lab
  --seed n   other actions (1 otherwise)
  --keep     walks nowhere: makes anew the results that npm test walks with`;

/** What `test/walk/entry.ts` exports. Its code is a test's, so it is no part of out/node. */
interface Program {
  walkLabs(options: {
    root: string;
    browser: Browser;
    lab: string | null;
    seed: number;
    say: (what: string) => void;
    done: () => void;
  }): Promise<number>;
  keepResults(options: {
    root: string;
    lab: string | null;
    say: (what: string) => void;
  }): Promise<number>;
}

/**
 * Takes random but legal actions in the labs, in a real browser, and compares what is shown after each with what the cards say.
 * Returns 1 where something is not as it should be.
 */
export async function walk(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        lab: { type: 'string' },
        seed: { type: 'string' },
        keep: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const seed = values.seed === undefined ? 1 : wholeNumber(values.seed, '--seed', 0, 4_294_967_295);
  if (values.lab !== undefined) manifest(values.lab);
  const report = createReport();
  await ensureReady(root, report, {});
  const lab = values.lab ?? null;
  const say = (what: string) => report.doing(what);
  if (values.keep)
    return withProgram(root, (program) => program.keepResults({ root, lab, say })).finally(
      report.done,
    );
  const browser = await findBrowser(cacheFolder());
  if (!browser)
    throw new LecternError({
      code: 'internal',
      what: 'No browser was found to walk in.',
      safe: 'Nothing was changed.',
      next: 'Install Chrome, Chromium or Edge, or name one with CHROMIUM_PATH.',
    });
  return withProgram(root, (program) =>
    program.walkLabs({ root, browser, lab, seed, say, done: report.done }),
  );
}

/** Loads the walk as the app's own build reads its files: it takes the stories, which find themselves by what Vite knows. */
async function withProgram(
  root: string,
  use: (program: Program) => Promise<number>,
): Promise<number> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: false,
    root,
    plugins: [labIndexForVite(root)],
    appType: 'custom',
    logLevel: 'error',
    cacheDir: 'out/walk-cache',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  try {
    return await use((await vite.ssrLoadModule('/test/walk/entry.ts')) as Program);
  } finally {
    await vite.close();
  }
}
