import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { limits } from './limits.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(remarkMath)
  .freeze();

/** CommonMark with tables, footnotes, mathematics and directives, as a tree of `mdast`. */
export const parseMarkdown = (text: string): Root => parser.parse(text);

/**
 * What would make the parser slow: so many marks that text is nested in, or blocks within blocks. Returns the line (from 0), or
 * null where there is none.
 */
export function tooNested(text: string): number | null {
  let all = 0;
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const nested = /^[\s>*+\-\d.:]*/.exec(line)![0].replace(/[^>*+\-.:]/g, '').length;
    const marks = line.match(/[[\]*_`~$<{(!]/g)?.length ?? 0;
    // A rule or a table's line is made of hyphens and nests nothing.
    const isRule = /^\s*[-*_:|\s]+$/.test(line) && !/([*+-] ){8}/.test(line);
    if (/^\s*:{3,}[a-z]/i.test(line)) open += 1;
    else if (/^\s*:{3,}\s*$/.test(line)) open = Math.max(0, open - 1);
    all += marks;
    const deep = !isRule && nested > limits.marksInLine;
    const many = marks > limits.marksInLine * 10 || all > limits.marksInSlide;
    if (deep || many || open > limits.openBlocks) return index;
  }
  return null;
}
