import type { ElementNode, LectureNode, TextNode, Widget } from '../../contract/lecture-tree.ts';

export const textNode = (value: string): TextNode => ({ type: 'text', value });

export const element = (
  tagName: Exclude<ElementNode['tagName'], 'x-widget'>,
  properties: ElementNode['properties'],
  children: LectureNode[],
): ElementNode => ({ type: 'element', tagName, properties, children });

export const widgetNode = (data: Widget, children: LectureNode[] = []): ElementNode => ({
  type: 'element',
  tagName: 'x-widget',
  properties: {},
  data,
  children,
});
