import { appearance } from './appearance.ts';
import { keptStart, opensAtFirst } from './kept-start.ts';

// A small script of its own, run while the page is read: the first slide's words stand in the page, and are shown in the right colours
// before the window's program is there. Where the window opens elsewhere, or the host said nothing, nothing is shown.

const page = document.documentElement;
const kept = keptStart(page.dataset);
const words = document.getElementById('first-slide');
if (kept && words) {
  const asks = (query: string) => matchMedia(query).matches;
  const { theme } = appearance(
    { theme: kept.theme, motion: 'system' },
    {
      dark: asks('(prefers-color-scheme: dark)'),
      moreContrast: asks('(prefers-contrast: more)'),
      lessMotion: false,
    },
  );
  page.dataset['theme'] = theme;
  words.hidden = !opensAtFirst(kept, words.dataset['slide'], location.hash);
}
