import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { choiceParameter, numberParameter } from '../../../labs/parameters.ts';
import {
  formatAddress,
  formatLink,
  parseAddress,
  readLink,
  slideLeftOff,
  type Address,
  type Known,
} from './address.ts';

const known: Known = {
  slides: [
    { id: 'title', steps: 1 },
    { id: 'table-2', steps: 2 },
    { id: 'latency-matters', steps: 3 },
  ],
  labs: {
    latency: {
      presets: ['default', 'lunch-rush'],
      steps: ['measure', 'queue', 'queue-predict'],
      parameters: z.object({
        replicas: numberParameter({
          label: 'Replicas',
          help: '',
          min: 1,
          max: 8,
          integer: true,
          default: 1,
        }),
        waitMs: numberParameter({
          label: 'Wait',
          help: '',
          min: 0,
          max: 50,
          step: 0.5,
          default: 0,
        }),
        model: choiceParameter({
          label: 'Model',
          help: '',
          options: ['small', 'large'],
          default: 'small',
        }),
      }),
    },
  },
};
const read = (hash: string) => parseAddress(hash, known);

describe('an address', () => {
  it('names a slide and its step', () => {
    expect(read('#/slides/latency-matters?step=3')).toEqual({
      address: { room: 'slides', slide: 'latency-matters', step: 3, lab: null },
    });
  });

  it('names a lab beside a slide, with its parameters as numbers and words', () => {
    expect(
      read(
        '#/slides/latency-matters?step=2&lab=latency/queue&preset=lunch-rush&seed=7&waitMs=2.5&model=large',
      ),
    ).toEqual({
      address: {
        room: 'slides',
        slide: 'latency-matters',
        step: 2,
        lab: {
          id: 'latency',
          step: 'queue',
          preset: 'lunch-rush',
          seed: 7,
          parameters: { waitMs: 2.5, model: 'large' },
        },
      },
    });
  });

  it('names a lab on its own, and the notebook', () => {
    expect(read('#/labs/latency/queue?replicas=3').address).toEqual({
      room: 'labs',
      lab: { id: 'latency', step: 'queue', preset: null, seed: null, parameters: { replicas: 3 } },
    });
    expect(read('#/labs/latency').address).toMatchObject({ lab: { step: null } });
    expect(read('#/notebook').address).toEqual({ room: 'notebook', run: null });
    expect(read('#/exercises')).toEqual({ address: { room: 'exercises' } });
    expect(read('#/glossary')).toEqual({ address: { room: 'glossary', term: null } });
    expect(read('#/glossary/p99')).toEqual({ address: { room: 'glossary', term: 'p99' } });
    expect(read('#/glossary/%3Cb%3E')).toEqual({
      address: { room: 'glossary', term: null },
      message: '“<b>” is not the name of a term. Here is the whole glossary.',
    });
    expect(read('#/notebook/run-00012').address).toEqual({ room: 'notebook', run: 'run-00012' });
  });

  it('names the report, the labs that stand in it, and whether open questions may be answered', () => {
    expect(read('#/report')).toEqual({
      address: { room: 'report', labs: null, numbers: 'answered' },
    });
    expect(read('#/report?labs=latency,latency&numbers=all')).toEqual({
      address: { room: 'report', labs: ['latency'], numbers: 'all' },
    });
    expect(read('#/report?labs=')).toEqual({
      address: { room: 'report', labs: [], numbers: 'answered' },
    });
    expect(read('#/report?labs=__proto__,latency&numbers=some')).toMatchObject({
      address: { labs: ['latency'], numbers: 'answered' },
      message: expect.stringMatching(/__proto__.*some/),
    });
  });

  it('names the reading view, a slide in it, and its pages for paper', () => {
    expect(read('#/read')).toEqual({ address: { room: 'read', slide: null, print: null } });
    expect(read('#/read/table-2')).toEqual({
      address: { room: 'read', slide: 'table-2', print: null },
    });
    expect(read('#/read?print=notes')).toEqual({
      address: { room: 'read', slide: null, print: 'notes' },
    });
    const six = { room: 'read', slide: null, print: 'slides', per: 6, answers: true } as const;
    expect(read('#/read?print=slides&per=6&answers=shown')).toEqual({ address: six });
    expect(formatAddress(six)).toBe('#/read?print=slides&per=6&answers=shown');
    expect(read('#/read?print=slides&per=1')).toEqual({
      address: { room: 'read', slide: null, print: 'slides' },
    });
    expect(read('#/read?print=slides&per=4')).toMatchObject({
      address: { print: 'slides' },
      message: expect.stringContaining('1, 2, 3 or 6'),
    });
    expect(read('#/read/nowhere')).toMatchObject({
      address: { slide: null },
      message: expect.stringContaining('nowhere'),
    });
    expect(read('#/read?print=posters')).toMatchObject({
      address: { print: null },
      message: expect.stringContaining('slides, steps, notes'),
    });
  });

  it.each(['', '#', '#/', '#/slides', '#/slides/'])(
    'opens the first slide without a word for %j',
    (hash) => {
      expect(read(hash)).toEqual({
        address: { room: 'slides', slide: 'title', step: 1, lab: null },
      });
    },
  );

  const place = fc.record({
    id: fc.constant('latency'),
    step: fc.constantFrom(null, 'measure', 'queue-predict'),
    preset: fc.constantFrom(null, 'default', 'lunch-rush'),
    seed: fc.option(fc.integer({ min: 0, max: 4_294_967_295 })),
    parameters: fc.record(
      {
        replicas: fc.integer({ min: 1, max: 8 }),
        waitMs: fc.double({ min: 0, max: 50, noNaN: true }),
        model: fc.constantFrom('small', 'large'),
      },
      { requiredKeys: [] },
    ),
  });
  const anyAddress = fc.oneof(
    fc.record({
      room: fc.constant('read'),
      slide: fc.constantFrom(null, 'title', 'table-2'),
      print: fc.constantFrom(null, 'slides', 'steps', 'notes', 'file'),
    }),
    fc.record({
      room: fc.constant('slides'),
      slide: fc.constant('latency-matters'),
      step: fc.integer({ min: 1, max: 3 }),
      lab: fc.option(place),
    }),
    fc.record({ room: fc.constant('labs'), lab: place }),
    fc.record({ room: fc.constant('exercises') }),
    fc.record({ room: fc.constant('glossary'), term: fc.constantFrom(null, 'p99', 'mm-c') }),
    fc.record({
      room: fc.constant('report'),
      labs: fc.constantFrom(null, [], ['latency']),
      numbers: fc.constantFrom('answered', 'all'),
    }),
    fc.record({ room: fc.constant('notebook'), run: fc.constantFrom(null, 'run-00012') }),
  ) as fc.Arbitrary<Address>;

  it('reads back what it writes, as address and as link', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        // −0 is written "0": the same value for every parameter.
        const plain = JSON.parse(JSON.stringify(address)) as Address;
        expect(read(formatAddress(address))).toEqual({ address: plain });
        expect(read(readLink(formatLink(address))!)).toEqual({ address: plain });
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(`#/${text}`)));
  });
});

