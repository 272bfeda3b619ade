import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { haveFolder } from '../../storage/make-folder.ts';
import { cacheFolder } from '../places.ts';

/** What one start leaves for the next ones. */
export interface CacheNote<T> {
  /** Null where there is none, or none that can be read. */
  read(): T | null;
  /** Null takes it away. */
  write(note: T | null): void;
}

/** A note in a file of the cache. Never throws: without a cache there is none. */
export function cacheNote<T>(name: string, schema: z.ZodType<T>): CacheNote<T> {
  const file = () => join(cacheFolder(), name);
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(file(), 'utf8')));
      } catch {
        return null;
      }
    },
    write(note) {
      try {
        if (note === null) rmSync(file(), { force: true });
        else if (haveFolder(cacheFolder())) writeFileSync(file(), JSON.stringify(note));
      } catch {
        // It is forgotten: what it would have spared is done again.
      }
    },
  };
}
