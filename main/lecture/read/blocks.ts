import type { BlockContent, DefinitionContent, List, ListItem, RootContent, Table } from 'mdast';
import type { ElementNode, LectureNode } from '../../contract/lecture-tree.ts';
import { codeTree, lineSteps } from './code.ts';
import { directiveNodes } from './directives/directives.ts';
import { formula, inlineNodes } from './inlines.ts';
import { limits } from './limits.ts';
import { pictureNode } from './pictures.ts';
import { quoted } from './problems.ts';
import { counted, make, makeWidget, refuse, TooLarge, warn, type SlideReading } from './reading.ts';

type Block = RootContent | BlockContent | DefinitionContent;

/** Blocks of Markdown as nodes of the contract. `depth` is how many blocks stand around them. */
export function blockNodes(
  reading: SlideReading,
  nodes: readonly Block[],
  depth = 0,
): LectureNode[] {
  if (depth > limits.nesting) throw new TooLarge();
  return nodes.flatMap((node) => blockNode(reading, node, depth));
}

function blockNode(reading: SlideReading, node: Block, depth: number): LectureNode[] {
  const inside = (children: readonly Block[]) => blockNodes(reading, children, depth + 1);
  switch (node.type) {
    case 'paragraph': {
      const only = node.children[0];
      if (node.children.length === 1 && only?.type === 'image')
        return pictureNode(reading, only, only.url, only.alt ?? '', only.title ?? null);
      if (only?.type === 'text' && /^:{3,}/.test(only.value))
        return refuse(
          reading,
          node,
          `The line ${quoted(only.value.split('\n')[0]!)} opens or closes nothing.`,
          'A block within a block needs fewer colons than the one around it: :::: outside, ::: inside.',
        );
      return [make(reading, 'p', {}, inlineNodes(reading, node.children))];
    }
    case 'heading': {
      const tag = (['h2', 'h2', 'h3', 'h4', 'h4', 'h4'] as const)[node.depth - 1]!;
      return [make(reading, tag, {}, inlineNodes(reading, node.children))];
    }
    case 'blockquote':
      return [make(reading, 'blockquote', {}, inside(node.children))];
    case 'list':
      return [listNode(reading, node, depth)];
    case 'code':
      return codeNodes(reading, node);
    case 'math':
      return [make(reading, 'div', {}, formula(reading, node as never, true))];
    case 'thematicBreak':
      return [make(reading, 'hr', {}, [])];
    case 'table':
      return [tableNode(reading, node)];
    case 'html':
      if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return [];
      return refuse(
        reading,
        node,
        `HTML is not shown: ${quoted(node.value)}.`,
        'Write it in Markdown, or as one of the directives of the guide.',
      );
    case 'containerDirective':
    case 'leafDirective':
      return directiveNodes(reading, node, inside);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return inlineNodes(reading, [node as never]);
  }
}

function listNode(reading: SlideReading, list: List, depth: number): ElementNode {
  const start =
    list.ordered && typeof list.start === 'number' && list.start !== 1 ? list.start : null;
  const properties = start === null ? {} : { start: Math.min(start, 100_000) };
  const items = list.children.map((item) => itemNode(reading, item, list.spread ?? false, depth));
  return make(reading, list.ordered ? 'ol' : 'ul', properties, items);
}

function itemNode(
  reading: SlideReading,
  item: ListItem,
  loose: boolean,
  depth: number,
): ElementNode {
  // A tight list has its words in the items themselves, as in HTML.
  const children = item.children.flatMap((child) =>
    child.type === 'paragraph' && !loose
      ? inlineNodes(reading, child.children)
      : blockNodes(reading, [child], depth + 2),
  );
  const task = typeof item.checked === 'boolean' ? { checked: item.checked } : {};
  return make(reading, 'li', task, children);
}

/** A table of GFM. Rows that are longer than its head are cut, as there. */
export function tableNode(reading: SlideReading, table: Table): ElementNode {
  const align = (index: number) => {
    const to = table.align?.[index];
    return to ? { align: to } : {};
  };
  const [head, ...rows] = table.children.map((row, index) =>
    make(
      reading,
      'tr',
      {},
      row.children.map((cell, at) =>
        make(reading, index === 0 ? 'th' : 'td', align(at), inlineNodes(reading, cell.children)),
      ),
    ),
  );
  return make(reading, 'table', {}, [
    make(reading, 'thead', {}, head ? [head] : []),
    ...(rows.length > 0 ? [make(reading, 'tbody', {}, rows)] : []),
  ]);
}

function codeNodes(reading: SlideReading, node: Extract<Block, { type: 'code' }>): LectureNode[] {
  if (node.value.length > limits.code)
    return refuse(
      reading,
      node,
      'This code is too long for a slide.',
      `Show at most ${limits.code} characters: the part that matters.`,
    );
  const tree = codeTree(node.value, node.lang ?? null);
  const add = (one: LectureNode): void => {
    counted(reading, one);
    if (one.type === 'element') one.children.forEach(add);
  };
  add(tree);
  const meta = `${node.lang?.includes('{') ? node.lang : ''} ${node.meta ?? ''}`;
  const lines = lineSteps(meta, node.value.split('\n').length);
  if (!lines && /\{/.test(meta))
    warn(
      reading,
      node,
      `The lines ${quoted(meta)} can’t be read, so the code has no steps.`,
      'Write numbers, ranges and bars: {1|2-3|all}.',
    );
  if (!lines) return [tree];
  const first = reading.steps;
  reading.steps += lines.length - 1;
  return [makeWidget(reading, { kind: 'code', first, lines }, [tree])];
}
