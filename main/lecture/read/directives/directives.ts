import type { BlockContent, DefinitionContent, Nodes } from 'mdast';
import type { LectureNode } from '../../../contract/lecture-tree.ts';
import { nearMiss } from '../near-miss.ts';
import { quoted } from '../problems.ts';
import { refuse, type SlideReading } from '../reading.ts';
import { chart } from './chart.ts';
import { columns } from './columns.ts';
import { figure } from './figure.ts';
import { countdown, groups } from './room.ts';
import { lab } from './lab.ts';
import { lead, recap, source, sources } from './lines.ts';
import { notes } from './notes.ts';
import { poll } from './poll.ts';
import { step } from './step.ts';
import { tableReveal } from './table-reveal.ts';

export type DirectiveNode = Extract<Nodes, { type: 'containerDirective' | 'leafDirective' }>;
export type Blocks = readonly (BlockContent | DefinitionContent)[];

/** A directive as it is written, and how its blocks are read. */
export interface Written {
  reading: SlideReading;
  node: DirectiveNode;
  attributes: Readonly<Record<string, string>>;
  /** Its blocks, without its label. */
  blocks: Blocks;
  /** The words in its square brackets. */
  label: Extract<Nodes, { type: 'paragraph' }>['children'];
  inside: (blocks: Blocks) => LectureNode[];
}

export interface Directive {
  /** Attributes that it takes. */
  attributes: readonly string[];
  /** Whether it stands round other blocks (`:::`), alone (`::`), or either. */
  form: 'container' | 'leaf' | 'either';
  read: (written: Written) => LectureNode[];
}

/** All that can be written, by name. */
export const directives: Readonly<Record<string, Directive>> = {
  step,
  columns,
  notes,
  lab,
  poll,
  countdown,
  groups,
  chart,
  figure,
  'table-reveal': tableReveal,
  recap,
  sources,
  source,
  lead,
};

/** A directive as nodes of the contract. One that is not known, or is written in the wrong form, becomes a message in its place. */
export function directiveNodes(
  reading: SlideReading,
  node: DirectiveNode,
  inside: (blocks: Blocks) => LectureNode[],
): LectureNode[] {
  const directive = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined;
  if (!directive) {
    const names = Object.keys(directives);
    const near = nearMiss(node.name, names);
    const fix = near ? `Did you mean “${near}”?` : `Known are ${names.join(', ')}.`;
    return refuse(reading, node, `There is no directive ${quoted(node.name)}.`, fix);
  }
  const container = node.type === 'containerDirective';
  if (directive.form !== 'either' && (directive.form === 'container') !== container)
    return refuse(
      reading,
      node,
      `The directive “${node.name}” is written with ${container ? 'three colons' : 'two colons'}.`,
      container
        ? `Write ::${node.name} with two: it holds nothing.`
        : `Write :::${node.name} with three, and ::: below what it holds.`,
    );
  const given = Object.entries(node.attributes ?? {});
  const attributes: Record<string, string> = {};
  for (const [name, value] of given) {
    if (directive.attributes.includes(name)) attributes[name] = value ?? '';
    else unknownAttribute(reading, node, name, directive.attributes);
  }
  const children = node.children as Written['blocks'];
  const labelled = children.find(
    (child) => child.type === 'paragraph' && child.data?.directiveLabel === true,
  );
  const label = container
    ? ((labelled as { children: Written['label'] } | undefined)?.children ?? [])
    : (node.children as Written['label']);
  const blocks = container ? children.filter((child) => child !== labelled) : [];
  return directive.read({ reading, node, attributes, blocks, label, inside });
}

function unknownAttribute(
  reading: SlideReading,
  node: DirectiveNode,
  name: string,
  known: readonly string[],
): void {
  const near = nearMiss(name, known);
  const listed = known.length > 0 ? `It takes ${known.join(', ')}.` : 'It takes none.';
  reading.problems.add({
    level: 'warning',
    file: reading.file,
    line: reading.first + (node.position?.start.line ?? 1) - 1,
    what: `The directive “${node.name}” has no attribute ${quoted(name)}.`,
    fix: near ? `Did you mean “${near}”?` : listed,
    slide: reading.slide,
  });
}
