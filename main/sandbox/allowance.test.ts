import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { Allowance } from './allowance.ts';
import { limits } from './program.ts';

/** Works for so long, on the processor. */
function work(ms: number): void {
  const { user, system } = process.cpuUsage();
  const spent = () => {
    const now = process.cpuUsage();
    return (now.user - user + now.system - system) / 1_000;
  };
  while (spent() < ms);
}

afterEach(() => void vi.restoreAllMocks());

it('time in which the computer was busy with something else is not counted', async () => {
  const allowance = new Allowance(400);
  await sleep(450);
  // Nothing but this test's own little work was done meanwhile.
  expect(allowance.left()).toBeGreaterThan(0);
  work(410);
  expect(allowance.left()).toBe(0);
});

it('on the wall it ends in any case', () => {
  const began = performance.now();
  const allowance = new Allowance(1_000);
  vi.spyOn(performance, 'now').mockReturnValue(began + limits.starvedMs + 1);
  expect(allowance.left()).toBe(0);
});

it('it is never over before so much has passed on the wall', () => {
  const allowance = new Allowance(60_000);
  work(20);
  expect(allowance.left()).toBeGreaterThan(10_000);
});
