import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { containedPath } from '../policy/paths.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticFile {
  body: Buffer;
  type: string;
  cache: string;
}

/** The file a request's path names in our own build, or null. `path` is still percent-encoded and has no query. */
export async function staticFile(folder: string, path: string): Promise<StaticFile | null> {
  const file = containedPath(folder, path);
  if (!file) return null;
  try {
    if (!(await stat(file)).isFile()) return null;
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    // Vite puts a hash of the content into the name of everything below assets/: such a file never changes.
    const hashed = /^\/assets\/.*-[\w-]{8,}\.\w+$/.test(path);
    return {
      body: await readFile(file),
      type,
      cache: hashed ? 'public, max-age=31536000, immutable' : 'no-store',
    };
  } catch {
    return null;
  }
}
