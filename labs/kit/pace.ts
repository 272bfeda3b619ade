import type { LabContext } from '../lab.ts';

const breatheEveryMs = 25;
const reportEveryMs = 120;

/** When to let messages in and when to report. The clock decides that and nothing of the result. */
export function pace(context: Pick<LabContext<unknown>, 'now' | 'breathe' | 'signal'>) {
  let breathed = context.now();
  let reported = -Infinity;
  return {
    /** Lets messages in now and then; throws the reason where the run was stopped. */
    async breathe(): Promise<void> {
      if (context.now() - breathed >= breatheEveryMs) {
        await context.breathe();
        breathed = context.now();
      }
      context.signal.throwIfAborted();
    },
    /** True where it is time for a progress record. */
    due(everyMs = reportEveryMs): boolean {
      if (context.now() - reported < everyMs) return false;
      reported = context.now();
      return true;
    },
  };
}
export type Pace = ReturnType<typeof pace>;
