import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changed, said, type Wordings } from '../../labs/kit/compare.ts';
import { checkText, forbiddenIn } from './check-text.ts';
import { record, type Recorded } from './recorder.ts';
import { relationFrom } from './relation.ts';

let heard: Recorded;
beforeEach(() => void (heard = record()));
afterEach(() => heard.stop());

const problems = (text: string, computed = true) =>
  checkText({ text, computed }, heard.said, ['own-label-mean']).problems;
const gap: Wordings = {
  less: 'the gap shrinks',
  equal: 'the gap stays the same',
  more: 'the gap grows',
  unclear: 'the gaps can’t be told apart',
};
/** Gaps to 1 of the ratios 0.87 and 0.85: it grew. */
const [now, before] = [{ value: 0.15 }, { value: 0.13 }];

test('what follows the numbers passes, and is counted', () => {
  const text = `From 0.87 to 0.85: ${said(now, before, gap)}. It is ${said(before, now, changed)}.`;
  expect(checkText({ text, computed: true }, heard.said)).toEqual({
    sentences: 2,
    comparisons: 2,
    problems: [],
  });
});

test('a figure that is a bound, or a number of times as many, claims more and nothing else', () => {
  for (const more of ['at least 69 times the traffic', '69 times as many as singly'])
    expect(problems(said({ value: 69 }, { value: 1 }, { ...gap, more }))).toEqual([]);
});

describe('planted faults', () => {
  test('words turned round: “the gap shrinks” where it grew', () => {
    const wrong = { ...gap, more: gap.less, less: gap.more };
    expect(problems(`From 0.87 to 0.85: ${said(now, before, wrong)}.`)).toEqual([
      '“the gap shrinks” claims less, 0.15 beside 0.13 is more',
    ]);
  });
  test('a comparison without the helper: “far below 1”, “no slower”, “likes it least”', () => {
    expect(problems('The ratio is 0.87, far below 1.')[0]).toMatch(/“below” compares by itself/);
    expect(problems('Your large model is no slower than the small one.')[0]).toMatch(/slower/);
    expect(problems('The manager likes it least.')[0]).toMatch(/least/);
    expect(problems('Without the group column the gap is small.')[0]).toMatch(/is small/);
    expect(problems('With the column the ratio is far below 1.', false)[0]).toMatch(/far below/);
  });
  test('a number of times that the values do not have', () => {
    const times = { ...gap, more: 'It takes 14 times as long.' };
    expect(problems(said({ value: 2.8 }, { value: 2 }, times))[0]).toMatch(/is 1.40 times/);
  });
  test('equal, or not to be told, said as more', () => {
    const always = { ...gap, equal: gap.more, unclear: gap.more };
    expect(problems(said(now, now, always))[0]).toMatch(/claims more, .* is equal/);
    expect(problems(said({ value: 1, error: 1 }, { value: 2 }, always))[0]).toMatch(/unclear/);
  });
  test('a relation that the raw values do not have', () => {
    const text = said(now, before, gap);
    heard.said[0] = { ...heard.said[0]!, relation: 'less' };
    expect(problems(text)[0]).toMatch(/says less, 0.15 beside 0.13 is more/);
  });
  test.each([
    ['NaN in a text', 'It is NaN %.'],
    ['undefined in a text', 'It is undefined.'],
    ['Infinity in a text', 'Infinity a second'],
    ['null in a text', 'The rate is null.'],
    ['a wrong sum, 0.86 − 0.43 = 0.42', '0.86 − 0.43 = 0.42.'],
    ['[object in a text', '[object Object]'],
    ['the raw name “maxBatch”', 'Set maxBatch.'],
    ['the raw name “own-label-mean”', 'Model own-label-mean.'],
    ['more than four significant digits, 17.285', 'The mean is 17.285 ms.'],
    ['more than four significant digits, 0.87654', 'It is 0.87654.'],
    ['more than four significant digits, 12,345', 'It answers 12,345 a second.'],
    ['a count with decimals, 12.5 requests', 'About 12.5 requests wait.'],
  ])('%s', (what, text) => {
    expect(forbiddenIn(text, ['own-label-mean'])).toContain(what);
  });
});

test('a figure that somebody chose may have all of its digits', () => {
  const text = 'It gets 16,516 a second.';
  expect(forbiddenIn(text)).toHaveLength(1);
  expect(forbiddenIn(text, [], ['16,516'])).toEqual([]);
});

test('questions, names of things and short figures pass', () => {
  for (const text of [
    'Is the gap smaller?',
    'Equal opportunity, at least 4 of 10.',
    'p50 0.0123 ms, 12,300 a second, 605,697 weights, in 2016.',
    'Bartlett et al., NBER w25943, 1.3 million rejections, 2008–2015.',
    'A small model and the large one.',
  ])
    expect(problems(text), text).toEqual([]);
});

test('the relation is worked out apart from the helper, and agrees with it', () => {
  const values = [0, 0.5, 0.52, 1, 1.03, 3];
  for (const a of values)
    for (const b of values)
      for (const error of [0, 0.01, 0.3])
        for (const scale of ['difference', 'ratio'] as const)
          for (const margin of [0, 0.05])
            said({ value: a, error }, { value: b }, gap, { scale, margin });
  expect(heard.said.length).toBeGreaterThan(400);
  for (const { comparison, relation } of heard.said)
    expect(relationFrom(comparison)).toBe(relation);
});

test('a function that was printed is found, one that is spoken of is not', () => {
  for (const printed of ['function () { return 1 }', 'async function words(run) {', '(run) => 1'])
    expect(forbiddenIn(`The gap is ${printed}.`), printed).toHaveLength(1);
  expect(forbiddenIn('Write the function that finds one.')).toEqual([]);
});
