import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { unfinished, type VitestReport } from './unfinished.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('a file whose process died is named, one that finished or skipped is not', async () => {
  await mkdir(join(root, 'out'), { recursive: true });
  const folder = await mkdtemp(join(root, 'out', 'unfinished-'));
  try {
    const write = (name: string, text: string) =>
      writeFile(join(folder, `${name}.test.ts`), `import { it } from 'vitest';\n${text}`);
    await write('whole', "it('passes', () => {});\nit.skip('is left', () => {});");
    await write(
      'dies',
      "it('passes', () => {});\nit('dies', () => process.abort());\nit('waits', () => {});",
    );
    await writeFile(join(folder, 'vitest.config.mjs'), 'export default {};');
    const report = join(folder, 'report.json');
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const args = ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`];
    const { status } = spawnSync(process.execPath, [vitest, ...args], { stdio: 'ignore' });
    expect(status).toBe(1);
    const found = unfinished(JSON.parse(await readFile(report, 'utf8')) as VitestReport, folder);
    // What it said last may have been lost with it.
    expect(found).toEqual([
      expect.stringMatching(/^dies\.test\.ts: [23] of 3 tests did not finish, because its process/),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