describe('a wrong address gets a message and the default', () => {
  it.each([
    ['#/slides/nowhere', 'no slide “nowhere”', { room: 'slides', slide: 'title' }],
    ['#/nonsense', 'no “nonsense”', { room: 'slides', slide: 'title' }],
    ['#/slides/table-2?step=9', 'steps 1 to 2', { slide: 'table-2', step: 1 }],
    ['#/slides/table-2?step=0', 'steps 1 to 2', { step: 1 }],
    ['#/slides/table-2?step=two', '“two”', { step: 1 }],
    ['#/slides/table-2?step=', 'steps 1 to 2', { step: 1 }],
    ['#/slides/title?step=2', 'only one', { step: 1 }],
    ['#/slides/title?lab=weather', 'no lab “weather”', { slide: 'title', lab: null }],
    ['#/slides/title?lab=toString', 'no lab “toString”', { lab: null }],
    ['#/labs/weather', 'no lab “weather”', { room: 'slides' }],
    ['#/labs/latency/dessert', 'no step “dessert”', { room: 'labs', lab: { step: null } }],
    ['#/labs/latency/queue?preset=huge', 'no preset “huge”', { lab: { preset: null } }],
    ['#/labs/latency/queue?seed=-1', 'whole number', { lab: { seed: null } }],
    ['#/labs/latency/queue?seed=4294967296', 'whole number', { lab: { seed: null } }],
    ['#/labs/latency/queue?replicas=99', 'from 1 to 8', { lab: { parameters: {} } }],
    ['#/labs/latency/queue?replicas=2.5', 'whole number', { lab: { parameters: {} } }],
    ['#/labs/latency/queue?replicas=', 'from 1 to 8', { lab: { parameters: {} } }],
    ['#/labs/latency/queue?model=huge', 'small, large', { lab: { parameters: {} } }],
    ['#/labs/latency/queue?cats=3', 'no parameter "cats"', { lab: { parameters: {} } }],
    ['#/notebook/../../etc', 'not the name of a run', { run: null }],
  ])('%s', (hash, words, address) => {
    const got = read(hash);
    expect(got.message).toContain(words);
    expect(got.address).toMatchObject(address);
  });

  it('keeps what is right and names each thing that is wrong', () => {
    const got = read('#/labs/latency/queue?seed=x&replicas=3&waitMs=900');
    expect(got.address).toMatchObject({ lab: { seed: null, parameters: { replicas: 3 } } });
    expect(got.message).toMatch(/seed.*waitMs/);
  });

  it('does not judge the steps of a story that is not loaded yet', () => {
    const early: Known = { ...known, labs: { latency: { ...known.labs.latency!, steps: null } } };
    expect(parseAddress('#/labs/latency/dessert', early).message).toBeUndefined();
  });
});

describe('where the lecture was left', () => {
  it.each([
    [{ slide: 'table-2', step: 2 }, 'table-2', 2],
    [{ slide: 'table-2', step: 9 }, 'table-2', 2],
    [{ slide: 'table-2', step: 0 }, 'table-2', 1],
    [{ slide: 'gone', step: 2 }, 'title', 1],
    [null, 'title', 1],
  ])('%j', (place, slide, step) => {
    const address = { room: 'slides', slide, step, lab: null };
    expect(slideLeftOff(place, known)).toEqual(address);
  });
});

describe('a pasted link', () => {
  it.each([
    ['lectern://slides/title', '#/slides/title'],
    ['  LECTERN:///labs/latency/queue?seed=7 ', '#/labs/latency/queue?seed=7'],
    ['#/notebook', '#/notebook'],
    ['http://127.0.0.1:51234/#/slides/title', '#/slides/title'],
  ])('%s', (text, hash) => expect(readLink(text)).toBe(hash));

  it.each(['latency', 'https://example.org/', 'javascript:alert(1)#', 'lectern://'])(
    '%s is none',
    (text) => expect(readLink(text)).toBeNull(),
  );
});
