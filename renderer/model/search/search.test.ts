import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearch, type Findable } from './search.ts';

const plain = { name: '', hint: '', words: '' };
const said = (id: string, shown: string, spoken = ''): Findable => ({
  ...plain,
  id,
  title: '',
  shown,
  spoken,
});

describe('by name', () => {
  const part = 'Research vs production';
  const entries: Findable[] = [
    ['agenda', 'The five parts of this lecture', '2', 'Opening'],
    ['table-1', 'Research has one goal', '3', part],
    ['latency-matters', 'A slower answer loses customers', '6', part],
    ['latency-throughput', 'One at a time, or in batches', '7', part],
    ['decade', 'In 2012 a PhD looked like a poor bet', '16', 'Course overview'],
    ['latency', 'Latency vs conversion', 'Lab', 'What does a slow answer cost?'],
  ].map(([name, title, hint, words]) => ({
    id: name!,
    name: name!,
    title: title!,
    hint: hint!,
    words: words!,
  }));
  const search = createSearch(entries);
  const ids = (query: string) => search(query).map((found) => found.id);

  it.each([
    ['slower', 'latency-matters'],
    ['cust ans', 'latency-matters'],
    ['6', 'latency-matters'],
    ['table-1', 'table-1'],
    ['BATCH', 'latency-throughput'],
    ['bátch', 'latency-throughput'],
    ['latency', 'latency'],
    ['latency-throughput', 'latency-throughput'],
    ['2012', 'decade'],
    ['201', 'decade'],
  ])('%s', (query, first) => expect(ids(query)[0]).toBe(first));

  it.each([
    ['slover', 'latency-matters'],
    ['custmers', 'latency-matters'],
    ['custmoers', 'latency-matters'],
    ['throughputt', 'latency-throughput'],
    ['reserch goal', 'table-1'],
  ])('with a slip: %s', (query, first) => expect(ids(query)[0]).toBe(first));

  it('lists what comes first where its title or name has the words, and not for other words of it', () => {
    const slide = {
      id: 'slide',
      name: 's',
      title: 'A report on reports of reports',
      hint: '',
      words: '',
    };
    const command = {
      id: 'command',
      name: 'c',
      title: 'Put together the report',
      hint: '',
      words: 'slide pdf',
    };
    const found = (query: string) =>
      createSearch([slide, { ...command, first: true }])(query).map(({ id }) => id);
    expect(found('report')).toEqual(['command', 'slide']);
    expect(
      createSearch([
        { ...slide, title: 'A PDF of PDFs' },
        { ...command, first: true },
      ])('pdf')[0]?.id,
    ).toBe('slide');
  });
  it('needs every word', () => expect(ids('slower batch')).toEqual([]));
  it('keeps the order where nothing is typed', () => {
    expect(ids('  ')).toEqual(entries.map((entry) => entry.id));
    expect(ids('')).toEqual(entries.map((entry) => entry.id));
  });
  it('finds nothing rather than something wrong', () => expect(ids('zebra')).toEqual([]));
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => ids(text).length <= entries.length),
    );
  });
});

describe('search forgives a slip', () => {
  const slides: Findable[] = [
    ['mlops-pace', 'A model takes weeks to reach its users', '48', 'MLOps is younger with DevOps'],
    ['latency-matters', 'A slower answer loses customers', '23', 'Latency has a price'],
    ['myth-1', 'Myth 1: deploying is hard', '44', 'Start with the wrong one'],
    ['sizes', 'From 94 million weights to a trillion', '42', 'GPT-3 has 175 billion weights'],
    ['ops', 'Operations', '7', 'Ops people with their pagers; 23 of them'],
  ].map(([name, title, hint, shown]) => ({
    ...plain,
    id: name!,
    name: name!,
    title: title!,
    hint: hint!,
    shown: shown!,
  }));
  const settings: Findable = {
    ...plain,
    id: 'settings',
    name: 'settings',
    title: 'Settings',
    words: 'theme dark night mode font size bigger',
    first: true,
  };
  // Its title holds a word that a slip is as near to as to the one that was meant.
  const handout: Findable = {
    ...plain,
    id: 'handout',
    name: 'handout',
    title: 'Save handout: slides with notes for paper or PDF',
    first: true,
  };
  const find = createSearch([settings, handout, ...slides]);
  it.each([
    ['latancy', 'latency-matters'],
    ['mith', 'myth-1'],
    ['ml ops', 'mlops-pace'],
    ['mlops', 'mlops-pace'],
    ['gpt3', 'sizes'],
    ['gpt 3', 'sizes'],
    ['gpt-3', 'sizes'],
    ['slide 23', 'latency-matters'],
    ['dark mode', 'settings'],
    ['bigger font', 'settings'],
  ])('%s', (query, first) => expect(find(query)[0]?.id).toBe(first));
  it('names each thing once, and shows where a word stands that was written apart', () => {
    const ids = find('ml ops').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(find('gpt3')[0]!.said!.hit).toContain('GPT');
  });
});

