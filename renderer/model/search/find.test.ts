import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEntries } from './find.ts';

const entries = [
  { title: 'Five parts, from the course to its myths', hint: '2', words: 'agenda Opening' },
  { title: 'Research has one goal', hint: '3', words: 'table-1 Research vs production' },
  {
    title: 'A slower answer loses customers',
    hint: '6',
    words: 'latency-matters Research vs production',
  },
  {
    title: 'One by one, or by the batch',
    hint: '7',
    words: 'latency-throughput Research vs production',
  },
  { title: 'Latency vs conversion', hint: 'Lab', words: 'latency' },
];
const titles = (query: string) => findEntries(entries, query).map((entry) => entry.title);

describe('the palette finds', () => {
  it.each([
    ['slower', 'A slower answer loses customers'],
    ['cust ans', 'A slower answer loses customers'],
    ['6', 'A slower answer loses customers'],
    ['table-1', 'Research has one goal'],
    ['BATCH', 'One by one, or by the batch'],
    ['bátch', 'One by one, or by the batch'],
    ['latency', 'Latency vs conversion'],
    ['latency-throughput', 'One by one, or by the batch'],
  ])('%s', (query, first) => expect(titles(query)[0]).toBe(first));

  it('needs every word', () => expect(titles('slower batch')).toEqual([]));
  it('keeps the order where nothing is typed', () =>
    expect(titles('  ')).toEqual(entries.map((entry) => entry.title)));
  it('finds nothing rather than something wrong', () => expect(titles('zebra')).toEqual([]));
  it('takes any text', () => {
    fc.assert(fc.property(fc.string(), (text) => titles(text).length <= entries.length));
  });
});
