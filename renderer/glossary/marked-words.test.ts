import { expect, it } from 'vitest';
import { isTermId } from './glossary.ts';
import { markedIn, piecesOf } from './marked-words.ts';

it('cuts a text at the words that have to be learned, and loses nothing of it', () => {
  const text = '99th percentile of latency, ms, log scale · fitted α + β · live from day 60';
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
  expect(markedIn(text)).toEqual(['p99', 'log-scale', 'alpha', 'beta']);
  expect(markedIn(text).every(isTermId)).toBe(true);
  expect(piecesOf('')).toEqual([]);
});

it.each([
  ['Median time of a call', ['p50']],
  ['Demographic parity ratio', ['parity-ratio']],
  ['FPR is forced: p/(1−p) · (1−PPV)/PPV · (1−FNR)', ['fpr', 'precision', 'fnr']],
  ['M/M/3', ['mm-c']],
  ['bars: 95 % intervals', ['interval']],
  // No words of these: other words, and parts of words.
  ['SAUCE, medians, alphabet', []],
  ['live, label, gap', []],
])('%s', (text, ids) => expect(markedIn(text)).toEqual(ids));
