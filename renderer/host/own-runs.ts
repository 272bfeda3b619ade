import { useMemo } from 'react';
import { isOwn, type Remarks } from '../../main/contract/remark.ts';
import type { HostState } from './host.ts';
import { useHostState } from './use-host.ts';

type Runs = HostState['runs'];

/** The runs that the learner made, here or by their own word elsewhere: "your number" must not be one that somebody handed round. */
export function ownRuns(runs: Runs, remarks: Remarks): Runs {
  const foreign = new Set(
    Object.entries(remarks)
      .filter(([, remark]) => !isOwn(remark))
      .map(([id]) => id),
  );
  // Mostly there are none, and then nothing is copied.
  return foreign.size === 0
    ? runs
    : Object.fromEntries(Object.entries(runs).filter(([id]) => !foreign.has(id)));
}

/** `ownRuns` of what this window knows. */
export function useOwnRuns(): Runs {
  const runs = useHostState((state) => state.runs);
  const remarks = useHostState((state) => state.remarks);
  return useMemo(() => ownRuns(runs, remarks), [runs, remarks]);
}
