import { expect, it } from 'vitest';
import { appearance } from './first-slide/appearance.ts';

const plain = { dark: false, moreContrast: false, lessMotion: false };

it('follows the system where nothing is set', () => {
  const own = { theme: 'system', motion: 'system' } as const;
  expect(appearance(own, plain)).toEqual({ theme: 'light', motion: 'full' });
  expect(appearance(own, { ...plain, dark: true, lessMotion: true })).toEqual({
    theme: 'dark',
    motion: 'reduced',
  });
  expect(appearance(own, { ...plain, dark: true, moreContrast: true }).theme).toBe('contrast');
});

it('puts what the person set here first', () => {
  expect(appearance({ theme: 'light', motion: 'reduced' }, { ...plain, dark: true })).toEqual({
    theme: 'light',
    motion: 'reduced',
  });
});

it('never moves more than the system allows', () => {
  expect(
    appearance({ theme: 'system', motion: 'system' }, { ...plain, lessMotion: true }).motion,
  ).toBe('reduced');
});
