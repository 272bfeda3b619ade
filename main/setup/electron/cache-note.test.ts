import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { cacheNote } from './cache-note.ts';

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'lectern-note-'));
  vi.stubEnv('LECTERN_CACHE', join(cache, 'not/yet/there'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

const note = cacheNote('note.json', z.object({ why: z.string() }));

it('is there at the next start, until it is taken away', () => {
  expect(note.read()).toBeNull();
  note.write({ why: 'no way out' });
  expect(note.read()).toEqual({ why: 'no way out' });
  writeFileSync(join(cache, 'not/yet/there/note.json'), '{"why"');
  expect(note.read()).toBeNull();
  note.write(null);
  expect(note.read()).toBeNull();
});

// Under /proc Node's own way of making folders never returns.
describe.skipIf(process.platform !== 'linux')('is none where the cache can’t be made', () => {
  it.each(['/dev/null/x', '/proc/x/y'])('%s', (place) => {
    vi.stubEnv('LECTERN_CACHE', place);
    note.write({ why: 'no way out' });
    expect(note.read()).toBeNull();
  });
});
