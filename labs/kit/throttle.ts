import type { LabContext } from '../lab.ts';

const yieldEveryMs = 25;
const reportEveryMs = 120;

/**
 * Throttles a run: how often it yields to the event loop, so that messages come in, and how often
 * it reports. The clock decides that and nothing of the result.
 */
export function createThrottle(
  context: Pick<LabContext<unknown>, 'now' | 'yieldToEventLoop' | 'signal'>,
) {
  let lastYield = context.now();
  let lastReport = -Infinity;
  return {
    /** Yields to the event loop where it is due; throws the reason where the run was stopped. */
    async yieldToEventLoop(): Promise<void> {
      if (context.now() - lastYield >= yieldEveryMs) {
        await context.yieldToEventLoop();
        lastYield = context.now();
      }
      context.signal.throwIfAborted();
    },
    /** True where it is time for a progress record. */
    due(everyMs = reportEveryMs): boolean {
      if (context.now() - lastReport < everyMs) return false;
      lastReport = context.now();
      return true;
    },
  };
}
export type Throttle = ReturnType<typeof createThrottle>;
