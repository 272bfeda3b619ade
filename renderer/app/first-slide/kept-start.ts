import type { Settings } from '../../../main/contract/learner.ts';

/** What the host wrote into the page of the last time: the theme that was set, and the slide that was left, '' where none was. */
export interface KeptStart {
  theme: Settings['theme'];
  slide: string;
}

const themes: readonly string[] = [
  'system',
  'light',
  'dark',
  'contrast',
] satisfies Settings['theme'][];

/** Reads it from the attributes of `<html>`; null where the host wrote nothing. */
export function keptStart(data: Readonly<Record<string, string | undefined>>): KeptStart | null {
  const { keptTheme: theme, keptSlide: slide } = data;
  if (slide === undefined || theme === undefined || !themes.includes(theme)) return null;
  return { theme: theme as Settings['theme'], slide };
}

/** Whether a window with this hash in its address opens at the lecture's first slide. */
export const opensAtFirst = (kept: KeptStart, first: string | undefined, hash: string): boolean =>
  /^#?\/?$/.test(hash) && (kept.slide === '' || kept.slide === first);
