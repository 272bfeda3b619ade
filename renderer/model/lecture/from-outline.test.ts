import { expect, it } from 'vitest';
import { labBegins, withLabDefaults } from './from-outline.ts';

const labs = { latency: { preset: 'steady', seed: 7 } };

it('a lab begins as its slide says, and else as the lecture does', () => {
  expect(labBegins(labs, 'latency', {})).toEqual({ preset: 'steady', seed: 7 });
  expect(labBegins(labs, 'latency', { preset: 'fast', seed: null })).toEqual({
    ...{ preset: 'fast', seed: 7 },
  });
  expect(labBegins(labs, 'latency', { seed: 0 })).toEqual({ preset: 'steady', seed: 0 });
  expect(labBegins(labs, 'fairness', {})).toEqual({ preset: null, seed: null });
});

it('the lab that a slide names takes what the lecture says of it, and keeps what the slide does', () => {
  const slide = (more: object) => ({
    ...{ id: 'a', title: 'A', steps: 1 },
    lab: { id: 'latency', step: null, cue: 'x', ...more },
  });
  expect(withLabDefaults(labs)(slide({ preset: 'fast' })).lab).toMatchObject({
    ...{ preset: 'fast', seed: 7 },
  });
  expect(withLabDefaults({})(slide({ seed: 3 })).lab).toMatchObject({ seed: 3 });
});
