import type { Paragraph } from 'mdast';
import type { SlideReading } from '../reading.ts';
import type { Blocks, Directive } from './directives.ts';

type Kind = SlideReading['notes'][number]['kind'];
const begins = /^\s*(say|ask|mistake)\s*:\s*/i;

/** What the speaker reads: blocks that begin with “say:”, “ask:” or “mistake:”. What has no such word is said. */
export const notes: Directive = {
  attributes: [],
  form: 'container',
  read({ reading, blocks, inside }) {
    const groups: { kind: Kind; blocks: Blocks[number][] }[] = [];
    for (const block of blocks) {
      const kind = kindOf(block);
      const last = groups.at(-1);
      if (kind || !last) groups.push({ kind: kind ?? 'say', blocks: [block] });
      else last.blocks.push(block);
    }
    for (const group of groups.slice(0, 20))
      reading.notes.push({ kind: group.kind, body: inside(group.blocks) });
    return [];
  },
};

/** The kind that a paragraph begins with; the word is taken away. */
function kindOf(block: Blocks[number]): Kind | null {
  if (block.type !== 'paragraph') return null;
  const first = (block as Paragraph).children[0];
  if (first?.type !== 'text') return null;
  const word = begins.exec(first.value);
  if (!word) return null;
  first.value = first.value.slice(word[0].length);
  return word[1]!.toLowerCase() as Kind;
}
