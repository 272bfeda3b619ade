import { join, resolve } from 'node:path';
import { createServer } from 'vite';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { labIndexForVite } from '../../setup/lab-index.mjs';
import { createReport } from '../../setup/report.ts';
import { noStyles } from '../../setup/slide-texts.ts';
import { noSuch, parseCommand, UsageError, wholeNumber } from '../usage.ts';

const help = `npm run sentences -- [--lab id] [--many n] [--seed n] [--keep folder]
  --lab id       one lab only
  --many n       so many real runs for each lab (40 otherwise)
  --seed n       other parameters (1 otherwise)
  --keep folder  keeps the results there, and takes those that it finds: quick while words are mended`;

interface Totals {
  results: number;
  sentences: number;
  comparisons: number;
  wrong: number;
}

interface Program {
  labNames: readonly string[];
  totalsLine: (totals: Totals) => string;
  sentences(options: {
    lab: string | null;
    many: number;
    seed: number;
    keep: string | null;
    say: (line: string) => void;
    doing: (what: string) => void;
  }): Promise<Totals>;
}

/**
 * Feeds real results to every text of the labs and checks each comparison in them against the
 * numbers. Returns 1 where words and numbers disagree.
 */
export async function sentences(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        lab: { type: 'string' },
        many: { type: 'string' },
        seed: { type: 'string' },
        keep: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const many = values.many === undefined ? 40 : wholeNumber(values.many, '--many', 1, 10_000);
  const seed = values.seed === undefined ? 1 : wholeNumber(values.seed, '--seed', 0, 4_294_967_295);
  const report = createReport();
  await ensureReady(root, report, { renderer: false });
  // The texts are parts of the page: Vite reads them, without their styles. It listens to nothing.
  const vite = await createServer({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [noStyles, labIndexForVite(root)],
  });
  try {
    const program = (await vite.ssrLoadModule(
      join(root, 'test/sentences/entry.ts'),
    )) as unknown as Program;
    const { lab = null } = values;
    if (lab !== null && !program.labNames.includes(lab))
      throw new UsageError(noSuch('lab', lab, program.labNames));
    const totals = await program.sentences({
      lab,
      many,
      seed,
      keep: values.keep === undefined ? null : resolve(values.keep),
      say: (line) => console.log(`${line}\n`),
      doing: (what) => report.doing(what),
    });
    report.done();
    console.log(program.totalsLine(totals));
    return totals.wrong > 0 ? 1 : 0;
  } finally {
    report.done();
    await vite.close();
  }
}
