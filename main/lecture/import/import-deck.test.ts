import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lectureOf } from '../fixtures/lecture-of.ts';
import { importDeck } from './import-deck.ts';

const deck = (name: string) =>
  importDeck(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
/** What our own reader makes of it, with the picture that both decks show. */
const read = (files: Record<string, string>) => {
  const { outline, slides } = lectureOf(files, { 'wave.svg': 'a'.repeat(16) });
  return {
    problems: outline.problems,
    slides: outline.parts.flatMap((part) => part.slides),
    said: (id: string) => slides.get(id)!,
  };
};

it('a deck of reveal.js becomes a lecture without a problem', () => {
  const { form, files, slides, lost } = deck('reveal-deck.md');
  expect([form, slides]).toEqual(['reveal.js', 5]);
  const lecture = read(files);
  expect(lecture.problems).toEqual([]);
  expect(lecture.slides.map(({ title, steps }) => [title, steps])).toEqual([
    ['Waves in a minute', 1],
    ['What a wave is', 3],
    ['Deeper down', 1],
    ['Code', 2],
    ['The formula', 1],
  ]);
  expect(lecture.said('waves-in-a-minute').spoken).toBe('Greet the room. Then begin.');
  expect(lecture.said('code').shown).toContain('--- is no slide here');
  expect(lecture.said('deeper-down').shown).toContain('A wave');
  expect(lost).toEqual([
    { line: 16, what: 'Attributes of a slide: data-background="#ff0000" data-transition="zoom"' },
    { line: 18, what: 'Vertical slides: they follow one another here' },
    { line: 22, what: 'HTML: <span>; its words are kept' },
    { line: 49, what: 'HTML: <iframe>; its words are kept' },
  ]);
});

it('a deck of Slidev becomes a lecture without a problem', () => {
  const { form, files, slides, lost } = deck('slidev-deck.md');
  expect([form, slides]).toEqual(['Slidev', 4]);
  const lecture = read(files);
  expect(lecture.problems).toEqual([]);
  expect(lecture.slides.map(({ id, steps, layout }) => [id, steps, layout])).toEqual([
    ['waves-with-slidev', 1, 'titled'],
    ['two-sides', 1, 'titled'],
    ['steps', 3, 'center'],
    ['code', 3, 'titled'],
  ]);
  expect(lecture.said('waves-with-slidev').spoken).toBe('Greet the room. Then begin.');
  expect(JSON.stringify(lecture.said('two-sides').body)).toContain('"kind":"columns"');
  expect(lost.map(({ what }) => what)).toEqual([
    'Front matter: theme',
    'Front matter: background',
    'Front matter: class',
    'Front matter: transition',
    'Front matter: mdc',
    'HTML: <div>; its words are kept',
    'HTML: <span>; its words are kept',
    'HTML: <div>; its words are kept',
    'HTML: <Tweet>; its words are kept',
    'HTML: style',
  ]);
});

it.each([
  ['a note', '# A\n\nNote: Shown to nobody.\n'],
  ['a comment', '<!-- .slide: class="big" -->\n\n# A\n'],
])('a deck with %s is of reveal.js, though its front matter has a theme', (_what, slide) => {
  const { form, slides, files, lost } = importDeck(
    `---\ntitle: "Of waves"\ntheme: black\nrevealOptions:\n  transition: fade\n---\n\n${slide}`,
  );
  expect([form, slides]).toEqual(['reveal.js', 1]);
  expect(files['lecture.yaml']).toContain('title: "Of waves"');
  expect(files['slides.md']).not.toContain('theme');
  expect(read(files).slides[0]!.title).toBe('A');
  expect(lost.slice(0, 2)).toEqual([
    { line: 3, what: 'Front matter: theme' },
    { line: 4, what: 'Front matter: revealOptions' },
  ]);
});

it('a deck with v-click is Slidev’s, whatever it notes', () => {
  expect(importDeck('---\ntheme: x\n---\n\n# A\n\nNote: b\n\n<div v-click>c</div>\n').form).toBe(
    'Slidev',
  );
});

it.each(['', '---\nlayout: default\n---\n\n'])(
  'pictures are named by where they are to lie; those from elsewhere are lost (%j)',
  (head) => {
    const { files, lost } = importDeck(
      `${head}# A\n\n![a](/img/x.png "One") ![b](./y.png)\n<img src="/z.png" alt="c">\n` +
        '![d](https://example.org/d.png) ![e](data:image/png;base64,AAAA) ![](//example.org/f.png)\n',
    );
    expect(files['slides.md']).toContain(
      '![a](img/x.png "One") ![b](y.png)\n![c](z.png)\n' +
        '[d](https://example.org/d.png) e [A picture](https://example.org/f.png)\n',
    );
    expect(lost.map(({ what }) => what)).toEqual([
      'A picture from elsewhere: https://example.org/d.png',
      'A picture from elsewhere: data:image/png;base64,AAAA',
      'A picture from elsewhere: //example.org/f.png',
    ]);
  },
);
