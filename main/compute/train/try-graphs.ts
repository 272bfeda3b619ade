import { finishNow } from '../../../labs/kit/steps.ts';
import type { Tf } from '../../../labs/lab.ts';
import { reasonOf, selfCheck } from './self-check.ts';
import { bindingOf } from './session.ts';
import { kindsOfLabs } from './small-net.ts';

/** Whether trainings can be graphs here: `fault` is null where they can; null alone where the backend has none. */
export type GraphTrial = { fault: string | null } | null;

/** Tries a graph of each kind that the labs train, and ends with the first fault. Never throws. */
export function tryGraphs(tf: Tf, folder?: string): GraphTrial {
  const binding = bindingOf(tf);
  if (!binding) return null;
  const options = {
    binding,
    now: () => performance.now(),
    ...(folder === undefined ? {} : { folder }),
  };
  try {
    for (const kind of kindsOfLabs) {
      const fault = finishNow(selfCheck(tf, options, kind));
      if (fault !== null) return { fault };
    }
    return { fault: null };
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}
