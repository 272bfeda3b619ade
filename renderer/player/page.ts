import { button, el, wordsIn } from './dom.ts';
import { commandOf, type Command, type Owner } from './keys.ts';
import { addressOf, moved, placeOf, whereWords, type Place } from './place.ts';
import { searchDialog } from './search.ts';
import './player.css';

/** Wide enough for notes beside a slide; below, they stand under it. `player.css` has the same. */
const wide = matchMedia('(min-width: 900px)');

const page = document.documentElement;
const main = document.querySelector('main')!;
const sections = [...main.querySelectorAll<HTMLElement>(':scope > [data-slide]')];
const slides = sections.map((section) => {
  const shots = [...section.querySelectorAll<HTMLElement>(':scope > [data-shot]')];
  const { slide, title } = section.dataset;
  return { section, shots, id: slide!, title: title!, steps: shots.length };
});

let place: Place = placeOf(slides, location.hash) ?? { slide: 0, step: 1 };
let overview = false;

const where = el('p', { role: 'status', 'data-where': '' });
const search = searchDialog(
  () =>
    slides.map(({ title, shots, section }) => {
      const notes = section.querySelector(':scope > aside');
      return {
        title,
        words: [shots.at(-1)!, notes]
          .flatMap((one) => one ?? [])
          .map(wordsIn)
          .join(' '),
      };
    }),
  (slide) => show({ slide, step: 1 }),
);
const overviewButton = button('Overview', () => run('overview'));
const notesButton = button('Notes', () => run('notes'));
document.body.append(
  el(
    'nav',
    { 'data-bar': '', 'aria-label': 'Slides' },
    button('‹', () => run('previous'), 'Previous'),
    button('›', () => run('next'), 'Next'),
    where,
    overviewButton,
    notesButton,
    button('Search', () => run('search')),
    button('Full screen', () => run('full-screen')),
  ),
  search.dialog,
);

/** Shows a place and says so, on the page and in the address. */
function show(next: Place): void {
  place = next;
  slides.forEach(({ section, shots }, slide) => {
    const here = slide === place.slide;
    section.toggleAttribute('data-here', here);
    shots.forEach((shot, index) =>
      shot.toggleAttribute('data-now', here && index + 1 === place.step),
    );
  });
  where.textContent = whereWords(slides, place);
  const address = addressOf(slides, place);
  // Not through the history's own functions: a browser may refuse them to a file.
  if (location.hash !== address) location.replace(address);
  if (overview) slides[place.slide]!.section.scrollIntoView({ block: 'nearest' });
}

/** Makes the slide as large as the window lets it be. */
function fit(): void {
  const notes = page.hasAttribute('data-notes');
  const width = innerWidth - (notes && wide.matches ? 400 : 0);
  const height = main.clientHeight * (notes && !wide.matches ? 0.6 : 1);
  main.style.setProperty('--picture', String(Math.min(width / 1280, height / 720)));
}

function setOverview(open: boolean): void {
  overview = open;
  page.dataset['plays'] = open ? 'overview' : 'slides';
  overviewButton.setAttribute('aria-pressed', String(open));
  show(place);
}

function setNotes(shown: boolean): void {
  page.toggleAttribute('data-notes', shown);
  notesButton.setAttribute('aria-pressed', String(shown));
  fit();
}

/** Does what a key or a button asks. False where there is nothing to do: the key then keeps its usual meaning. */
function run(command: Command): boolean {
  switch (command) {
    case 'next':
    case 'previous':
    case 'first':
    case 'last':
      show(moved(slides, place, command, overview));
      return true;
    case 'overview':
      setOverview(!overview);
      return true;
    case 'enter':
    case 'leave':
      if (!overview) return false;
      setOverview(false);
      return true;
    case 'notes':
      setNotes(!page.hasAttribute('data-notes'));
      return true;
    case 'search':
      search.open();
      return true;
    case 'full-screen':
      void (document.fullscreenElement ? document.exitFullscreen() : page.requestFullscreen());
      return true;
    case 'lab':
      where.textContent = 'The labs run in Lectern. This file shows their figures and words.';
      return true;
  }
}

function ownerOf(target: EventTarget | null): Owner {
  if (!(target instanceof Element)) return 'nothing';
  if (target.closest('input, textarea, select')) return 'text';
  return target.closest('button, a') ? 'button' : 'nothing';
}

addEventListener('keydown', (event) => {
  const command = commandOf(event, ownerOf(event.target));
  if (command !== null && run(command)) event.preventDefault();
});
addEventListener('hashchange', () => {
  const named = placeOf(slides, location.hash);
  if (named && (named.slide !== place.slide || named.step !== place.step)) show(named);
});
addEventListener('resize', fit);
main.addEventListener('click', ({ target }) => {
  const chosen =
    target instanceof Element ? target.closest<HTMLElement>('main > [data-slide]') : null;
  if (!overview || !chosen) return;
  place = { slide: sections.indexOf(chosen), step: 1 };
  setOverview(false);
});

setOverview(false);
setNotes(false);
