import { afterEach, expect, it } from 'vitest';
import { endFirstSlide } from './end-first-slide.ts';

afterEach(() => document.body.replaceChildren());

/** The page as it is served: the words, shown or not, and no slide. */
function served(hidden = false): void {
  const words = document.createElement('div');
  words.id = 'first-slide';
  words.hidden = hidden;
  words.textContent = 'Understanding ML production';
  document.body.append(words);
}
const words = () => document.getElementById('first-slide');
const frames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

it('the words stay until the slide itself is drawn', async () => {
  served();
  endFirstSlide(() => true);
  await frames();
  expect(words()).not.toBeNull();
  const deck = document.createElement('div');
  deck.className = 'reveal ready';
  const slide = document.createElement('section');
  slide.className = 'present';
  slide.append(document.createElement('h1'));
  deck.append(slide);
  document.body.append(deck);
  await frames();
  expect(words()).toBeNull();
});

it('they go where another place is wanted, and where they were never shown', async () => {
  served();
  let first = true;
  endFirstSlide(() => first);
  await frames();
  first = false;
  await frames();
  expect(words()).toBeNull();
  served(true);
  endFirstSlide(() => true);
  expect(words()).toBeNull();
});
