import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fuzz, propertyTests } from './fuzz.ts';

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'lectern-fuzz-'))));
afterEach(() => rm(root, { recursive: true, force: true }));

it('takes the test files that load fast-check, wherever they lie, in one order', async () => {
  const property = "import fc from 'fast-check';\n";
  const files = {
    'main/a/b/deep.test.ts': property,
    'main/plain.test.ts': "import { it } from 'vitest';\n",
    'main/helper.ts': property,
    'renderer/screen.test.tsx': property,
    'labs/kit/science.labs.test.ts': property,
  };
  for (const room of ['main/a/b', 'renderer', 'labs/kit', 'slides', 'test'])
    await mkdir(join(root, room), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(root, file), text);
  expect(propertyTests(root)).toEqual([
    'labs/kit/science.labs.test.ts',
    'main/a/b/deep.test.ts',
    'renderer/screen.test.tsx',
  ]);
});

describe('the command', () => {
  const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  let said: string[];
  beforeEach(async () => {
    said = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    // The made-up project has no library, and asks for none.
    vi.stubEnv('LECTERN_BACKEND', 'wasm');
    for (const room of ['main', 'renderer', 'labs', 'slides', 'test'])
      await mkdir(join(root, room));
    await symlink(modules, join(root, 'node_modules'), 'junction');
    await writeFile(join(root, 'vitest.config.mjs'), 'export default { test: { cache: false } };');
  });
  const write = (body: string) =>
    writeFile(
      join(root, 'labs', 'one.test.ts'),
      `import fc from 'fast-check';\nimport { it } from 'vitest';\nit('holds', () => { ${body} });`,
    );
  const stop = new AbortController().signal;

  it('says how to repeat what a seed found, and ends with 1', async () => {
    await write('fc.assert(fc.property(fc.integer(), (n) => n !== n));');
    expect(await fuzz(['--seed', '7'], root, { stop })).toBe(1);
    expect(said[0]).toBe('round 1, seed 7');
    expect(said.join('\n')).toContain('Repeat it with: npm run fuzz -- --seed 7');
    expect(said.at(-1)).toBe('1 files: 0 rounds passed, 1 failed (seeds 7)');
  });

  it('ends with 0 where a seed found nothing', async () => {
    await write('fc.assert(fc.property(fc.integer(), (n) => n === n));');
    expect(await fuzz(['--seed', '7'], root, { stop })).toBe(0);
  });

  it('has named the seed of a round that never ends, ends it and counts it as a find', async () => {
    await write('for (;;);');
    const ended = fuzz(['--seed', '7'], root, { stop, limit: 1_000 });
    await vi.waitFor(() => expect(said[0]).toBe('round 1, seed 7'));
    expect(await ended).toBe(1);
    expect(said.join('\n')).toMatch(/did not end within .* minutes[^]*Repeat it with/);
  });
});
