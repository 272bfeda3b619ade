import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { codeWorkerForEsbuild } from './code-worker.mjs';
import { labIndexForEsbuild } from './lab-index.mjs';
import { damagedLine, fingerprint, readStamp, stampText } from './built/stamp.mjs';

/** The Node programs: what each is built from, and its file under out/node. */
const entries = {
  cli: 'main/cli/main.ts',
  compute: 'main/compute/entry.ts',
  electron: 'main/electron/entry.ts',
  'self-check': 'main/setup/library/self-check-child.ts',
};

/** The programs of the packaged app; its own entry into a browser takes the place of the command line. */
const appEntries = { compute: entries.compute, electron: entries.electron, web: 'main/cli/web.ts' };
const preload = 'main/electron/preload.ts';

/**
 * What reads a lecture's folder is a hundred small packages: they become part of the programs. All other packages stay what they are,
 * and are loaded by name.
 */
const bundled =
  /^(chokidar|htmlparser2|lowlight|mdast-util-to-string|remark-(directive|gfm|math|parse)|temml|unified)$/;

/** @type {import('esbuild').Plugin} */
const packagesOutside = {
  name: 'packages-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || path.startsWith('lectern:')) return undefined;
      if (isBuiltin(path)) return { path, external: true };
      const inside = bundled.test(path) || /[\\/]node_modules[\\/]/.test(importer);
      return inside ? undefined : { path, external: true };
    });
  },
};

/** @param {string} root @param {string} outdir @param {(packages: string[]) => void} [note] @returns {import('esbuild').BuildOptions & { write: false }} */
const options = (root, outdir, note) => ({
  absWorkingDir: root,
  outdir,
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  plugins: [packagesOutside, labIndexForEsbuild(root), codeWorkerForEsbuild(root, note)],
});
const program = { format: 'esm', splitting: true, chunkNames: 'chunks/[name]-[hash]' };
const script = { entryPoints: { preload }, format: 'cjs', outExtension: { '.js': '.cjs' } };

/** Two commands may build at the same moment: each file appears whole, and chunks have their hash in their name. */
function writeWhole(files) {
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    const making = `${path}.${process.pid}`;
    writeFileSync(making, contents);
    renameSync(making, path);
  }
}

/**
 * Bundles the Node entries into out/node where their sources changed since the last time, or what was made of them did.
 * @param {string} root the project's folder
 * @param {(line: string) => void} [say] hears why something is built that nobody changed
 * @returns {Promise<{ cli: string, compute: string, electron: string, built: boolean }>} the files, and whether they were made now
 */
export async function buildNode(root, say = console.error) {
  const folder = join(root, 'out/node');
  const paths = {
    cli: join(folder, 'cli.js'),
    compute: join(folder, 'compute.js'),
    electron: join(folder, 'electron.js'),
  };
  const stamp = join(folder, '.stamp');
  const sources = ['main', 'labs', 'package.json', 'package-lock.json'];
  const found = readStamp(root, stamp, sources);
  if (found === 'current') return { ...paths, built: false };
  if (found === 'damaged') say(damagedLine('out/node'));
  const print = fingerprint(root, sources);
  const { build } = await import('esbuild');
  const common = { ...options(root, folder), sourcemap: true };
  const present = Object.fromEntries(
    Object.entries(entries).filter(([, file]) => existsSync(join(root, file))),
  );
  const files = [...(await build({ ...common, ...program, entryPoints: present })).outputFiles];
  if (existsSync(join(root, preload)))
    files.push(...(await build({ ...common, ...script })).outputFiles);
  // Entries after the chunks they load, the stamp after everything.
  writeWhole(
    files.sort((a, b) => Number(b.path.includes('chunks')) - Number(a.path.includes('chunks'))),
  );
  const made = files.map(({ path }) => relative(root, path));
  writeWhole([{ path: stamp, contents: stampText(root, print, made) }]);
  return { ...paths, built: true };
}

/**
 * Bundles what a package runs into out/app, and lists the packages whose code went into it in
 * out/app-packages.json, anew each time: no source maps, and nothing of the commands that build and
 * test.
 * @param {string} root the project's folder
 * @returns {Promise<{ folder: string, imports: string[] }>} the folder, and the packages that its programs import by name
 */
export async function buildApp(root) {
  const folder = join(root, 'out/app');
  const { build } = await import('esbuild');
  // What the sandbox's worker is bundled from lies in no node_modules of the package; its licences go with it.
  const note = (packages) =>
    writeWhole([
      { path: join(root, 'out/worker-packages.json'), contents: JSON.stringify(packages) },
    ]);
  const common = { ...options(root, folder, note), metafile: true };
  const made = [
    await build({ ...common, ...program, entryPoints: appEntries }),
    await build({ ...common, ...script }),
  ];
  rmSync(folder, { recursive: true, force: true });
  writeWhole(made.flatMap(({ outputFiles }) => outputFiles));
  const used = made
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const inside = used.flatMap(
    ([path]) => /^node_modules\/(.*\/node_modules\/)?(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  writeWhole([
    {
      path: join(root, 'out/app-packages.json'),
      contents: JSON.stringify([...new Set(inside)].sort()),
    },
  ]);
  const imports = made
    .flatMap(({ metafile }) => Object.values(metafile.outputs).flatMap((output) => output.imports))
    .filter(({ external }) => external);
  return {
    folder,
    imports: [...new Set(imports.map(({ path }) => path))]
      .filter((path) => !isBuiltin(path))
      .sort(),
  };
}
