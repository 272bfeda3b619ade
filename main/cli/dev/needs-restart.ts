/**
 * Whether a changed file, named from the project's folder, is part of what the host and compute were built from. The page is brought
 * up to date by itself; those two keep what they were started with.
 */
export function needsRestart(file: string): boolean {
  const path = file.replaceAll('\\', '/');
  if (/\.test\.tsx?$/.test(path)) return false;
  if (path.startsWith('main/')) return true;
  // A lab's manifest, data, nets and run are computed with; its story, panel and workers are only shown.
  if (!/^labs\/.*\.ts$/.test(path)) return false;
  return !/\.worker\.ts$|^labs\/[^/]+\/(panel|story)\//.test(path);
}
