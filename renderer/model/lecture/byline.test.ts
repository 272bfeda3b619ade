import { expect, it } from 'vitest';
import { bylineOf, lectureLine, slideTitle } from './byline.ts';
import { factsOf } from './from-outline.ts';

const facts = factsOf('A. Person', 'A university', '2026-03-01')!;

it('a folder’s window says its lecture, who gives it, where and when', () => {
  const lecture = { id: 'folder-0123456789ab', title: 'Waves', facts };
  expect(slideTitle(lecture, 'First')).toBe(
    'First · Waves · A. Person, A university, 2026-03-01 · Lectern',
  );
  expect(slideTitle({ ...lecture, facts: factsOf('', '', '') }, 'First')).toBe(
    'First · Waves · Lectern',
  );
});

it('our lecture’s window says its slide, as before', () =>
  expect(slideTitle({ id: 'lecture-1', title: 'Ours', facts }, 'Agenda')).toBe('Agenda · Lectern'));

it('what is not said leaves no comma', () => {
  expect(bylineOf({ facts: factsOf('', 'A university', '') })).toBe('A university');
  expect(bylineOf({})).toBe('');
});

it('a line that is too long for a page’s foot keeps who and where', () => {
  const of = ['A group with a long name', 'A department with a longer name', 'A university'];
  const lecture = { id: 'folder-1', title: 'Waves', facts: { ...facts, of, edition: 'A. Person' } };
  expect(bylineOf({ facts: { ...lecture.facts, of: [...of, 'x'.repeat(60)] } })).toBe('A. Person');
  expect(lectureLine({ ...lecture, facts })).toBe('Waves · A. Person, A university, 2026-03-01');
  expect(lectureLine({ ...lecture, id: 'lecture-1' })).toBe('Waves');
});