describe('by what is said', () => {
  const search = createSearch([
    said(
      'failures',
      '60 of 96 failures came from elsewhere',
      'Google looked at a decade of outages. Release pace is another matter.',
    ),
    said('talk', 'How often does one release?', 'In 2011 someone said 11.7 seconds in a talk.'),
    said(
      'devops-pace',
      'AWS released every 11.7 s · Etsy 50 times a day · lead time 6,570 times faster',
      'Read the number slowly.',
    ),
    said(
      'latency',
      'Conversion −0.5 % at a travel site, −7 % elsewhere · 3–5 s',
      'Ramón asks: naïve or not?',
    ),
    said('decimals', 'A slower 11.75 s, and 117'),
  ]);
  const ids = (query: string, where = search) => where(query).map((found) => found.id);

  it('finds a number as it stands, on a slide before a note, and no longer number', () => {
    expect(ids('11.7')).toEqual(['devops-pace', 'talk']);
    expect(search('11.7').map((found) => found.said!.where)).toEqual(['slide', 'notes']);
    expect(ids('11,7')).toEqual(['devops-pace', 'talk']);
  });

  it('knows thousands with and without commas, and a minus in any dash', () => {
    expect(ids('6570')).toEqual(['devops-pace']);
    expect(ids('6,570')).toEqual(['devops-pace']);
    expect(ids('-7')).toEqual(['latency']);
    expect(ids('−0.5')).toEqual(['latency']);
    expect(ids('0.5')).toEqual(['latency']);
    expect(search('0.5')[0]!.said!.hit).toBe('−0.5');
  });

  it('takes a dash between numbers for a range, not for a sign', () => {
    expect(ids('5')).toEqual(['latency']);
    expect(ids('-5')).toEqual([]);
  });

  it('folds case and accents and takes an unfinished word', () => {
    expect(ids('ramon')).toEqual(['latency']);
    expect(ids('NAIVE')).toEqual(['latency']);
    expect(ids('conver')).toEqual(['latency']);
  });

  it('wants every word, and puts words side by side before words apart', () => {
    expect(ids('etsy day')).toEqual(['devops-pace']);
    expect(ids('etsy decade')).toEqual([]);
    const pair = createSearch([said('apart', 'lead the time'), said('together', 'the lead time')]);
    expect(ids('lead time', pair)).toEqual(['together', 'apart']);
  });

  it('puts a whole word before the beginning of another', () => {
    const both = createSearch([said('begins', 'pacemaker'), said('whole', '', 'pace')]);
    expect(ids('pace', both)).toEqual(['whole', 'begins']);
  });

  it('takes a slip in a word only where nothing is spelled as typed, and marks what it found', () => {
    expect(ids('Gogle')).toEqual(['failures']);
    expect(search('realease pace')[0]).toEqual({
      id: 'failures',
      said: {
        where: 'notes',
        before: '… looked at a decade of outages. ',
        hit: 'Release pace',
        after: ' is another matter.',
      },
    });
    const near = createSearch([said('page', 'a page'), said('pace', 'a pace')]);
    expect(ids('page', near)).toEqual(['page']);
    expect(ids('page pace', near)).toEqual([]);
  });

  it('puts a title before what is only said, and shows no excerpt for it', () => {
    const both = createSearch([
      said('says', 'myths, myths and more myths'),
      { ...said('called', 'nothing of the kind'), title: 'Production and its myths' },
    ]);
    expect(both('myths').map(({ id, said: place }) => [id, place?.hit])).toEqual([
      ['called', undefined],
      ['says', 'myths'],
    ]);
  });

  it('finds a word of the title together with one of the notes', () => {
    const one = createSearch([{ ...said('a', '', 'Drawn by hand.'), title: 'Five parts' }]);
    expect(one('parts hand')[0]!.said).toMatchObject({ where: 'notes', hit: 'hand' });
  });

  it('shows the words around what it found, cut between words', () => {
    expect(search('etsy 50')[0]!.said).toEqual({
      where: 'slide',
      before: 'AWS released every 11.7 s · ',
      hit: 'Etsy 50',
      after: ' times a day · lead time 6,570 times …',
    });
    const long = createSearch([said('long', `${'word '.repeat(40)}needle ${'tail '.repeat(40)}`)]);
    const { before, after } = long('needle')[0]!.said!;
    expect(before).toMatch(/^… word .*word $/);
    expect(after).toMatch(/^ tail.*tail …$/);
    expect(before.length + after.length).toBeLessThan(110);
  });

  it('finds nothing in nothing', () => expect(createSearch([])('word')).toEqual([]));
});
