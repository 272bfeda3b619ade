import { expect, it } from 'vitest';
import { counted } from './counted.ts';

it.each([
  [0, 'seed', '0 seeds'],
  [1, 'seed', '1 seed'],
  [3, 'seed', '3 seeds'],
  [0.5, 'day', '0.5 days'],
  [1500, 'face', '1,500 faces'],
])('%d %s', (count, one, words) => expect(counted(count, one)).toBe(words));
