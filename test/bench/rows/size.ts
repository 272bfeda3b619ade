import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Measure } from '../bench.ts';
import { entriesOf, weigh, type Chunk, type Chunks } from '../chunks.ts';
import { figures, type Row } from '../table.ts';

const kB = (bytes: number) => `${figures(bytes / 1000)} kB`;

/** Parts below this are listed together (bytes). */
const small = 1_500;

/** The chunks of the built renderer with their imports, as a parser reads them. */
async function readChunks(folder: string): Promise<Chunks> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  const { metafile } = await build({
    entryPoints: files.map((file) => join(folder, file)),
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    outdir: folder,
    format: 'esm',
    logLevel: 'silent',
    // Nothing is followed: each file's own imports are what is asked for.
    plugins: [
      {
        name: 'leave imports alone',
        setup: (it) =>
          it.onResolve({ filter: /.*/ }, (args) =>
            args.kind === 'entry-point' ? undefined : { path: args.path, external: true },
          ),
      },
    ],
  });
  const chunks = new Map<string, Chunk>();
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    const of = (kind: string) =>
      imports
        .filter((one) => one.kind === kind && one.path.endsWith('.js'))
        .map((one) => basename(one.path));
    chunks.set(basename(path), {
      gzip: gzipSync(await readFile(join(folder, basename(path)))).length,
      imports: of('import-statement'),
      dynamic: of('dynamic-import'),
    });
  }
  return chunks;
}

/** Compressed JavaScript that the first screen loads, and what each part loaded on demand adds. */
export const size: Measure = async ({ root, say }) => {
  say('Weighing the chunks');
  const folder = join(root, 'out/renderer/assets');
  const entries = entriesOf(await readFile(join(root, 'out/renderer/index.html'), 'utf8'));
  if (entries.length === 0) throw new Error('the built page names no script');
  const chunks = await readChunks(folder);
  const { initial, initialChunks, later } = weigh(
    chunks,
    entries.map((entry) => basename(entry)),
  );
  const listed = later.filter(({ adds }) => adds >= small);
  const rest = later.filter(({ adds }) => adds < small);
  const title = (name: string) => name.replace(/-[\w-]{8}\.js$/, '');
  const row = (change: Partial<Row>): Row => ({
    what: '',
    value: null,
    text: '',
    goal: null,
    goalText: '–',
    peer: '–',
    how: '',
    ...change,
  });
  return [
    row({
      what: 'initial JavaScript',
      value: initial,
      text: kB(initial),
      goal: { value: 210_000, is: 'at most' },
      goalText: '≤ 210 kB',
      how: `gzip, the page's scripts and all they import statically: ${initialChunks.length} chunks`,
    }),
    ...listed.map(({ name, adds }) =>
      row({
        what: `loaded on demand: ${title(name)}`,
        value: adds,
        text: `+ ${kB(adds)}`,
        how: 'gzip, with what it imports and the first screen does not',
      }),
    ),
    ...(rest.length > 0
      ? [
          row({
            what: `loaded on demand: ${rest.length} more`,
            text: `+ ${kB(Math.max(...rest.map(({ adds }) => adds)))} at most`,
            how: rest.map(({ name }) => title(name)).join(', '),
          }),
        ]
      : []),
  ];
};
