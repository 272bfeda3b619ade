import { expect, it } from 'vitest';
import type { LectureOutline } from '../../../main/contract/lecture-folder.ts';
import { editionOf } from './edition.ts';
import type { Lecture, LecturePart } from './lecture.ts';

const slide = (id: string) => ({ id, title: id, steps: 1 });
const load = () => Promise.resolve({ default: () => null });
const part = (id: string, ...ids: string[]): LecturePart => ({
  id,
  title: id,
  minutes: 10,
  slides: ids.map(slide),
  sources: [],
  load,
});
const base: Lecture = {
  id: 'lecture-1',
  title: 'Ours',
  course: 'Course',
  facts: { lecturer: 'We', of: ['Here'], edition: 'We, Here' },
  parts: [part('one', 'a', 'b', 'c'), part('two', 'd')],
  tour: { slide: 'd', question: 'q' },
};
const nothing = { hide: [], after: {}, replace: {}, notes: {}, order: [], minutes: {}, lines: {} };
const own = (id: string) => ({
  ...slide(id),
  layout: 'titled' as const,
  file: 'x.md',
  line: 1,
  hash: '0'.repeat(16),
});
const made = (
  edition: Partial<NonNullable<LectureOutline['edition']>>,
  said: LectureOutline['said'] = {},
  ids = ['x', 'y'],
) =>
  editionOf(
    base,
    {
      id: '0'.repeat(12),
      folder: 'mine',
      revision: 1,
      facts: { title: '', course: '', lecturer: '', institution: '', date: '', language: 'en' },
      said,
      parts: [{ id: 'edition', title: '', minutes: 0, slides: ids.map(own) }],
      sources: [],
      labs: {},
      problems: [],
      edition: { base: 'lecture-1', ...nothing, ...edition },
    },
    () => load,
  );
const order = (one: ReturnType<typeof made>) =>
  one.lecture.parts.map(({ slides }) => slides.map(({ id }) => id).join(' '));

it('follows the base where it says nothing', () => {
  const { lecture, problems } = made({});
  expect({ ...lecture, id: base.id }).toEqual(base);
  expect(problems).toEqual([]);
});

it('hides, adds, replaces and orders', () => {
  expect(order(made({ hide: ['b'] }))).toEqual(['a c', 'd']);
  expect(order(made({ after: { a: ['x', 'y'] } }))).toEqual(['a x y b c', 'd']);
  expect(order(made({ hide: ['b'], after: { b: ['x'] } }))).toEqual(['a x c', 'd']);
  expect(order(made({ replace: { d: ['y'] } }))).toEqual(['a b c', 'y']);
  expect(order(made({ order: ['c', 'a'] }))).toEqual(['c a b', 'd']);
});

it('a slide that replaces one may keep its id; another one may not', () => {
  expect(order(made({ replace: { d: ['d'] } }, {}, ['d']))).toEqual(['a b c', 'd']);
});

it.each(['a', 'b'])('a slide of ours that stays keeps its id, added after %s or not', (after) => {
  const twice = made({ after: { [after]: ['b', 'x'] } }, {}, ['b', 'x']);
  expect(order(twice)).toEqual([after === 'a' ? 'a x b c' : 'a b x c', 'd']);
  expect(twice.problems).toMatchObject([{ file: 'x.md', line: 1, slide: 'b' }]);
  expect(twice.problems[0]!.what).toContain('Lecture 1 has a slide “b” too');
  expect([...twice.placed]).toEqual(['x']);
});

it('a slide of ours that is hidden leaves its id to whoever takes it', () => {
  const hidden = made({ hide: ['d'], after: { a: ['d'] } }, {}, ['d']);
  expect(order(hidden)).toEqual(['a d b c', '']);
  expect([hidden.problems, [...hidden.placed]]).toEqual([[], ['d']]);
});

it('says who gives it, and plans its own minutes', () => {
  const { lecture } = made(
    { minutes: { one: 3 } },
    { title: 'Mine', lecturer: 'Me', institution: 'There' },
  );
  expect(lecture).toMatchObject({ title: 'Mine', course: 'Course' });
  expect(lecture.facts).toEqual({ lecturer: 'Me', of: ['There'], edition: 'Me, There' });
  expect(lecture.parts.map(({ minutes }) => minutes)).toEqual([3, 10]);
});

it.each<[LectureOutline['said'], Lecture['facts']]>([
  [{ date: 'May' }, { lecturer: 'We', of: ['Here', 'May'], edition: 'We, Here' }],
  [{ institution: 'There' }, { lecturer: 'We', of: ['There'], edition: 'We, There' }],
  // Where they work is not where we do.
  [
    { lecturer: 'Me', date: 'May' },
    { lecturer: 'Me', of: ['May'], edition: 'Me' },
  ],
])('%j changes these facts and keeps the others', (said, facts) => {
  expect(made({}, said).lecture.facts).toEqual(facts);
});

it('names what the base does not have, and never leaves nothing', () => {
  const { problems } = made({ hide: ['q'], minutes: { three: 1 }, lines: { 'hide q': 4 } });
  expect(problems.map(({ line, what }) => [line, what])).toEqual([
    [4, 'Lecture 1 has no slide “q”.'],
    [0, 'Lecture 1 has no part “three”.'],
  ]);
  expect(order(made({ hide: ['a', 'b', 'c', 'd'] }))).toEqual(['a b c', 'd']);
  expect(made({ hide: ['d'] }).lecture.tour).toBeUndefined();
});
