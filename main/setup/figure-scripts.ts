import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { normalizePath, type Plugin } from 'vite';
import { labsWith } from './labs-with.ts';

const name = 'lectern:figure-scripts';

/**
 * A lab's `code/script.ts` with all that it calls, as one text of plain JavaScript that ends by naming `script`: every function as it
 * stands in the lab, types taken away, each under the name of its file.
 */
export async function scriptText(root: string, lab: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'labs', lab, 'code/script.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    charset: 'utf8',
    treeShaking: true,
    // What only describes parameters and results is of no use without the app.
    external: ['zod'],
    logLevel: 'warning',
  });
  const text = outputFiles[0]!.text;
  const exported = /\nexport \{\s*script\s*\};\s*$/;
  if (!exported.test(text)) throw new Error(`The script of ${lab} does not export "script".`);
  if (/^import /m.test(text)) throw new Error(`The script of ${lab} needs a package.`);
  return text.replace(exported, '\n');
}

/** Whose figure it is, without loading the lab's functions. Throws where the script does not say. */
function partOf(root: string, lab: string): string {
  const source = readFileSync(join(root, 'labs', lab, 'code/script.ts'), 'utf8');
  const part = /^ {2}part: '([\w-]+)',$/m.exec(source)?.[1];
  if (part === undefined) throw new Error(`The script of ${lab} does not say its part.`);
  return part;
}

/** `import { scripts } from 'lectern:figure-scripts'`: for each lab by its id what loads the text of its program. */
export function figureScripts(root: string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name || id.startsWith(`${name}/`) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${name}`) {
        const rows = labsWith(root, 'code/script.ts').map((lab) => {
          const own = normalizePath(join(root, 'labs', lab, 'code/script.ts'));
          const both = [`${name}/${lab}`, own].map((from) => `import(${JSON.stringify(from)})`);
          return `${JSON.stringify(lab)}: {
            part: ${JSON.stringify(partOf(root, lab))},
            load: async () => {
              const [{ text }, { script }] = await Promise.all([${both.join(', ')}]);
              return { text, script };
            },
          }`;
        });
        return `export const scripts = { ${rows.join(', ')} };`;
      }
      if (!id.startsWith(`\0${name}/`)) return undefined;
      const text = await scriptText(root, id.slice(name.length + 2));
      return `export const text = ${JSON.stringify(text)};`;
    },
  };
}
