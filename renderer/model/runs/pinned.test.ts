import { describe, expect, it } from 'vitest';
import type { Series } from '../../charts/series.ts';
import { linearAxis } from '../../charts/axis.ts';
import { drawnLooks, holding, isOnScreen, pinLines, setBack, type PinnedRun } from './pinned.ts';

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

it('a pin without the numbers has no line; the others are named and coloured by it', () => {
  const run = (id: string, index: number) =>
    ({ id, pin: { name: `run ${id}`, index } }) as PinnedRun;
  expect(pinLines([run('1', 4), run('2', 5)], ({ id }) => (id === '2' ? [[1, 2]] : null))).toEqual([
    { id: 'pin-2', name: 'run 2', index: 5, role: 'series', points: [[1, 2]] },
  ]);
});

it('with pins, what is not compared turns to context; a formula stays what it is', () => {
  const line = (id: string, role: Series['role'] = 'series'): Series => ({
    id,
    name: id,
    points: [],
    index: 1,
    role,
  });
  const all = [line('a'), line('b'), line('f', 'closed-form')];
  expect(setBack(all, 'a', []).map((s) => s.role)).toEqual(['series', 'series', 'closed-form']);
  expect(setBack(all, 'a', [1]).map((s) => s.role)).toEqual(['series', 'context', 'closed-form']);
});

it('an axis holds the pinned lines, and stays where it holds them already', () => {
  const axis = linearAxis('rate', 100);
  const line = (x: number): Series => ({
    id: 'p',
    name: 'p',
    index: 4,
    role: 'series',
    points: [[x, 1]],
  });
  expect(holding(axis, [])).toBe(axis);
  expect(holding(axis, [line(90)])).toBe(axis);
  expect(holding(axis, [line(150)]).domain[1]).toBeGreaterThanOrEqual(150);
  expect(holding(axis, [line(5_000)]).domain[1]).toBeLessThan(300);
});
