import { run } from './run.ts';

/** The names that `ldd` could not find, from what it printed. */
export function notFound(ldd: string): string[] {
  const names = [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name!);
  return [...new Set(names)];
}

/** The system's libraries that a program needs and that are not here. Null where it can't be told: no Linux, or no `ldd`. */
export async function missingLibraries(program: string): Promise<string[] | null> {
  if (process.platform !== 'linux') return null;
  const ended = await run('ldd', [program]);
  if (ended === null) return null;
  return notFound(ended.out);
}
