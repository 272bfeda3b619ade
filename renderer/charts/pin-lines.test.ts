import { expect, it } from 'vitest';
import type { PinnedRun } from '../../labs/view.ts';
import { linearAxis } from './axis.ts';
import { holding, pinLines, setBack } from './pin-lines.ts';
import type { Series } from './series.ts';

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
