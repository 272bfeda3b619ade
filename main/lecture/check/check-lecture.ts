import type { FolderSlide, LectureOutline, LectureProblem } from '../../contract/lecture-folder.ts';
import type { LectureNode } from '../../contract/lecture-tree.ts';
import { wordsInTree } from '../read/words-in-tree.ts';

/** More characters than this do not fit a slide at its size of text. */
const mostCharacters = 900;

/**
 * What the reader has found, and what can be seen of slides without drawing them: notes that are missing or too thin, too much
 * text, a number with a unit that names no source. In the order of files and lines.
 */
export function checkLecture(
  outline: Pick<LectureOutline, 'parts' | 'problems' | 'edition'>,
  slides: ReadonlyMap<string, FolderSlide>,
): LectureProblem[] {
  const found = [...outline.problems];
  const onlyNotes = new Set(Object.values(outline.edition?.notes ?? {}));
  for (const meta of outline.parts.flatMap((part) => part.slides)) {
    const slide = slides.get(meta.id);
    if (!slide) continue;
    const say = (what: string, fix: string) =>
      found.push({ level: 'warning', file: meta.file, line: meta.line, what, fix, slide: meta.id });
    const sentences = slide.spoken
      .split(/[.?!:](?:\s|$)/)
      .filter((one) => one.trim() !== '').length;
    if (sentences < 2)
      say(
        'The notes of this slide are thinner than two sentences.',
        'Write :::notes with “Say:” and “Ask:”.',
      );
    if (onlyNotes.has(meta.id)) continue;
    const length = slide.shown.length;
    if (length > mostCharacters)
      say(
        `This slide holds ${length} characters; about ${mostCharacters} fit.`,
        'Part it with a line “---”.',
      );
    const tooWide = longLine(slide.body);
    if (tooWide !== null)
      say(`A line of code has ${tooWide} characters; 64 fit.`, 'Break it, or shorten names.');
    if (hasSource(slide.body)) continue;
    const noSource = (what: string) =>
      say(`${what} has no source on its slide.`, 'Add ::source[Who, year].');
    if (hasWidget(slide.body, ['chart'])) noSource('A chart');
    else if (hasNumber(slide.body)) noSource('A number with a unit');
  }
  return found.sort((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line);
}

const hasWidget = (nodes: readonly LectureNode[], kinds: readonly string[]): boolean =>
  nodes.some(
    (node) =>
      node.type === 'element' &&
      (kinds.includes(node.data?.kind ?? '') || hasWidget(node.children, kinds)),
  );

/** A figure of ours brings its own. */
const hasSource = (nodes: readonly LectureNode[]): boolean =>
  hasWidget(nodes, ['source', 'figure']);

/** A number with a unit that somebody must have measured; code and formulas are left out. */
function hasNumber(nodes: readonly LectureNode[]): boolean {
  const words = wordsInTree(withoutCode(nodes));
  return /\d\s?(?:%|per cent|percent|ms|million|billion|trillion|€|\$|kg|km)(?![\w])/i.test(words);
}

const withoutCode = (nodes: readonly LectureNode[]): LectureNode[] =>
  nodes.flatMap((node): LectureNode[] => {
    if (node.type === 'text') return [node];
    if (['pre', 'code', 'math'].includes(node.tagName) || node.data?.kind === 'poll') return [];
    return [{ ...node, children: withoutCode(node.children) }];
  });

/** The length of the longest line of code that is too long; null where all fit. */
function longLine(nodes: readonly LectureNode[]): number | null {
  let longest = 0;
  const visit = (node: LectureNode): void => {
    if (node.type === 'text') return;
    if (node.properties.dataLine !== undefined) longest = Math.max(longest, textOf(node).length);
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return longest > 64 ? longest : null;
}

const textOf = (node: LectureNode): string =>
  node.type === 'text' ? node.value : node.children.map(textOf).join('');
