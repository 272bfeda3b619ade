import { expect, it } from 'vitest';
import { indexTexts, searchTexts } from './text-index.ts';

const index = indexTexts([
  {
    slide: 'failures',
    shown: '60 of 96 failures came from elsewhere',
    spoken: 'Google looked at a decade of outages. Release pace is another matter.',
  },
  {
    slide: 'talk',
    shown: 'How often does one release?',
    spoken: 'In 2011 someone said 11.7 seconds in a talk.',
  },
  {
    slide: 'devops-pace',
    shown: 'AWS released every 11.7 s · Etsy 50 times a day · lead time 6,570 times faster',
    spoken: 'Read the number slowly.',
  },
  {
    slide: 'latency',
    shown: 'Conversion −0.5 % at a travel site, −7 % elsewhere · 3–5 s',
    spoken: 'Ramón asks: naïve or not?',
  },
  { slide: 'decimals', shown: 'A slower 11.75 s, and 117', spoken: '' },
]);
const slides = (query: string) => searchTexts(index, query).map((hit) => hit.slide);

it('finds a number as it stands, on a slide before a note, and no longer number', () => {
  expect(slides('11.7')).toEqual(['devops-pace', 'talk']);
  expect(searchTexts(index, '11.7')[1]!.where).toBe('notes');
  expect(slides('11,7')).toEqual(['devops-pace', 'talk']);
});

it('knows thousands with and without commas, and a minus in any dash', () => {
  expect(slides('6570')).toEqual(['devops-pace']);
  expect(slides('6,570')).toEqual(['devops-pace']);
  expect(slides('-7')).toEqual(['latency']);
  expect(slides('−0.5')).toEqual(['latency']);
  expect(slides('0.5')).toEqual(['latency']);
});

it('takes a dash between numbers for a range, not for a sign', () => {
  expect(slides('5')).toEqual(['latency']);
  expect(slides('-5')).toEqual([]);
});

it('folds case and accents and takes an unfinished word', () => {
  expect(slides('ramon')).toEqual(['latency']);
  expect(slides('NAIVE')).toEqual(['latency']);
  expect(slides('conver')).toEqual(['latency']);
});

it('wants every word, and puts words side by side before words apart', () => {
  expect(slides('etsy day')).toEqual(['devops-pace']);
  expect(slides('etsy decade')).toEqual([]);
  const pair = indexTexts([
    { slide: 'apart', shown: 'lead the time', spoken: '' },
    { slide: 'together', shown: 'the lead time', spoken: '' },
  ]);
  expect(searchTexts(pair, 'lead time').map((hit) => hit.slide)).toEqual(['together', 'apart']);
});

it('puts a whole word before the beginning of another', () => {
  const both = indexTexts([
    { slide: 'begins', shown: 'pacemaker', spoken: '' },
    { slide: 'whole', shown: '', spoken: 'pace' },
  ]);
  expect(searchTexts(both, 'pace').map((hit) => hit.slide)).toEqual(['whole', 'begins']);
});

it('shows the words around what it found, cut between words', () => {
  const [hit] = searchTexts(index, 'etsy 50');
  expect(hit!.excerpt).toEqual({
    before: 'AWS released every 11.7 s · ',
    hit: 'Etsy 50',
    after: ' times a day · lead time 6,570 times …',
  });
  const long = indexTexts([
    { slide: 'long', shown: `${'word '.repeat(40)}needle ${'tail '.repeat(40)}`, spoken: '' },
  ]);
  const { before, after } = searchTexts(long, 'needle')[0]!.excerpt;
  expect(before).toMatch(/^… word .*word $/);
  expect(after).toMatch(/^ tail.*tail …$/);
  expect(before.length + after.length).toBeLessThan(110);
});

it('finds nothing for nothing', () => {
  expect(slides('')).toEqual([]);
  expect(slides('  – ·')).toEqual([]);
  expect(searchTexts([], 'word')).toEqual([]);
});
