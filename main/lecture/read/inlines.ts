import type { PhrasingContent } from 'mdast';
import type { LectureNode } from '../../contract/lecture-tree.ts';
import { mathTree } from './math.ts';
import { pictureNode } from './pictures.ts';
import { linkNode } from './links.ts';
import { quoted } from './problems.ts';
import { limits } from './limits.ts';
import { make, makeText, refuseInline, sourceOf, type SlideReading } from './reading.ts';
import { textNode } from './build.ts';

type Inline = PhrasingContent;

/** What stands within a line, as nodes of the contract. */
export function inlineNodes(reading: SlideReading, nodes: readonly Inline[]): LectureNode[] {
  const out: LectureNode[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]!;
    const pair = node.type === 'html' ? pairedHtml(nodes, at) : null;
    if (pair) {
      const inside = inlineNodes(reading, nodes.slice(at + 1, pair.end));
      out.push(make(reading, pair.tag, {}, inside));
      at = pair.end;
    } else out.push(...inlineNode(reading, node));
  }
  return out;
}

function inlineNode(reading: SlideReading, node: Inline): LectureNode[] {
  const inside = () => ('children' in node ? inlineNodes(reading, node.children as Inline[]) : []);
  switch (node.type) {
    case 'text':
      return [makeText(reading, node.value)];
    case 'emphasis':
      return [make(reading, 'em', {}, inside())];
    case 'strong':
      return [make(reading, 'strong', {}, inside())];
    case 'delete':
      return [make(reading, 'del', {}, inside())];
    case 'inlineCode':
      return [make(reading, 'code', {}, [textNode(node.value)])];
    case 'break':
      return [make(reading, 'br', {}, [])];
    case 'link':
      return linkNode(reading, node, node.url, inside());
    case 'linkReference': {
      const definition = reading.definitions.get(node.identifier);
      return definition ? linkNode(reading, node, definition.url, inside()) : inside();
    }
    case 'image':
      return pictureNode(reading, node, node.url, node.alt ?? '', null);
    case 'imageReference': {
      const definition = reading.definitions.get(node.identifier);
      return definition ? pictureNode(reading, node, definition.url, node.alt ?? '', null) : [];
    }
    case 'inlineMath':
      return inlineMath(reading, node);
    case 'footnoteReference':
      return footnoteMark(reading, node.identifier);
    case 'html':
      return inlineHtml(reading, node);
    case 'textDirective':
      // A colon before a word is common in plain text: it stays as it was written.
      return [makeText(reading, sourceOf(reading, node))];
    default:
      return inside();
  }
}

/** HTML that may be written: without attributes, and closed within the same paragraph. */
const paired = new Set(['kbd', 'sub', 'sup', 'mark', 'small']);

function pairedHtml(
  nodes: readonly Inline[],
  at: number,
): { tag: 'kbd' | 'sub' | 'sup' | 'mark' | 'small'; end: number } | null {
  const tag = /^<([a-z]+)>$/i.exec((nodes[at] as { value: string }).value)?.[1]?.toLowerCase();
  if (tag === undefined || !paired.has(tag)) return null;
  const end = nodes.findIndex(
    (node, index) => index > at && node.type === 'html' && node.value.toLowerCase() === `</${tag}>`,
  );
  return end < 0 ? null : { tag: tag as 'kbd', end };
}

function inlineHtml(reading: SlideReading, node: Extract<Inline, { type: 'html' }>): LectureNode[] {
  if (/^<br\s*\/?>$/i.test(node.value)) return [make(reading, 'br', {}, [])];
  if (node.value.startsWith('<!--')) return [];
  return refuseInline(
    reading,
    node,
    `HTML is not shown: ${quoted(node.value)}.`,
    'Write it in Markdown. Allowed are <br>, <kbd>, <sub>, <sup>, <mark> and <small>, without attributes.',
  );
}

/** A price is no formula: a dollar sign after a blank closes none, nor does one right before a number. */
function inlineMath(
  reading: SlideReading,
  node: Extract<Inline, { type: 'inlineMath' }>,
): LectureNode[] {
  const source = sourceOf(reading, node);
  const after = reading.source[node.position?.end.offset ?? 0] ?? '';
  const isPrice = /^\$[^$]/.test(source) && (/^\$\s|\s\$$/.test(source) || /\d/.test(after));
  if (isPrice) return [makeText(reading, source)];
  return formula(reading, node, false);
}

/** A formula as MathML, or a message where it can't be read. */
export function formula(
  reading: SlideReading,
  node: Extract<Inline, { type: 'inlineMath' }> | { type: 'math'; value: string; position?: never },
  display: boolean,
): LectureNode[] {
  const failed = (why: string) =>
    refuseInline(
      reading,
      node as never,
      `The formula ${quoted(node.value)} can’t be read: ${why}.`,
      'Correct the TeX. A dollar sign that begins no formula is written \\$.',
      [makeText(reading, node.value)],
    );
  if (node.value.length > limits.formula) return failed('it is too long');
  try {
    return mathTree(node.value, display);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return failed(why.replace(/^[\w ]*Error: |[.\s]+$/g, '').slice(0, 200) || 'it is not TeX');
  }
}

function footnoteMark(reading: SlideReading, identifier: string): LectureNode[] {
  const { known, used } = reading.footnotes;
  if (!known.has(identifier)) return [makeText(reading, `[^${identifier}]`)];
  if (!used.includes(identifier)) used.push(identifier);
  const number = String(used.indexOf(identifier) + 1);
  return [make(reading, 'sup', { dataSmall: true }, [textNode(number)])];
}
