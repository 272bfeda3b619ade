import type { Packed } from '../../main/package/asar.mjs';
import type { Expected } from './expected.ts';

/** The folder of the package a file belongs to, the innermost where packages hold packages; null for Lectern's own files. */
export const packageFolder = (path: string): string | null =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;

/** What is in the archive and not expected, or expected and not there: one sentence each, none where all is well. */
export function complaints(files: readonly Packed[], expected: Expected): string[] {
  const said: string[] = [];
  const unlike = (what: string, found: Iterable<string>, wanted: readonly string[]) => {
    const there = new Set(found);
    for (const one of there)
      if (!wanted.includes(one)) said.push(`${what} that nobody expects: ${one}`);
    for (const one of wanted) if (!there.has(one)) said.push(`${what} that is missing: ${one}`);
  };
  const paths = files.map(({ path }) => path);
  const folders = paths.map(packageFolder).filter((folder) => folder !== null);
  unlike(
    'At the top',
    paths.map((path) => path.split('/')[0]!),
    expected.top,
  );
  unlike(
    'A program',
    paths.filter((path) => /^out\/node\/[^/]+$/.test(path)),
    expected.programs,
  );
  unlike(
    'In out',
    paths
      .filter((path) => path.startsWith('out/'))
      .map((path) => path.split('/').slice(0, 2).join('/')),
    ['out/node', 'out/renderer', 'out/room'],
  );
  unlike('A package', folders, expected.packages);
  unlike(
    'An unpacked package',
    files.filter(({ unpacked }) => unpacked).map(({ path }) => packageFolder(path) ?? path),
    expected.unpacked,
  );
  for (const path of paths) {
    const found = expected.forbidden.find(([pattern]) => pattern.test(path));
    if (found) said.push(`${path} is ${found[1]}`);
  }
  for (const pattern of expected.needed)
    if (!paths.some((path) => pattern.test(path))) said.push(`Nothing fits ${pattern}`);
  for (const { path, unpacked } of files)
    if (/\.(node|so|dylib|dll)(\.\d+)*$/.test(path) && !unpacked)
      said.push(`${path} is native and inside the archive, where it can't be loaded`);
  return said;
}

/** Files that are there twice, byte for byte, of those over a megabyte. Other names for one file (links) are none. */
export function duplicates(files: readonly { path: string; hash: string }[]): string[] {
  const first = new Map<string, string>();
  const said: string[] = [];
  for (const { path, hash } of files) {
    const before = first.get(hash);
    if (before) said.push(`${path} is a copy of ${before}`);
    else first.set(hash, path);
  }
  return said;
}
