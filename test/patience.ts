import { vi } from 'vitest';

/**
 * Vitest loads this before each test file. `vi.waitFor` gives up after one second unless it is told otherwise; beside other work that is
 * too short for a process to start, and a wait ends as soon as it may in any case. `expect.poll` gets the same patience in the config.
 */
export const patienceMs = 60_000;

const waitFor = vi.waitFor;
vi.waitFor = (check, options) =>
  waitFor(check, typeof options === 'number' ? options : { timeout: patienceMs, ...options });
