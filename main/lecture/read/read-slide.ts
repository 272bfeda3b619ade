import { createHash } from 'node:crypto';
import type { Definition, FootnoteDefinition, Root } from 'mdast';
import type { FolderSlide, FolderSlideMeta } from '../../contract/lecture-folder.ts';
import type { LectureNode } from '../../contract/lecture-tree.ts';
import { blockNodes } from './blocks.ts';
import { element, textNode, widgetNode } from './build.ts';
import type { LectureFiles, LectureWorld } from './files.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { takeTitle } from './headings.ts';
import { limits } from './limits.ts';
import { slug } from './names.ts';
import { parseMarkdown, tooNested } from './parse-markdown.ts';
import { Problems } from './problems.ts';
import type { SlideReading } from './reading.ts';
import type { WrittenSlide } from './split-slides.ts';
import { wordsInTree } from './words-in-tree.ts';

/** A slide that was read, before the lecture around it gives it its place. */
export interface SlideRead {
  meta: FolderSlideMeta;
  slide: FolderSlide;
  /** The name of the part that begins with it. */
  part: string | undefined;
  /** Whether its id was written, or made of its title. */
  named: boolean;
  /** Whether its layout was written. */
  laidOut: boolean;
  links: SlideReading['links'];
  cited: SlideReading['cited'];
  uses: SlideReading['uses'];
  problems: Problems['list'];
}

/** Reads one slide. Never throws: what can't be shown becomes a message on the slide itself. */
export function readSlide(
  written: WrittenSlide,
  at: { file: string; folder: string; number: number; files: LectureFiles; world: LectureWorld },
): SlideRead {
  const { file, world } = at;
  const problems = new Problems();
  const front =
    written.frontMatter && written.frontMatter.text.length <= limits.frontMatter
      ? readFrontMatter(written.frontMatter.text, {
          file,
          first: written.frontMatter.line,
          world,
          problems,
        })
      : {};
  const line = written.frontMatter?.line ?? firstWords(written);
  const whole = (what: string, fix: string, where = line): Read => {
    problems.add({ level: 'error', file, line: where, what, fix });
    return {
      title: null,
      steps: 1,
      notes: [],
      body: [widgetNode({ kind: 'message', what, fix, file: file.slice(-300), line: where })],
    };
  };
  const read = readText(written, at, problems, front, whole);
  const title = front.title ?? read.title ?? `Slide ${at.number}`;
  const id = idOf(front, title, at.number);
  for (const problem of problems.list) problem.slide = id;
  const slide = { id, body: read.body, notes: read.notes };
  const lab = front.lab ?? read.lab;
  const hash = createHash('sha256')
    .update(JSON.stringify([title, front.layout, read.body, read.notes]))
    .digest('hex')
    .slice(0, 16);
  return {
    part: front.part,
    named: front.id !== undefined,
    laidOut: front.layout !== undefined,
    links: read.links ?? [],
    cited: read.cited ?? [],
    uses: read.uses ?? [],
    problems: problems.list,
    meta: {
      id,
      title,
      steps: Math.min(read.steps, 100),
      layout: front.layout ?? 'titled',
      file,
      line,
      hash,
      ...(front.minutes !== undefined && { minutes: front.minutes }),
      ...(lab && { lab }),
      ...(read.poll && { poll: read.poll }),
    },
    slide: {
      ...slide,
      hash,
      shown: wordsInTree(read.body),
      spoken: wordsInTree(read.notes.flatMap((note) => note.body)),
    },
  };
}

/** Without an id of its own a slide is named after its title. */
const idOf = ({ id }: Pick<FrontMatter, 'id'>, title: string, number: number): string =>
  id ?? (slug(title) || `slide-${number}`);

interface Read {
  title: string | null;
  steps: number;
  body: LectureNode[];
  notes: SlideReading['notes'];
  poll?: SlideReading['poll'];
  lab?: SlideReading['lab'];
  links?: SlideReading['links'];
  cited?: SlideReading['cited'];
  uses?: SlideReading['uses'];
}

function readText(
  written: WrittenSlide,
  at: Parameters<typeof readSlide>[1],
  problems: Problems,
  front: Pick<FrontMatter, 'id' | 'title'>,
  whole: (what: string, fix: string, where?: number) => Read,
): Read {
  const { text, line } = written;
  if (text.length > limits.slide)
    return whole(
      'This slide is longer than can be shown.',
      'Part it with lines “---”: one thought, one slide.',
    );
  const nested = tooNested(text);
  if (nested !== null)
    return whole(
      'From this line on more stands in each other than can be read.',
      'Take brackets, stars and quotation marks out of it, and close each block with “:::”.',
      line + nested,
    );
  try {
    const root = parseMarkdown(text);
    const title = takeTitle(root, front.title ?? null);
    const reading: SlideReading = {
      file: at.file,
      first: line,
      source: text,
      // What is kept of a poll is kept by it.
      slide: idOf(front, front.title ?? title?.words ?? '', at.number),
      folder: at.folder,
      files: at.files,
      world: at.world,
      problems,
      steps: 1,
      nodes: 0,
      poll: undefined,
      lab: undefined,
      notes: [],
      ...definitionsOf(root),
      links: [],
      cited: [],
      uses: [],
    };
    const body = blockNodes(reading, root.children);
    return { ...reading, title: title?.words ?? null, body: [...body, ...footnotes(reading)] };
  } catch {
    // Too large, or nested so deep that the parser itself gave up.
    return whole(
      'This slide is nested deeper, or has more in it, than can be shown.',
      'Part it with lines “---”, and write lists and quotations side by side.',
    );
  }
}

function definitionsOf(root: Root): Pick<SlideReading, 'definitions' | 'footnotes'> {
  const definitions = new Map<string, Definition>();
  const known = new Map<string, FootnoteDefinition>();
  for (const node of root.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition') known.set(node.identifier, node);
  }
  return { definitions, footnotes: { known, used: [] } };
}

/** The footnotes that the slide names, at its foot. A note may name another one. */
function footnotes(reading: SlideReading): LectureNode[] {
  const { known, used } = reading.footnotes;
  const lines: LectureNode[] = [];
  for (let index = 0; index < used.length && index < 50; index += 1) {
    const first = known.get(used[index]!)!.children[0];
    const words = first?.type === 'paragraph' ? blockNodes(reading, [first]) : [];
    const [paragraph] = words;
    lines.push(
      element('p', { dataSmall: true }, [
        element('sup', {}, [textNode(String(index + 1))]),
        textNode(' '),
        ...(paragraph?.type === 'element' ? paragraph.children : []),
      ]),
    );
  }
  return lines.length > 0 ? [widgetNode({ kind: 'source', of: [] }, lines)] : [];
}

/** The line on which a slide's words begin. */
function firstWords({ text, line }: WrittenSlide): number {
  const before = text.split('\n').findIndex((one) => one.trim() !== '');
  return line + Math.max(before, 0);
}
