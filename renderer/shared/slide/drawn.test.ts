import { expect, it } from 'vitest';
import { createDrawn, nearestFirst } from './drawn.ts';
import { slidesOf } from '../../model/lecture/lecture.ts';

/** A window that is idle when the test says so. */
function idle() {
  const waiting: (() => void)[] = [];
  return {
    wait: (then: () => void) => {
      waiting.push(then);
      return () => void waiting.splice(waiting.indexOf(then), 1);
    },
    pass: () => waiting.shift()?.(),
  };
}
const slides = slidesOf({
  id: 'l',
  title: 'L',
  course: 'C',
  parts: [
    {
      id: 'p',
      title: 'P',
      minutes: 1,
      sources: [],
      slides: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, title: id, steps: 1 })),
    },
  ],
});

it('draws what is needed at once, what may be needed one at a time, and keeps what it drew', () => {
  const window = idle();
  const drawn = createDrawn('a', window.wait);
  drawn.later(['a', 'b', 'c']);
  expect([...drawn.store.getState()]).toEqual(['a']);
  window.pass();
  expect([...drawn.store.getState()]).toEqual(['a', 'b']);
  drawn.now(['e']);
  window.pass();
  expect([...drawn.store.getState()]).toEqual(['a', 'b', 'e', 'c']);
});

it('forgets an earlier plan when there is a newer one', () => {
  const window = idle();
  const drawn = createDrawn('a', window.wait);
  drawn.later(['b', 'c']);
  drawn.later(['d']);
  window.pass();
  window.pass();
  expect([...drawn.store.getState()]).toEqual(['a', 'd']);
});

it('tells nobody where nothing is new', () => {
  const drawn = createDrawn('a', idle().wait);
  let told = 0;
  drawn.store.subscribe(() => (told += 1));
  drawn.now(['a']);
  expect(told).toBe(0);
});

it('thinks of the next slide before the last one', () => {
  expect(nearestFirst(slides, slides[2]!)).toEqual(['c', 'd', 'b', 'e', 'a']);
  expect(nearestFirst(slides, slides[2]!, 1)).toEqual(['c', 'd', 'b']);
});
