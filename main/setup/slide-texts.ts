import { join } from 'node:path';
import { normalizePath, runnerImport, type Plugin, type PluginOption } from 'vite';

const name = 'lectern:slide-texts';
const resolved = `\0${name}`;

/** Styles change no words, so none is read. */
export const noStyles: Plugin = {
  name: 'lectern:no-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0lectern:no-styles' : undefined),
  load: (id) => (id === '\0lectern:no-styles' ? 'export default {};' : undefined),
};

/**
 * What the slides and the labs' stories say, for the search: `import { texts, steps } from 'lectern:slide-texts'`. They
 * are drawn to HTML while the program
 * is built, in this process, so that no window has to draw them only to read them.
 * @param root the project's folder
 * @param mdx compiles the slides, as it does for the page
 */
export function slideTexts(root: string, mdx: PluginOption): Plugin {
  /** The files that the texts were made of. */
  let sources = new Set<string>();
  return {
    name,
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { module, dependencies } = await runnerImport<{ texts: unknown; steps: unknown }>(
        join(root, 'renderer/app/search-texts/all-texts.ts'),
        {
          root,
          configFile: false,
          mode: 'production',
          logLevel: 'error',
          plugins: [noStyles, mdx],
        },
      );
      sources = new Set(dependencies.map(normalizePath));
      return ['texts', 'steps']
        .map((one) => `export const ${one} = ${JSON.stringify(module[one as 'texts' | 'steps'])};`)
        .join('\n');
    },
    /**
     * A changed slide is read again when the page is loaded again. It is no reason to load it: the
     * slide itself is on screen already.
     */
    configureServer({ watcher, environments }) {
      watcher.on('change', (file) => {
        if (!sources.has(normalizePath(file))) return;
        const { moduleGraph } = environments.client;
        const texts = moduleGraph.getModuleById(resolved);
        if (texts) moduleGraph.invalidateModule(texts);
      });
    },
  };
}
