import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { vitestCount, type VitestReport } from './vitest-report.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let folder: string;
beforeEach(async () => {
  await mkdir(join(root, 'out'), { recursive: true });
  folder = await mkdtemp(join(root, 'out', 'vitest-report-'));
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default {};');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, text: string) =>
  writeFile(join(folder, `${name}.test.ts`), `import { expect, it } from 'vitest';\n${text}`);

/** What is counted of a real run of these files. */
async function run() {
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, ...args], { stdio: 'ignore' });
  expect(status).toBe(1);
  return vitestCount(JSON.parse(await readFile(report, 'utf8')) as VitestReport, folder);
}

it('a file whose process died is named, one that finished or skipped is not', async () => {
  await write('whole', "it('passes', () => {});\nit.skip('is left', () => {});");
  await write(
    'dies',
    "it('passes', () => {});\nit('dies', () => process.abort());\nit('waits', () => {});",
  );
  // What it said last may have been lost with it.
  expect((await run()).failures).toEqual([
    expect.stringMatching(/^dies\.test\.ts: [23] of 3 tests did not finish, because its process/),
  ]);
});

it('a test that failed is named with its reason, and a file that could not be read', async () => {
  await write('one', "it('adds', () => expect(1 + 1).toBe(3));\nit('passes', () => {});");
  await write('two', "throw new Error('no such thing');");
  const { passed, failed, failures } = await run();
  expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
  expect(failures.sort()).toEqual([
    expect.stringMatching(/^one\.test\.ts › adds › AssertionError: expected 2 to be 3/),
    expect.stringMatching(/^two\.test\.ts › .*no such thing/),
  ]);
});
