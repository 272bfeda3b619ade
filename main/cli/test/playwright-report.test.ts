import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { playwrightCount, type PlaywrightReport } from './playwright-report.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it('a spec that failed is named with its line and reason, at whatever depth it stands', async () => {
  await mkdir(join(root, 'out'), { recursive: true });
  const folder = await mkdtemp(join(root, 'out', 'playwright-report-'));
  try {
    const report = join(folder, 'report.json');
    await writeFile(
      join(folder, 'a.spec.ts'),
      [
        "import { expect, test } from '@playwright/test';",
        "test('passes', () => {});",
        "test.describe('a room', () => {",
        "  test('adds', () => expect(1 + 1).toBe(3));",
        "  test.skip('is left', () => {});",
        '});',
      ].join('\n'),
    );
    await writeFile(join(folder, 'b.config.ts'), 'export default {};');
    const { status } = spawnSync(
      process.execPath,
      [
        ...[join(root, 'node_modules/@playwright/test/cli.js'), 'test'],
        ...['--config', join(folder, 'b.config.ts'), '--reporter=json'],
      ],
      { cwd: root, stdio: 'ignore', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    );
    expect(status).toBe(1);
    const count = playwrightCount(JSON.parse(await readFile(report, 'utf8')) as PlaywrightReport);
    expect(count).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: [expect.stringMatching(/^a\.spec\.ts:4 › adds › .*toBe/)],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
