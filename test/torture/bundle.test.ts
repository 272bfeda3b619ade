import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundle } from '../../main/cli/checks/torture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-torture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the programs hold nothing that only the pages’ build understands', async () => {
  await bundle(process.cwd(), folder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(files).toContain('torture.js');
  for (const name of files)
    expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/import\.meta\.glob\(/);
});
