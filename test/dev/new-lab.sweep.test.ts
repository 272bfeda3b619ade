import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserEnv } from '../../main/cli/test/runners.ts';
import { findBrowser } from '../../main/setup/find-browser.ts';
import { cacheFolder } from '../../main/setup/places.ts';
import { copyTree, type CopiedTree } from './copied-tree.ts';
import { labReaders } from './lab-readers.ts';

let tree: CopiedTree;
// Not the name that a newcomer tries: theirs may be there already.
const made = ['labs/trial-lab', 'slides/lecture-1/myths.ts'];

beforeAll(async () => {
  tree = await copyTree();
  await node({}, 'main/cli/lectern.mjs', 'new', 'lab', 'trial-lab');
  await node({}, 'main/cli/lectern.mjs', 'new', 'slide', 'myths', 'trial-slide');
});
afterAll(() => tree?.remove());

/** Runs a program of the copy to its end and returns what it printed. Throws where it fails. */
function node(env: Record<string, string>, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: tree.root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const read = (data: Buffer) => void (output += data.toString());
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
}

/** Several files on a busy machine, one after the other. */
const patience = 3_600_000;

it(
  'a new lab and a new slide are formatted, and pass lint, types and the search for what is unused',
  { timeout: patience },
  async () => {
    await node({}, 'node_modules/prettier/bin/prettier.cjs', '--check', ...made);
    await node({}, 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...made);
    // Types are remembered inside the copy: the installed packages are shared with the real project.
    const remembered = ['--incremental', '--tsBuildInfoFile', 'out/types.tsbuildinfo'];
    await node({}, 'node_modules/typescript/lib/tsc.js', '--noEmit', ...remembered);
    await node({}, 'node_modules/knip/bin/knip.js');
  },
);

it('they pass every test that looks at all labs, as they are', { timeout: patience }, async () => {
  const browser = await findBrowser(cacheFolder());
  const projects = ['unit*', 'labs', ...(browser ? ['components'] : [])];
  const readers = labReaders(tree.root, 'trial-lab');
  expect(readers).toContain('labs/trial-lab/trial-lab.labs.test.ts');
  const tested = await node(
    { LECTERN_TEST_SELECTION: 'short', ...(browser && browserEnv(browser)) },
    ...['node_modules/vitest/vitest.mjs', 'run'],
    ...projects.flatMap((project) => ['--project', project]),
    // What is written about labs is read by its folders, too.
    ...[...readers, 'test/docs/docs.test.ts'],
  );
  expect(tested).toContain('trial-lab.labs.test.ts');
  expect(tested).toContain('lessons.test.ts');
});

it('the lab runs', { timeout: patience }, async () => {
  const ran = await node({}, 'main/cli/lectern.mjs', 'lab', 'trial-lab');
  expect(ran).toMatch(/new points right {2}\d\d\.\d %/);
  expect(ran).toContain('Seed 1 on tensorflow');
});
