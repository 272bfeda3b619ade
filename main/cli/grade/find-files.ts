import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Course systems unpack what was handed in into a folder for each student, some with one more in it. */
const deepest = 3;

export interface FoundFile {
  path: string;
  /** Below the folder, with forward slashes. */
  file: string;
  bytes: number;
}

/**
 * Every notebook and run card (`*.jsonl`, `*.json`) in a folder and the folders below it, by name;
 * links are not followed. Throws where the folder can't be listed.
 */
export async function findSubmissions(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const look = async (below: string, depth: number): Promise<void> => {
    const list = await readdir(join(folder, below), { withFileTypes: true }).catch(
      (error: unknown): Dirent[] => {
        if (depth === 0) throw error;
        return [];
      },
    );
    for (const entry of list) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      // Hidden ones are a system's own, such as the doubles that macOS leaves (._name).
      if (entry.name.startsWith('.')) continue;
      if (
        entry.isDirectory() &&
        depth < deepest &&
        entry.name !== '__MACOSX' &&
        entry.name !== 'node_modules'
      )
        await look(file, depth + 1);
      else if (entry.isFile() && /\.jsonl?$/i.test(entry.name)) {
        const path = join(folder, file);
        found.push({
          path,
          file,
          bytes: await stat(path).then(
            ({ size }) => size,
            () => 0,
          ),
        });
      }
    }
  };
  await look('', 0);
  return found.sort((a, b) => a.file.localeCompare(b.file, 'en', { numeric: true }));
}
