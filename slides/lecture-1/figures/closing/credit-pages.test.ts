import { expect, it } from 'vitest';
import type { CitedSource, LecturePart } from '../../../../renderer/model/lecture/lecture.ts';
import { creditPages, type CreditLine } from './credit-pages.ts';

const cited = (id: string, title = `A title about ${id}`): CitedSource => ({
  id,
  who: 'Somebody',
  year: 2020,
  title,
  url: null,
});
const part = (title: string, sources: CitedSource[]): LecturePart => ({
  id: title.toLowerCase(),
  title,
  minutes: 1,
  slides: [],
  sources,
});
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => cited(`s${from + index}`));
const named = (lines: readonly CreditLine[]) =>
  lines.map((line) => (line.kind === 'part' ? line.title : line.source.id));

it('keeps every source once, in order, under its part', () => {
  const pages = creditPages([
    part('One', many(0, 20)),
    part('None', []),
    part('Two', many(20, 25)),
  ]);
  const all = pages.flatMap(([left, right]) => [...named(left), ...named(right)]);
  expect(all).toEqual([
    'One',
    ...many(0, 20).map((one) => one.id),
    'Two',
    ...many(20, 25).map((one) => one.id),
  ]);
  expect(pages.length).toBeGreaterThan(1);
});

it('never leaves a part’s name alone at the foot of a column', () => {
  for (let count = 1; count < 30; count += 1) {
    for (const page of creditPages([part('One', many(0, count)), part('Two', many(count, 3))])) {
      for (const column of page) expect(column.at(-1)?.kind).not.toBe('part');
    }
  }
});

it('names a work that two parts quote in the first of them only', () => {
  const pages = creditPages([
    part('One', [cited('a', 'The same report')]),
    part('Two', [cited('b', 'The Same Report'), cited('c')]),
  ]);
  expect(named(pages[0]![0])).toEqual(['One', 'a', 'Two', 'c']);
});

it('has no page where there is nothing to credit', () =>
  expect(creditPages([part('None', [])])).toEqual([]));
