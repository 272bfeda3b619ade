import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { normalizePath, runnerImport, type Plugin } from 'vite';
import {
  findPiece,
  type ShownFigure,
  type ShownLines,
  type ShownWord,
} from '../../labs/kit/code/shown.ts';
import type { LectureNode } from '../contract/lecture-tree.ts';
import { codeTree } from '../lecture/read/code.ts';
import { labsWith } from './labs-with.ts';

const name = 'lectern:shown-code';

/** A lab's figures with their code, by part. */
export type ShownOfLab = Record<string, ShownLines[]>;

/** Lines of TypeScript as coloured words. The colours are highlight.js' names without their prefix. */
export function colouredLines(code: string): ShownWord[][] {
  const lines: ShownWord[][] = [[]];
  const walk = (node: LectureNode, colour: string | null) => {
    if (node.type === 'text') {
      for (const [i, part] of node.value.split('\n').entries()) {
        if (i > 0) lines.push([]);
        if (part !== '') lines.at(-1)!.push([colour, part]);
      }
      return;
    }
    const classes = node.properties.className as readonly string[] | undefined;
    const own = classes?.[0]?.replace(/^hljs-/, '') ?? colour;
    for (const child of node.children) walk(child, own);
  };
  walk(codeTree(code, 'typescript'), null);
  return lines;
}

/** Lines without the indent that all of them share. */
export function dedented(lines: readonly string[]): string[] {
  const written = lines.filter((line) => line.trim() !== '');
  const least = Math.min(...written.map((line) => /^ */.exec(line)![0].length));
  return lines.map((line) => line.slice(least));
}

/** A lab's pieces, cut out of its sources. Throws an Error that names the piece which its file has not, or has twice. */
export function shownOf(root: string, lab: string, figures: readonly ShownFigure[]): ShownOfLab {
  const folder = join(root, 'labs', lab);
  return Object.fromEntries(
    figures.map(({ part, pieces }) => [
      part,
      pieces.map(({ file, from, to, says, fills = [] }): ShownLines => {
        const path = join(folder, file);
        const all = readFileSync(path, 'utf8').split('\n');
        const { first, last } = findPiece(all, { file, from, to });
        return {
          file: normalizePath(relative(root, path)),
          first,
          lines: colouredLines(dedented(all.slice(first - 1, last)).join('\n')),
          says,
          fills,
        };
      }),
    ]),
  );
}

/**
 * `import { shown } from 'lectern:shown-code'`: for each lab by its id what loads the code behind its figures, by part. Cut out of the
 * labs' own sources and coloured while the program is built: what is shown is what ran, and no window has to read code.
 * @param root the project's folder
 */
export function shownCode(root: string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name || id.startsWith(`${name}/`) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${name}`) {
        const rows = labsWith(root, 'code/shown.ts').map(
          (lab) => `${JSON.stringify(lab)}: () => import(${JSON.stringify(`${name}/${lab}`)})`,
        );
        return `export const shown = { ${rows.join(', ')} };`;
      }
      if (!id.startsWith(`\0${name}/`)) return undefined;
      const lab = id.slice(name.length + 2);
      const { module } = await runnerImport<{ shown: ShownFigure[] }>(
        join(root, 'labs', lab, 'code/shown.ts'),
        { root, configFile: false, logLevel: 'error' },
      );
      return `export const figures = ${JSON.stringify(shownOf(root, lab, module.shown))};`;
    },
  };
}
