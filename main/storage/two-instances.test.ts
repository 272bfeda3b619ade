import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openJsonFile } from './json-file.ts';

const schema = z.object({ version: z.literal(1), said: z.record(z.string(), z.string().max(10)) });
type Said = z.output<typeof schema>;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-two-'));
  path = join(folder, 'said.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (merge?: (own: Said, theirs: Said) => Said) =>
  openJsonFile({
    path,
    schema,
    version: 1,
    fallback: { version: 1, said: {} },
    label: 'What was said',
    merge,
    notify: () => undefined,
    retract: () => undefined,
  });
const together = (own: Said, theirs: Said): Said => ({
  version: 1,
  said: { ...theirs.said, ...own.said },
});
const onDisk = async () => (JSON.parse(await readFile(path, 'utf8')) as Said).said;

test('what another instance saved meanwhile is taken in', async () => {
  const [a, b] = [await open(together), await open(together)];
  a.set({ version: 1, said: { one: 'by a' } });
  await a.flush();
  b.set({ version: 1, said: { two: 'by b' } });
  await b.flush();
  expect(await onDisk()).toEqual({ one: 'by a', two: 'by b' });
  expect(b.value.said).toEqual({ one: 'by a', two: 'by b' });
});

test('what was taken away here does not come back from the own file', async () => {
  const a = await open(together);
  a.set({ version: 1, said: { one: 'x', two: 'y' } });
  await a.flush();
  a.set({ version: 1, said: { two: 'y' } });
  await a.flush();
  expect(await onDisk()).toEqual({ two: 'y' });
});

test('what can’t be read, or fits no more, does not touch what is here', async () => {
  const a = await open((own, theirs) => ({
    version: 1,
    said: { ...own.said, ...theirs.said, long: 'x'.repeat(11) },
  }));
  await writeFile(path, '{"version":1,"said":{"theirs":"z"}}');
  a.set({ version: 1, said: { one: 'x' } });
  await a.flush();
  expect(await onDisk()).toEqual({ one: 'x' });
  await writeFile(path, '{"version":');
  a.set({ version: 1, said: { one: 'y' } });
  await a.flush();
  expect(await onDisk()).toEqual({ one: 'y' });
});
