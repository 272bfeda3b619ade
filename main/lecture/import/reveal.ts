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
  const parts = partAt(deckLines(text), (line) => /^---?\s*$/.test(line));
  const vertical = deckLines(text).find((line) => /^--\s*$/.test(line.text));
  if (vertical)
    lost.push({ line: vertical.number, what: 'Vertical slides: they follow one another here' });
  const slides = parts.map((lines) => slideOf(lines, lost)).filter((slide) => slide !== '');
  return { title: /^#+\s+(.+)$/m.exec(text)?.[1] ?? 'Imported', slides, lost };
}

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
