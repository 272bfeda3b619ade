import { expect, it } from 'vitest';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { pagesOf, sheetsOf } from './still.ts';

const slide = (id: string, steps: number, paged?: true) =>
  ({ id, steps, ...(paged && { paged }) }) as PlacedSlide;
const slides = [slide('a', 3), slide('sources', 2, true)];
const places = (eachStep: boolean) =>
  pagesOf(slides, eachStep).map(({ slide: { id }, step }) => `${id} ${step}`);

it('paper gets the last step of a slide, and every page of one whose steps are pages', () => {
  expect(places(false)).toEqual(['a 3', 'sources 1', 'sources 2']);
  expect(places(true)).toEqual(['a 1', 'a 2', 'a 3', 'sources 1', 'sources 2']);
});

it('a sheet holds so many, and the last what is left', () =>
  expect(sheetsOf(pagesOf(slides, true), 2).map((sheet) => sheet.length)).toEqual([2, 2, 1]));
