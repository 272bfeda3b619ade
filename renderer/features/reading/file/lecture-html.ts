import { player } from 'lectern:player';
import { LecternError } from '../../../../main/contract/errors.ts';
import { bylineOf } from '../../../model/lecture/byline.ts';
import type { Lecture, PlacedSlide } from '../../../model/lecture/lecture.ts';
import { dataUrl } from '../../../shared/file/data-url.ts';
import { usedFonts } from '../../../shared/file/used-fonts.ts';
import { styleSheets, tokenRule, tokensOf, usedRules } from '../../../shared/file/used-rules.ts';
import { lectureFile } from './lecture-file.ts';
import { picturesIn, slideCopy } from './slide-copy.ts';

/** Longer than slides of a folder take to come from the host on a slow computer (milliseconds). */
const patience = 60_000;

const late = {
  code: 'internal',
  what: 'Not all slides have come from the host.',
  safe: 'No file was saved.',
  next: 'Try again.',
} as const;

/**
 * The lecture that is laid out in the window, every step of it, as one file that needs nothing else. `pages` holds a sheet for each
 * step, in order, and after a slide's last step its notes. Throws a `LecternError` where slides don't come.
 */
export async function lectureHtml(
  pages: HTMLElement,
  lecture: Pick<Lecture, 'title' | 'facts'>,
  slides: readonly PlacedSlide[],
): Promise<string> {
  await complete(pages);
  const [sheets, pictures] = await Promise.all([styleSheets(), picturesOf(pages)]);
  const known = new Set(slides.map(({ id }) => encodeURIComponent(id)));
  const copy = (element: HTMLElement | null) =>
    element === null ? [] : [slideCopy(element, known, pictures)];
  const left = [...pages.querySelectorAll<HTMLElement>('[data-sheet]')];
  const drawn = slides.map((slide) => {
    const own = left.splice(0, slide.steps);
    return {
      slide,
      shots: own.flatMap((sheet) => copy(sheet.querySelector('fieldset'))),
      notes: own.flatMap((sheet) => copy(sheet.querySelector<HTMLElement>('[data-spoken]'))),
    };
  });
  const body = document.createElement('main');
  const said = document.createElement('h2');
  said.className = 'said';
  body.append(said, ...drawn.flatMap(({ shots, notes }) => [...shots, ...notes]));
  const rules = usedRules(sheets, body);
  const fonts = await usedFonts(sheets, body.textContent ?? '');
  const names = tokensOf([rules, player.style].join('\n'), body);
  const css = [
    fonts,
    withTheme('light', (place) => tokenRule(names, place, 'light')),
    `@media screen and (prefers-color-scheme: dark) {\n${withTheme('dark', (place) => tokenRule(names, place, 'dark'))}\n}`,
    rules,
  ].join('\n');
  return lectureFile({
    title: lecture.title,
    author: bylineOf(lecture),
    css,
    player,
    slides: drawn.map(({ slide: { id, number, title }, shots, notes }) => ({
      id,
      number,
      title,
      shots: shots.map((shot) => shot.outerHTML),
      notes: notes.map((one) => one.outerHTML).join(''),
    })),
  });
}

/** Waits until every sheet holds its slide: those of a folder come from the host one after another. */
async function complete(pages: HTMLElement): Promise<void> {
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const empty = () => pages.querySelector('[data-sheet] fieldset:empty') !== null;
  for (let waited = 0; empty(); waited += 100) {
    if (waited > patience) throw new LecternError(late);
    await wait(100);
  }
}

/** What every picture holds, by its address as it is written. One that can't be read is left out. */
async function picturesOf(pages: HTMLElement): Promise<Map<string, string>> {
  const addresses = [...new Set(picturesIn(pages))].filter((address) => address !== '');
  const held = await Promise.all(
    addresses.map(async (address) => {
      const url = new URL(address, location.href);
      if (url.protocol === 'data:') return [address, address] as const;
      if (url.origin !== location.origin) return null;
      const data = await dataUrl(url).catch(() => null);
      return data === null ? null : ([address, data] as const);
    }),
  );
  return new Map(held.flatMap((one) => (one === null ? [] : [one])));
}

/** What `read` finds at a place of this theme, set in the sizes that slides have whatever the settings say. */
function withTheme(theme: 'light' | 'dark', read: (place: HTMLElement) => string): string {
  const place = document.createElement('div');
  place.className = 'reveal';
  place.dataset['theme'] = theme;
  document.body.append(place);
  try {
    return read(place);
  } finally {
    place.remove();
  }
}
