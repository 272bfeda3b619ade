import { expect, it } from 'vitest';
import type { Ask } from '../../../data/column.ts';
import { answered, askWords } from './table-asks.ts';

const ask = (role: string): Ask => ({
  ...{ role, column: null, candidates: ['hour'], none: 'none' },
  why: '“hour” may be something else.',
});

it.each(['clock', 'owner'])('%s: a column is an answer, and that there is none', (role) => {
  expect(answered({ time: 'date' }, ask(role), 'hour')).toEqual({ time: 'date', [role]: 'hour' });
  expect(answered({ time: 'date' }, ask(role), 'none')).toEqual({ time: 'date', [role]: null });
});
it('a time of day is asked for in words', () =>
  expect(askWords(ask('clock'))).toBe(
    '“hour” may be something else. Which column holds the time of day?',
  ));
