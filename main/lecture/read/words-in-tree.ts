import type { LectureNode } from '../../contract/lecture-tree.ts';

/** What stands within a line; everything else begins a new piece of text. */
const inline = new Set(
  'a code em strong del sub sup kbd mark small span math mi mn mo mrow'.split(' '),
);

/** The words of a tree in the order in which they are read, pieces apart by a dot; a picture gives its description. */
export function wordsInTree(nodes: readonly LectureNode[]): string {
  const pieces = [''];
  const visit = (node: LectureNode): void => {
    if (node.type === 'text') {
      pieces[pieces.length - 1] += node.value;
      return;
    }
    const within = inline.has(node.tagName);
    if (!within) pieces.push('');
    if (node.properties.alt !== undefined) pieces.push(node.properties.alt, '');
    if (node.data) pieces.push(widgetWords(node.data), '');
    for (const child of node.children) visit(child);
    if (!within) pieces.push('');
  };
  for (const node of nodes) visit(node);
  return pieces
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
    .join(' · ')
    .slice(0, 60_000);
}

function widgetWords(data: NonNullable<Extract<LectureNode, { type: 'element' }>['data']>): string {
  switch (data.kind) {
    case 'chart':
      return [data.title, data.x, data.y, ...data.series.map((one) => one.name)].join(' · ');
    case 'lab':
      return data.words;
    case 'message':
      return data.what;
    default:
      return '';
  }
}
