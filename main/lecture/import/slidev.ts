import { splitSlides } from '../read/split-slides.ts';
import { notesBlock, outsideCode, stepBlock, type Imported, type Lost } from './imported.ts';
import { withoutHtml } from './inline-html.ts';

const layouts: Readonly<Record<string, string>> = {
  cover: 'section',
  section: 'section',
  center: 'center',
  statement: 'center',
  fact: 'center',
  quote: 'center',
  end: 'section',
  intro: 'section',
};
/** Of front matter: what there is a word for here. */
const kept = new Set(['layout', 'title', 'id', 'routeAlias']);

/**
 * Markdown as Slidev reads it: front matter on each slide, the last comment as notes, `v-click` for steps, `::right::` for the second
 * column. Themes, components, styles and transitions have no counterpart.
 */
export function fromSlidev(text: string): Imported {
  const lost: Lost[] = [];
  let title = 'Imported';
  const slides = splitSlides(text).map(({ text: body, line, frontMatter }, index) => {
    const pairs = (frontMatter?.text ?? '').split('\n').flatMap((one, at) => {
      const pair = /^([\w-]+):\s*(.*)$/.exec(one);
      return pair
        ? [
            {
              key: pair[1]!,
              value: pair[2]!.replace(/^(['"])(.*)\1$/, '$2'),
              line: frontMatter!.line + at,
            },
          ]
        : [];
    });
    const value = (key: string) => pairs.find((pair) => pair.key === key)?.value;
    if (index === 0) title = value('title') ?? /^#\s+(.+)$/m.exec(body)?.[1] ?? title;
    for (const pair of pairs)
      if (!kept.has(pair.key)) lost.push({ line: pair.line, what: `Front matter: ${pair.key}` });
    const layout = value('layout');
    const ours = layouts[layout ?? ''];
    const columns = /^two-cols/.test(layout ?? '');
    if (layout && !ours && !columns && layout !== 'default')
      lost.push({ line: frontMatter!.line, what: `Layout: ${layout}` });
    const id = value('routeAlias');
    const head = [ours && `layout: ${ours}`, id && /^[a-z0-9-]+$/.test(id) && `id: ${id}`].filter(
      Boolean,
    );
    const made = slideOf(body, line, columns, lost);
    return head.length > 0 ? `---\n${head.join('\n')}\n---\n\n${made}` : made;
  });
  return { title, slides: slides.filter((slide) => slide.trim() !== ''), lost };
}

function slideOf(source: string, first: number, columns: boolean, lost: Lost[]): string {
  const comments = [...source.matchAll(/<!--([\s\S]*?)-->/g)];
  const notes = comments.at(-1)?.[1] ?? '';
  let body = source;
  for (const [tag] of [/<script[\s\S]*?<\/script>/gi, /<style[\s\S]*?<\/style>/gi].flatMap(
    (one) => [...source.matchAll(one)],
  )) {
    lost.push({
      line: first + lineIn(source, tag),
      what: `HTML: ${tag.slice(0, 7).replace(/\W/g, '')}`,
    });
    body = body.replace(tag, '\n'.repeat(tag.split('\n').length - 1));
  }
  body = body.replace(/<!--[\s\S]*?-->/g, (comment) => '\n'.repeat(comment.split('\n').length - 1));
  const prose = outsideCode();
  let clicks = false;
  const lines = body.split('\n').map((line, index) => {
    const outside = prose(line);
    if (!outside) return line;
    if (/^<v-clicks?\b[^>]*>\s*$/.test(line)) {
      clicks = true;
      return ':::step';
    }
    if (/^<\/v-clicks?>\s*$/.test(line) && clicks) {
      clicks = false;
      return ':::';
    }
    const step = /\bv-click\b/.test(line) && /^\s*<\w+/.test(line);
    // The element of a step is no loss: the step stays.
    const text = step ? line.replace(/<\/?\w+[^>]*>/g, '') : line;
    const words = withoutHtml({ number: first + index, text }, lost);
    if (/^::(\w+)::\s*$/.test(words)) return columns ? '::column' : '';
    return step && words.trim() !== '' ? stepBlock(words) : words;
  });
  const drawn = lines.join('\n').trim();
  return `${columns ? inColumns(drawn) : drawn}${notesBlock(notes)}`;
}

/** What stands under the heading, in columns. */
function inColumns(text: string): string {
  if (!/^::column$/m.test(text)) return text;
  const heading = /^#+ .*\n/.exec(text)?.[0] ?? '';
  return `${heading}\n::::columns\n${text.slice(heading.length).trim()}\n::::`;
}

const lineIn = (text: string, piece: string): number =>
  text.slice(0, text.indexOf(piece)).split('\n').length - 1;
