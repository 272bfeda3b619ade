/** One slide of a file as it was written. Lines count from 1 in the file. */
export interface WrittenSlide {
  /** Where its text begins. */
  line: number;
  text: string;
  frontMatter: { line: number; text: string } | null;
}

const rule = /^---[ \t]*$/;
/** A key at the beginning of a line, or a tab that somebody meant as one. */
const key = /^(?:[\w-]+[ \t]*:(?:[ \t]|$)|\t)/;

/**
 * Parts a file at its lines `---`, except within fenced code. Such a line right above a `key:` begins the next slide's front
 * matter, which ends with another one.
 */
export function splitSlides(source: string): WrittenSlide[] {
  const lines = source.split('\n');
  const slides: WrittenSlide[] = [];
  let at = rule.test(lines[0] ?? '') ? 0 : -1;
  while (at < lines.length) {
    const frontMatter = frontMatterAfter(lines, at);
    const begin = frontMatter ? frontMatter.end + 1 : at + 1;
    const end = nextRule(lines, begin);
    const text = lines.slice(begin, end).join('\n');
    if (frontMatter || text.trim() !== '')
      slides.push({
        line: begin + 1,
        text,
        frontMatter: frontMatter && { line: at + 2, text: frontMatter.text },
      });
    at = end;
  }
  return slides;
}

/** The front matter that begins below the rule at `at`; `end` is the index of the rule that ends it. */
function frontMatterAfter(
  lines: readonly string[],
  at: number,
): { text: string; end: number } | null {
  if (at < 0 || !key.test(lines[at + 1] ?? '')) return null;
  const length = lines.slice(at + 1, at + 200).findIndex((line) => rule.test(line));
  if (length < 0) return null;
  const end = at + 1 + length;
  return { text: lines.slice(at + 1, end).join('\n'), end };
}

/** The index of the next rule that parts slides, from `from` on; that of the file's end where there is none. */
function nextRule(lines: readonly string[], from: number): number {
  let fence: string | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    const marks = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== null) {
      const closes = marks?.[1]!.startsWith(fence) && marks[2]!.trim() === '';
      if (closes) fence = null;
    } else if (marks && !(marks[1]![0] === '`' && marks[2]!.includes('`'))) {
      fence = marks[1]!;
    } else if (rule.test(line)) {
      return at;
    }
  }
  return lines.length;
}
