import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of the labs that have a file, named from their folder, in order. What labs share is no lab. */
export const labsWith = (root: string, file: string): string[] =>
  readdirSync(join(root, 'labs'))
    .filter((lab) => ['lab.ts', file].every((one) => existsSync(join(root, 'labs', lab, one))))
    .sort();
