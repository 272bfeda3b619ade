import type { LectureNode } from '../../contract/lecture-tree.ts';
import type { PartRead } from './context.ts';
import type { LectureSettings } from './lecture-yaml.ts';

/** More characters than this leave no room for a large title and for who gives the lecture. */
const mostBeside = 240;
const plainTags = ['p', 'ul', 'ol'];
const plainWidgets = ['lead', 'step', 'source'];

/**
 * The first slide of a lecture of its own is its title slide, unless it says another layout or holds more than a few words: who gives the
 * lecture, where and when would otherwise stand nowhere. Without anything of that it stays as it is.
 */
export function layOutTitle(
  parts: readonly Pick<PartRead, 'slides'>[],
  { said }: Pick<LectureSettings, 'said'>,
): void {
  const first = parts.flatMap(({ slides }) => slides)[0];
  const isSaid = [said.lecturer, said.institution, said.date].some(Boolean);
  if (!first || first.laidOut || !isSaid) return;
  const { shown, body } = first.slide;
  if (shown.length <= mostBeside && body.every(isPlain)) first.meta.layout = 'title';
}

const isPlain = (node: LectureNode): boolean =>
  node.type === 'text' ||
  plainTags.includes(node.tagName) ||
  (node.data !== undefined &&
    plainWidgets.includes(node.data.kind) &&
    node.children.every((child) => child.type === 'text' || child.data === undefined));
