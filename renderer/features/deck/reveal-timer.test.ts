import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catchScrollTimer } from './reveal-timer.ts';

function played() {
  const running = new Set<number>();
  let last = 0;
  const scope = {
    setInterval: ((..._: unknown[]) => {
      last += 1;
      running.add(last);
      return last;
    }) as unknown as typeof setInterval,
    clearInterval: ((id: number) => void running.delete(id)) as unknown as typeof clearInterval,
  };
  return { running, scope, own: scope.setInterval };
}
const wrapper = { scrollTop: 0, scrollLeft: 0 };
const dom = { wrapper };
const reveals = () => void (dom.wrapper.scrollLeft = 0);

test('ends the deck’s own interval and no other, and gives the function back', () => {
  const { running, scope, own } = played();
  const end = catchScrollTimer(scope);
  const clock = scope.setInterval(() => undefined, 1000);
  const scroll = scope.setInterval(reveals, 1000);
  expect(scope.setInterval).toBe(own);
  expect([...running]).toEqual([clock, scroll]);
  end();
  expect([...running]).toEqual([clock]);
});

test('a deck that never starts leaves nothing behind', () => {
  const { running, scope, own } = played();
  catchScrollTimer(scope)();
  expect(scope.setInterval).toBe(own);
  expect(running.size).toBe(0);
});

test('the installed Reveal still starts one such interval, and only one', () => {
  const source = readFileSync('node_modules/reveal.js/dist/reveal.mjs', 'utf8');
  expect(source.match(/setInterval\(/g)).toHaveLength(1);
  expect(/setInterval\(([^]{0,200})/.exec(source)![1]).toContain('wrapper.scrollLeft');
});
