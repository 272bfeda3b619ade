import { common, createLowlight } from 'lowlight';
import type { ElementNode, LectureNode } from '../../contract/lecture-tree.ts';
import { element, textNode } from './build.ts';

const highlighter = createLowlight(common);

interface Piece {
  text: string;
  classes: string[];
}

interface Hast {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: Hast[];
}

function piecesOf(node: Hast, classes: string[]): Piece[] {
  if (node.type === 'text') return [{ text: node.value ?? '', classes }];
  const own = Array.isArray(node.properties?.className) ? node.properties.className : [];
  const inner = own.map(String).filter((name) => /^hljs-[a-z_-]+$/.test(name));
  const next = inner.length > 0 ? inner.slice(0, 6) : classes;
  return (node.children ?? []).flatMap((child) => piecesOf(child, next));
}

/**
 * Code with a `span` for each line and, where its language is known, one for each coloured word. A language that is not known is
 * no error: the code is shown plain.
 */
export function codeTree(code: string, language: string | null): ElementNode {
  const known = language !== null && highlighter.registered(language);
  const pieces = known
    ? piecesOf(highlighter.highlight(language, code) as Hast, [])
    : [{ text: code, classes: [] }];
  const lines: LectureNode[][] = [[]];
  for (const { text, classes } of pieces) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part === '') continue;
      const word = textNode(part);
      lines
        .at(-1)!
        .push(classes.length > 0 ? element('span', { className: classes }, [word]) : word);
    }
  }
  const spans = lines.flatMap((children, index): LectureNode[] => [
    element('span', { dataLine: index + 1 }, children),
    ...(index < lines.length - 1 ? [textNode('\n')] : []),
  ]);
  return element('pre', {}, [element('code', {}, spans)]);
}

/**
 * Which lines are looked at, step by step: `{1|2-3|all}`. Null where there is nothing of the kind.
 * @param count how many lines there are
 */
export function lineSteps(meta: string, count: number): number[][] | null {
  const inside = /\{([\d,\-|\s]|all)+\}/.exec(meta)?.[0].slice(1, -1);
  if (inside === undefined) return null;
  const every = Array.from({ length: count }, (_, index) => index + 1);
  return inside
    .split('|')
    .slice(0, 40)
    .map((step) =>
      step.trim() === 'all' || step.trim() === ''
        ? every
        : every.filter((line) =>
            step.split(',').some((range) => {
              const [from, to = from] = range.split('-').map(Number);
              return line >= from! && line <= to!;
            }),
          ),
    );
}
