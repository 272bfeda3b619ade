import type { Definition, FootnoteDefinition, Nodes } from 'mdast';
import type { FolderSlideMeta } from '../../contract/lecture-folder.ts';
import type { LectureNode, Widget } from '../../contract/lecture-tree.ts';
import { element, textNode, widgetNode } from './build.ts';
import type { LectureFiles, LectureWorld } from './files.ts';
import { limits } from './limits.ts';
import type { Problems } from './problems.ts';

/** What one slide's Markdown is read with, and what is gathered while it is. */
export interface SlideReading {
  file: string;
  /** The line of the file on which the text begins. */
  first: number;
  source: string;
  slide: string;
  /** Of the folder, in its parts' shared names. */
  folder: string;
  files: LectureFiles;
  world: LectureWorld;
  problems: Problems;
  /** Steps that the slide has so far. */
  steps: number;
  /** How many nodes were made. */
  nodes: number;
  poll: FolderSlideMeta['poll'];
  lab: FolderSlideMeta['lab'];
  notes: { kind: 'say' | 'ask' | 'mistake'; body: LectureNode[] }[];
  definitions: ReadonlyMap<string, Definition>;
  footnotes: { known: ReadonlyMap<string, FootnoteDefinition>; used: string[] };
  /** Places of the lecture that links lead to: looked at once all slides are known. */
  links: { id: string; line: number }[];
  /** Sources that are named, looked at in the same way. */
  cited: { id: string; line: number }[];
  /** Files of the folder that it stands on: pictures and data. */
  uses: string[];
}

/** The line of the file on which a node begins. */
export const lineOf = (reading: SlideReading, node: Nodes): number =>
  reading.first + (node.position?.start.line ?? 1) - 1;

/** What a node looks like in the file. */
export const sourceOf = (reading: SlideReading, node: Nodes): string =>
  reading.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** Tells of something that is not shown, and gives what stands there instead: a message at its place. */
export function refuse(
  reading: SlideReading,
  node: Nodes,
  what: string,
  fix: string,
): LectureNode[] {
  const { file, slide } = reading;
  const line = lineOf(reading, node);
  reading.problems.add({ level: 'error', file, line, what, fix, slide });
  return [
    widgetNode({ kind: 'message', what: cut(what), fix: cut(fix), file: file.slice(-300), line }),
  ];
}

/** The same for something within a line, where no box fits: its words stay as they were written. */
export function refuseInline(
  reading: SlideReading,
  node: Nodes,
  what: string,
  fix: string,
  words: LectureNode[] = [],
): LectureNode[] {
  refuse(reading, node, what, fix);
  return words;
}

/** Tells of something that is shown all the same. */
export function warn(reading: SlideReading, node: Nodes, what: string, fix: string): void {
  const { file, slide } = reading;
  reading.problems.add({ level: 'warning', file, line: lineOf(reading, node), what, fix, slide });
}

const cut = (text: string) => text.slice(0, 600);

/** A slide is larger than can be shown. */
export class TooLarge extends Error {}

/** Counts a node. Throws `TooLarge` where the slide has too many. */
export function counted<T extends LectureNode>(reading: SlideReading, node: T): T {
  reading.nodes += 1;
  if (reading.nodes > limits.nodes) throw new TooLarge();
  return node;
}

export const makeWidget = (reading: SlideReading, data: Widget, children: LectureNode[] = []) =>
  counted(reading, widgetNode(data, children));
export const make = (reading: SlideReading, ...args: Parameters<typeof element>) =>
  counted(reading, element(...args));
export const makeText = (reading: SlideReading, value: string) => counted(reading, textNode(value));
