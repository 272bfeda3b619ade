import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * Takes the slide's title out of its text: the first heading, where it is of the first two levels. Where front matter gives the
 * slide another title, the heading stays on the slide: its words stand nowhere else.
 */
export function takeTitle(
  root: Root,
  given: string | null,
): { words: string; line: number } | null {
  const index = root.children.findIndex((node) => node.type === 'heading');
  const heading = root.children[index] as Heading | undefined;
  if (!heading || heading.depth > 2) return null;
  const words = toString(heading).replace(/\s+/g, ' ').trim().slice(0, 300);
  if (given !== null && given.replace(/\s+/g, ' ').trim() !== words) return null;
  root.children.splice(index, 1);
  return { words, line: heading.position?.start.line ?? 1 };
}
