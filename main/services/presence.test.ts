import { expect, test } from 'vitest';
import type { SharedChange } from '../contract/shared-state.ts';
import { keepPresence } from './presence.ts';

function open() {
  const values = new Map<string, SharedChange['value']>();
  const enter = keepPresence(({ key, value }) =>
    value === null ? void values.delete(key) : void values.set(key, value),
  );
  return { values, enter };
}
const change = (key: string, value: SharedChange['value']) => ({
  key,
  value,
  keep: false,
  by: 'a',
});

test('takes back what only the window that went said of itself', () => {
  const { values, enter } = open();
  const [presenter, audience] = [enter(), enter()];
  presenter.set(change('lecture/presenter', 1));
  presenter.set(change('lecture/place', 'agenda'));
  audience.set(change('audience/1', { beat: 1 }));
  presenter.leave();
  expect([...values.keys()]).toEqual(['lecture/place', 'audience/1']);
  audience.leave();
  expect([...values.keys()]).toEqual(['lecture/place']);
});

test('a window that was loaded anew, or another one, has spoken meanwhile: its word stays', () => {
  const { values, enter } = open();
  const [first, second] = [enter(), enter()];
  first.set(change('lecture/presenter', 1));
  second.set(change('lecture/presenter', 2));
  first.leave();
  expect(values.get('lecture/presenter')).toBe(2);
  second.set(change('lecture/presenter', null));
  second.leave();
  expect(values.size).toBe(0);
});

test('what a window asked for and is answered after it went says nothing of it any more', () => {
  const { values, enter } = open();
  const window = enter();
  window.leave();
  window.set(change('audience/1', { beat: 1 }));
  window.set(change('ink/agenda', []));
  expect([...values.keys()]).toEqual(['ink/agenda']);
});
