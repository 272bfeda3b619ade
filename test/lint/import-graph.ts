import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';

const { dirname } = posix;

/** One file takes another: at once, or fetched later. */
export interface Edge {
  from: string;
  to: string;
}

/** The rooms whose files are written by hand. */
const rooms = ['main', 'renderer', 'labs', 'slides', 'test'];

/** Every file of the project's rooms; paths from the root, with slashes. */
export function projectFiles(root: string): string[] {
  return rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  );
}

/** Who imports whom. What a test imports counts for nothing: nobody imports a test. */
export const importGraph = (root: string, files: readonly string[]): Edge[] =>
  importsOf(
    root,
    files,
    files.filter((file) => !isTest(file)),
  );

/**
 * What `takers`, some of `files`, import of these files, by relative path: imports and exports of
 * TypeScript and MDX, `import()`, `import.meta.glob` and workers' addresses.
 */
export function importsOf(
  root: string,
  files: readonly string[],
  takers: readonly string[],
): Edge[] {
  const known = new Set(files);
  const sources = takers.filter((file) => /\.(ts|tsx|mjs|mdx)$/.test(file));
  return sources.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const plain = specifiers(from, text).map((specifier) => resolve(from, specifier));
    const globs = globsOf(text).map((pattern) => resolve(from, pattern));
    const direct = plain.filter((to) => known.has(to));
    const matched = globs.flatMap((pattern) => files.filter((file) => matches(pattern, file)));
    return [...direct, ...matched].map((to) => ({ from, to }));
  });
}

/** Tests and what only they use. */
export const isTest = (file: string): boolean =>
  /\.test\.tsx?$|(^|\/)fixtures?(\/|\.ts$)|^test\//.test(file);

const resolve = (from: string, specifier: string) => posix.join(dirname(from), specifier);

function specifiers(file: string, text: string): string[] {
  const found = file.endsWith('.mdx')
    ? [...text.matchAll(/^(?:import|export) .*from '(.+)'/gm)].map((match) => match[1]!)
    : ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  const workers = [...text.matchAll(/new URL\('(.+?)', import\.meta\.url\)/g)].map(
    (match) => match[1]!,
  );
  return [...found, ...workers]
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => specifier.replace(/\?.*$/, ''));
}

const globsOf = (text: string) =>
  [...text.matchAll(/import\.meta\.glob(?:<[^(]*>)?\(\s*'(.+?)'/g)].map((match) => match[1]!);

/** Whether a path fits a pattern whose `*` stands for anything within one folder or name. */
function matches(pattern: string, file: string): boolean {
  const expression = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^/]*');
  return new RegExp(`^${expression}$`).test(file);
}

/** Arrows between folders: a file of the one takes a file of the other. */
export function folderArrows(edges: readonly Edge[]): Edge[] {
  const arrows = new Map<string, Edge>();
  for (const { from, to } of edges) {
    const arrow = { from: dirname(from), to: dirname(to) };
    if (arrow.from !== arrow.to) arrows.set(`${arrow.from} ${arrow.to}`, arrow);
  }
  return [...arrows.values()];
}

/**
 * Folders that import one another in a circle. A folder and those inside it are one room here: its front door may use what is
 * inside, and the inside what is common to it.
 */
export function folderCycles(edges: readonly Edge[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of folderArrows(edges)) {
    if (isInside(from, to) || isInside(to, from)) continue;
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reach = new Map([...next.keys()].map((folder) => [folder, reachable(next, folder)]));
  const circles = new Map<string, string[]>();
  for (const folder of [...next.keys()].sort()) {
    if (!reach.get(folder)!.has(folder)) continue;
    const circle = [...reach.get(folder)!].filter((other) => reach.get(other)?.has(folder)).sort();
    circles.set(circle.join(' '), circle);
  }
  return [...circles.values()];
}

const isInside = (inner: string, outer: string) => inner.startsWith(`${outer}/`) || outer === '.';

function reachable(next: ReadonlyMap<string, readonly string[]>, start: string): Set<string> {
  const seen = new Set<string>();
  const left = [...(next.get(start) ?? [])];
  while (left.length > 0) {
    const folder = left.pop()!;
    if (seen.has(folder)) continue;
    seen.add(folder);
    left.push(...(next.get(folder) ?? []));
  }
  return seen;
}

/** How many files stand side by side in each folder. */
export function folderSizes(files: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
  return sizes;
}
