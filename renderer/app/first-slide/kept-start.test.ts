import { expect, it } from 'vitest';
import { keptStart, opensAtFirst } from './kept-start.ts';

it('reads what the host wrote, and takes nothing else for it', () => {
  expect(keptStart({ keptTheme: 'dark', keptSlide: 'title' })).toEqual({
    theme: 'dark',
    slide: 'title',
  });
  expect(keptStart({ keptTheme: 'system', keptSlide: '' })).toEqual({ theme: 'system', slide: '' });
  expect(keptStart({})).toBeNull();
  expect(keptStart({ keptTheme: 'pink', keptSlide: '' })).toBeNull();
});

it('the first slide is where nothing was left, or it was; an address that names a place has its own', () => {
  const at = (slide: string, hash: string) =>
    opensAtFirst({ theme: 'light', slide }, 'title', hash);
  expect([at('', ''), at('title', ''), at('title', '#/')]).toEqual([true, true, true]);
  expect([at('agenda', ''), at('', '#/notebook'), at('title', '#/slides/agenda')]).toEqual([
    false,
    false,
    false,
  ]);
});
