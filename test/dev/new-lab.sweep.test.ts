import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyTree, type CopiedTree } from './copied-tree.ts';

let tree: CopiedTree;
beforeAll(async () => {
  tree = await copyTree();
}, 120_000);
afterAll(() => tree?.remove());

/** Runs a program of the copy to its end and returns what it printed. Throws where it fails. */
function node(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: tree.root,
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

it('a new lab and a new slide pass types, lint, format and tests as they are, and the lab runs', async () => {
  await node('main/cli/lectern.mjs', 'new', 'lab', 'coin');
  await node('main/cli/lectern.mjs', 'new', 'slide', 'myths', 'coin-slide');
  const made = ['labs/coin', 'slides/lecture-1/myths.ts'];
  await node('node_modules/prettier/bin/prettier.cjs', '--check', ...made);
  await node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...made);
  // Types are remembered inside the copy: the installed packages are shared with the real project.
  const remembered = ['--incremental', '--tsBuildInfoFile', 'out/types.tsbuildinfo'];
  await node('node_modules/typescript/lib/tsc.js', '--noEmit', ...remembered);
  const tested = await node(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...['--project', 'unit*', '--project', 'labs'],
    ...['labs/coin', 'exercise-list', 'slides/lecture-1/deck', 'main/compute/catalog'],
  );
  expect(tested).toContain('coin.labs.test.ts');
  const ran = await node('main/cli/lectern.mjs', 'lab', 'coin');
  expect(ran).toMatch(/new points right {2}\d\d\.\d %/);
  expect(ran).toContain('Seed 1 on tensorflow');
}, 900_000);
