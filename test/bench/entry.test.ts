import { expect, it } from 'vitest';
import { names } from '../../main/cli/bench.ts';
import { busyness, measures } from './entry.ts';

it('the command line offers just what can be measured', () => {
  expect(names).toEqual(Object.keys(measures));
});

it('says when the computer was busy', () => {
  expect(busyness(0.2, 2)).toBe('Load before the bench: 0.20.');
  expect(busyness(1.5, 2)).toContain('busy');
});
