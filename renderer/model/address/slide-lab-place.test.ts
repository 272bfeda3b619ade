import { expect, it } from 'vitest';
import { withLabDefaults } from '../lecture/from-outline.ts';
import { slideLabPlace } from './lab-place.ts';

const slide = { id: 'a', title: 'A', steps: 1 };

it('a slide’s lab begins as the edition says, and others as they are', () => {
  const lab = { id: 'latency', step: 'batch', cue: 'c' };
  const begin = withLabDefaults({ latency: { preset: 'fast', seed: 7 } });
  expect(slideLabPlace(begin({ ...slide, lab }).lab!)).toMatchObject({
    id: 'latency',
    step: 'batch',
    preset: 'fast',
    seed: 7,
  });
  const other = { ...slide, lab: { ...lab, id: 'fairness' } };
  expect(begin(other)).toBe(other);
  expect(slideLabPlace(other.lab)).toMatchObject({ preset: null, seed: null });
});
