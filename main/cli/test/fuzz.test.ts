import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { propertyTests } from './fuzz.ts';

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
