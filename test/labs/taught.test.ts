import { expect, it } from 'vitest';
import { labs } from '../../renderer/model/lab/registry.ts';
import { isTaught } from './taught.ts';

it('the labs that Lectern ships are taught, so that none of them loses its kept results unnoticed', () => {
  const taught = labs.map(({ id }) => id).filter(isTaught);
  expect(taught).toEqual(expect.arrayContaining(['backdoor', 'fairness', 'latency', 'time-leak']));
  expect(isTaught('coin')).toBe(false);
});
