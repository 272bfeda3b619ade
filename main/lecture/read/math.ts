import { Parser } from 'htmlparser2';
import temml from 'temml';
import {
  mathProperties,
  mathTags,
  type ElementNode,
  type LectureNode,
} from '../../contract/lecture-tree.ts';
import { element, textNode } from './build.ts';

const tags: ReadonlySet<string> = new Set(mathTags);
const kept: ReadonlySet<string> = new Set(mathProperties);
/** Their words belong to nobody's eyes: the formula as TeX. */
const leftOut: ReadonlySet<string> = new Set(['annotation', 'annotation-xml', 'script', 'style']);

/**
 * TeX as MathML. Throws what temml says of TeX that it can't read. Commands that load or link are off, and of what temml makes only
 * elements and attributes of the contract's list are kept.
 */
export function mathTree(tex: string, display: boolean): LectureNode[] {
  const markup = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    trust: false,
    maxExpand: 200,
    maxSize: [25, 25],
    annotate: false,
  });
  const root: LectureNode[] = [];
  const open: LectureNode[][] = [root];
  let unread = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unread > 0 || leftOut.has(name)) {
          unread += 1;
          return;
        }
        const children: LectureNode[] = [];
        // What is not on the list gives its place to what it holds.
        if (tags.has(name)) open.at(-1)!.push(mathElement(name, attributes, children));
        open.push(tags.has(name) ? children : open.at(-1)!);
      },
      ontext(text) {
        if (unread === 0 && text !== '') open.at(-1)!.push(textNode(text));
      },
      onclosetag() {
        if (unread > 0) unread -= 1;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(markup);
  return root;
}

function mathElement(
  name: string,
  attributes: Record<string, string>,
  children: LectureNode[],
): ElementNode {
  const properties = Object.fromEntries(
    Object.entries(attributes).filter(([key, value]) => kept.has(key) && value.length <= 200),
  );
  return element(name as never, properties as never, children);
}
