import { expect, it } from 'vitest';
import type { Address } from '../../model/address/address.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { nearestSlide } from './nearest-slide.ts';

const slides = (...ids: string[]) =>
  ids.map((id, index) => ({ id, number: index + 1, steps: 2 }) as PlacedSlide);
const at = (slide: string, step = 1): Address => ({ room: 'slides', slide, step, lab: null });
const before = slides('a', 'b', 'c');

it('stays where its slide is, wherever that went', () => {
  const address = at('b', 2);
  expect(nearestSlide(address, before, slides('x', 'y', 'b'))).toBe(address);
});

it('a slide that has another name now is at the same place', () =>
  expect(nearestSlide(at('b', 2), before, slides('a', 'beta', 'c'))).toEqual(at('beta', 2)));

it('where slides are gone it is the last one, at a step that there is', () => {
  const one = [{ ...slides('z')[0]!, steps: 1 }];
  expect(nearestSlide(at('c', 2), before, one)).toEqual(at('z', 1));
});

it('leaves other rooms alone', () => {
  const notebook: Address = { room: 'notebook', run: null };
  expect(nearestSlide(notebook, before, slides('z'))).toBe(notebook);
});
