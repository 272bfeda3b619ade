import { describe, expect, it } from 'vitest';
import { drawnLooks, isOnScreen } from './pinned.ts';

const pins = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const none = new Map<string, boolean>();

describe('which pins are drawn', () => {
  it('the newest four, each with a look of its own', () => {
    const looks = drawnLooks(pins, none);
    expect([...looks.keys()]).toEqual(['e', 'd', 'c', 'b']);
    expect(new Set(looks.values()).size).toBe(4);
  });
  it('keeps a pin’s look when another is switched off or a newer one comes', () => {
    const three = drawnLooks(pins.slice(0, 3), none);
    expect(drawnLooks(pins.slice(0, 3), new Map([['b', false]])).get('a')).toBe(three.get('a'));
    expect(drawnLooks(pins.slice(0, 4), none).get('c')).toBe(three.get('c'));
  });
  it('an older one that is switched on takes the look that is free', () => {
    const looks = drawnLooks(
      pins,
      new Map([
        ['b', false],
        ['a', true],
      ]),
    );
    expect([...looks.keys()].sort()).toEqual(['a', 'c', 'd', 'e']);
    expect(new Set(looks.values()).size).toBe(4);
  });
  it('none of none', () => expect(drawnLooks([], none).size).toBe(0));
});

it('the run on screen is drawn as a pin only once the controls have left it', () => {
  const pin = { id: 'a', parameters: { load: 10 } };
  expect(isOnScreen(pin, { id: 'a' }, { load: 10, other: 1 })).toBe(true);
  expect(isOnScreen(pin, { id: 'a' }, { load: 20 })).toBe(false);
  expect(isOnScreen(pin, { id: 'b' }, { load: 10 })).toBe(false);
});
