import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, isTest, projectFiles } from '../lint/import-graph.ts';

/**
 * The tests that look at every lab, and so at this one: those from which a file of the lab can be
 * reached. A test comes to it by an `import`, by a glob over the folders of labs (as the registry
 * does), by the index of labs that is made for each bundle, or by listing their folder itself. So
 * a new one is found by what it imports; nothing has to be listed here.
 *
 * Left out are `*.full` and `*.sweep` tests. So are end-to-end specs and `*.pages` tests: they look
 * at the built app and name the labs that they open.
 */
export function labReaders(root: string, lab: string): string[] {
  const files = projectFiles(root);
  const takers = new Map<string, string[]>();
  for (const { from, to } of importsOf(root, files, files)) {
    const known = takers.get(to);
    if (known) known.push(from);
    else takers.set(to, [from]);
  }
  const reached = new Set<string>();
  const left = files.filter((file) => file.startsWith(`labs/${lab}/`) || listsLabs(root, file));
  while (left.length > 0) {
    const file = left.pop()!;
    if (reached.has(file)) continue;
    reached.add(file);
    left.push(...(takers.get(file) ?? []));
  }
  return files.filter((file) => reached.has(file) && isQuickTest(file)).sort();
}

const isQuickTest = (file: string) =>
  /\.test\.tsx?$/.test(file) && !/\.(full|sweep|pages)\.test\./.test(file);

/** Takes the index that is made for each bundle, or is a test that lists the folder of labs. */
function listsLabs(root: string, file: string): boolean {
  if (!/\.(ts|tsx|mjs)$/.test(file)) return false;
  const text = readFileSync(join(root, file), 'utf8');
  if (text.includes("from 'lectern:labs'")) return true;
  return isTest(file) && /\breaddir/.test(text) && /['/]labs'/.test(text);
}
