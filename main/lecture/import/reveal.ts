import {
  deckLines,
  notesBlock,
  outsideCode,
  partAt,
  stepBlock,
  type DeckLine,
  type Imported,
  type Lost,
} from './imported.ts';
import { withoutHtml } from './inline-html.ts';

/**
 * Markdown as reveal.js reads it by default: `---` and `--` part slides, `Note:` begins notes, comments set attributes of slides and
 * elements, `[1|2-3]` behind a language steps through code.
 */
export function fromReveal(text: string): Imported {
  const lost: Lost[] = [];
  const { title, lines } = withoutFrontMatter(deckLines(text), lost);
  const parts = partAt(lines, (line) => /^---?\s*$/.test(line));
  const vertical = lines.find((line) => /^--\s*$/.test(line.text));
  if (vertical)
    lost.push({ line: vertical.number, what: 'Vertical slides: they follow one another here' });
  const slides = parts.map((lines) => slideOf(lines, lost)).filter((slide) => slide !== '');
  return { title: title ?? /^#+\s+(.+)$/m.exec(text)?.[1] ?? 'Imported', slides, lost };
}

/** A deck of reveal-md may begin with front matter: its title is taken, what else it sets has no counterpart. */
function withoutFrontMatter(
  all: readonly DeckLine[],
  lost: Lost[],
): { title: string | null; lines: readonly DeckLine[] } {
  const end = all.findIndex(({ text }, index) => index > 0 && /^---\s*$/.test(text));
  const head = all.slice(1, Math.max(end, 1));
  const isHead = head.some(({ text }) => /^[\w-]+:/.test(text));
  if (!/^---\s*$/.test(all[0]?.text ?? '') || !isHead || !head.every(isYaml))
    return { title: null, lines: all };
  let title: string | null = null;
  for (const { number, text } of head) {
    const [, key, value = ''] = /^([\w-]+):\s*(.*)$/.exec(text) ?? [];
    if (key === 'title') title = value.trim().replace(/^(['"])(.*)\1$/, '$2');
    else if (key !== undefined) lost.push({ line: number, what: `Front matter: ${key}` });
  }
  return { title: title === '' ? null : title, lines: all.slice(end + 1) };
}

/** A key, what stands below one, or nothing. */
const isYaml = ({ text }: DeckLine): boolean => /^(?:[\w-]+:|\s+\S|\s*-\s|\s*$)/.test(text);

function slideOf(lines: readonly DeckLine[], lost: Lost[]): string {
  const begin = lines.findIndex((line) => /^notes?:/i.test(line.text));
  const notes = begin < 0 ? [] : lines.slice(begin);
  const prose = outsideCode();
  const body = (begin < 0 ? lines : lines.slice(0, begin)).map((line) =>
    prose(line.text) ? proseLine(line, lost) : codeLine(line.text),
  );
  const words = notes.map(({ text }) => text.replace(/^notes?:\s*/i, '')).join('\n');
  const all = `${body.join('\n').trim()}${notesBlock(words)}`;
  return all.trim();
}

const codeLine = (text: string): string =>
  text.replace(/^(\s*(?:`{3,}|~{3,})[\w+#-]*)\s*\[(?:\d+:\s*)?([\d,\-|\s]+)\]\s*$/, '$1 {$2}');

function proseLine(line: DeckLine, lost: Lost[]): string {
  let fragment = false;
  const text = line.text.replace(
    /<!--\s*\.(slide|element):\s*(.*?)\s*-->/g,
    (_all, what: string, set: string) => {
      fragment ||= what === 'element' && /class="[^"]*\bfragment\b/.test(set);
      const more = set.replace(/class="\s*fragment\s*"|data-fragment-index="\d+"/g, '').trim();
      if (more !== '') lost.push({ line: line.number, what: `Attributes of a ${what}: ${more}` });
      return '';
    },
  );
  const words = withoutHtml({ number: line.number, text }, lost).trimEnd();
  return fragment && words.trim() !== '' ? `\n${stepBlock(words)}\n` : words;
}
