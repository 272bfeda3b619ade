import { describe, expect, it, test } from 'vitest';
import { find, plain } from './find.ts';
import { commandOf, type Owner, type Press } from './keys.ts';
import { addressOf, moved, placeOf, whereWords, type Move } from './place.ts';

const slides = [
  { id: 'title', title: 'The title', steps: 1 },
  { id: 'a b', title: 'Ready?', steps: 3 },
  { id: 'end', title: 'The end', steps: 2 },
];

describe('a move', () => {
  it.each<[Move, number, number, number, number]>([
    ['next', 0, 1, 1, 1],
    ['next', 1, 1, 1, 2],
    ['next', 1, 3, 2, 1],
    ['next', 2, 2, 2, 2],
    ['previous', 2, 1, 1, 3],
    ['previous', 1, 3, 1, 2],
    ['previous', 0, 1, 0, 1],
    ['first', 2, 2, 0, 1],
    ['last', 0, 1, 2, 1],
  ])('%s of slide %i, step %i', (move, slide, step, toSlide, toStep) => {
    expect(moved(slides, { slide, step }, move)).toEqual({ slide: toSlide, step: toStep });
  });

  it('from slide to slide leaves steps out', () => {
    expect(moved(slides, { slide: 1, step: 1 }, 'next', true)).toEqual({ slide: 2, step: 1 });
    expect(moved(slides, { slide: 2, step: 1 }, 'previous', true)).toEqual({ slide: 1, step: 1 });
    expect(moved(slides, { slide: 0, step: 1 }, 'previous', true)).toEqual({ slide: 0, step: 1 });
  });

  it('one after the other shows every step once, there and back', () => {
    const there = [{ slide: 0, step: 1 }];
    for (let count = 1; count < 6; count += 1) there.push(moved(slides, there.at(-1)!, 'next'));
    expect(new Set(there.map(({ slide, step }) => `${slide} ${step}`)).size).toBe(6);
    const back = [there.at(-1)!];
    for (let count = 1; count < 6; count += 1) back.push(moved(slides, back.at(-1)!, 'previous'));
    expect(back.reverse()).toEqual(there);
  });
});

test('an address is read as it is written; what is none is nothing', () => {
  for (const place of [
    { slide: 0, step: 1 },
    { slide: 1, step: 3 },
  ])
    expect(placeOf(slides, addressOf(slides, place))).toEqual(place);
  expect(addressOf(slides, { slide: 1, step: 2 })).toBe('#/slides/a%20b?step=2');
  expect(placeOf(slides, '#/slides/a b?step=9')).toEqual({ slide: 1, step: 1 });
  for (const hash of ['', '#', '#/slides/none', '#/labs/end', '#/slides/%', 'javascript:x'])
    expect(placeOf(slides, hash), hash).toBeNull();
});

test('says where the reader is', () => {
  expect(whereWords(slides, { slide: 0, step: 1 })).toBe('Slide 1 of 3: The title.');
  expect(whereWords(slides, { slide: 1, step: 2 })).toBe('Slide 2 of 3: Ready? Step 2 of 3.');
});

test.each<[string, Partial<Press>, Owner, string | null]>([
  ['ArrowRight', {}, 'nothing', 'next'],
  ['PageDown', {}, 'button', 'next'],
  [' ', {}, 'nothing', 'next'],
  [' ', { shiftKey: true }, 'nothing', 'previous'],
  [' ', {}, 'button', null],
  ['Enter', {}, 'button', null],
  ['O', { shiftKey: true }, 'nothing', 'overview'],
  ['n', {}, 'text', null],
  ['n', { altKey: true }, 'nothing', null],
  ['n', { ctrlKey: true }, 'nothing', null],
  ['k', { ctrlKey: true }, 'nothing', 'search'],
  ['k', {}, 'nothing', null],
  ['constructor', {}, 'nothing', null],
])('the key %j with %j on %s asks for %s', (key, held, owner, command) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  expect(commandOf({ key, ...none, ...held }, owner)).toBe(command);
});

describe('the search', () => {
  const texts = [
    { title: 'Agenda', words: 'Agenda what we do today' },
    { title: 'A slower answer', words: `A slower answer ${'so '.repeat(40)}the agenda waits` },
    { title: 'Café', words: 'Café Straße' },
  ];
  const found = (query: string) => find(texts, query).map(({ slide }) => slide);

  it('finds every word, titles first, without accents and capitals', () => {
    expect(found('agenda')).toEqual([0, 1]);
    expect(found('AGENDA waits')).toEqual([1]);
    expect(found('cafe')).toEqual([2]);
    expect(found('nowhere')).toEqual([]);
    expect(found('  ')).toEqual([]);
    expect(found('today agenda')).toEqual([0]);
  });

  it('shows whole words around what it found', () => {
    const [, { around } = { around: '' }] = find(texts, 'agenda');
    expect(around).toMatch(/^… so .* the agenda waits$/);
    expect(find(texts, 'agenda')[0]!.around).toBe('');
    expect(find(texts, 'today')[0]!.around).toBe('Agenda what we do today');
  });

  it('keeps the places of letters', () => {
    for (const text of ['Straße', 'İstanbul', 'ﬁne', 'e\u0301', '😀 a'])
      expect(plain(text).length, text).toBe(text.length);
  });
});
