import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countedIn, sentencesOf, summaryOf, type Room } from './rooms.ts';
import { slideWords } from './slide-words.ts';
import { stringsIn } from './strings-in.ts';

/** A sentence holds at most so many words … */
const most = 20;
/** … in this part of a room's sentences. */
const part = 0.9;
const rooms: readonly Room[] = ['slides', 'notes', 'labs', 'glossary', 'screens', 'messages'];

it('nine of ten sentences in each room have twenty words at most', () => {
  const all = sentencesOf(fileURLToPath(new URL('../../..', import.meta.url)));
  const summaries = rooms.map((room) => summaryOf(all, room, most));
  const lines = summaries.map(
    ({ room, sentences, short, median, longest }) =>
      `${room.padEnd(9)} ${String(sentences).padStart(5)} sentences, ` +
      `${((100 * short) / sentences).toFixed(1)} % of at most ${most} words, median ${median}, longest ${longest}`,
  );
  const worst = [...all]
    .sort((a, b) => b.words - a.words)
    .slice(0, 20)
    .map(
      ({ words, where, sentence }) => `${String(words).padStart(3)}  ${where}\n     ${sentence}`,
    );
  console.log([...lines, 'The longest:', ...worst].join('\n'));
  for (const { room, sentences, short } of summaries) {
    expect(sentences, `sentences that were found in ${room}`).toBeGreaterThan(30);
    expect(short / sentences, `share of short sentences in ${room}`).toBeGreaterThanOrEqual(part);
  }
});

it('reads what a program shows, with the words of inner tags, and nothing that nobody reads', () => {
  const texts = stringsIn(
    'a.tsx',
    `import { x } from 'some package that has a long name';
    /** A comment of many words that nobody sees. */
    const a = 'One string of words, ' + \`put together with \${x}.\`;
    const b = (
      <div className="a class of many words" aria-label="Words for a screen reader">
        <p>Press <strong>Run</strong> and wait {x} seconds{flag ? ' or a little longer' : ''}.</p>
      </div>
    );
    const c = { id: 'an id of many words', name: 'A name that people read' };`,
  ).map(({ text }) => text);
  expect(texts).toContain('One string of words, put together with 0.');
  expect(texts).toContain('Words for a screen reader');
  expect(texts.find((text) => text.startsWith('Press'))).toMatch(/^Press Run and wait 0 seconds/);
  expect(texts).toContain('or a little longer');
  expect(texts).toContain('A name that people read');
  expect(texts.join(' ')).not.toMatch(/comment|package|class of|an id of/);
});

it('reads slides and their notes apart', () => {
  const { slides, notes } = slideWords(
    '<Slide id="a">\n<Lead>On the <Term id="x">slide</Term>.</Lead>\n<Notes><Say>What is said.</Say></Notes></Slide>',
  );
  expect(slides).toEqual([{ text: 'On the slide.', line: 2 }]);
  expect(notes).toEqual([{ text: 'What is said.', line: 3 }]);
});

it('counts words, and takes no code for a sentence', () => {
  const counts = (text: string) => countedIn(text, 'labs', '').map(({ words }) => words);
  expect(counts('Four words are here. And here are five words!')).toEqual([4, 5]);
  expect(counts('M 0 0 L 10 10')).toEqual([]);
  expect(counts('const a = { b: 1 } and more words here')).toEqual([]);
  expect(counts('Too short')).toEqual([]);
});
