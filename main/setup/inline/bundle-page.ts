import { build } from 'esbuild';
import { inlineCode } from './inline-code.ts';

interface Page {
  /** Its first module, from the project's folder. */
  entry: string;
  /** The oldest browsers that show it, in esbuild's words. */
  target: string | string[];
  /** What it is called where its code can't stand in a page. */
  name: string;
}

/**
 * A page's own code in one piece each, for pages that are one file. Nothing is written.
 * @param root the project's folder
 * @throws where a part would end its own element
 */
export async function bundlePage(
  root: string,
  { entry, target, name }: Page,
): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'out/page',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target,
    logLevel: 'warning',
  });
  const textOf = (end: string) =>
    outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? '';
  return {
    script: inlineCode(textOf('.js'), 'script', name),
    style: inlineCode(textOf('.css'), 'style', name),
  };
}
