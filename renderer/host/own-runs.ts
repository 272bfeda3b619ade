import { useMemo } from 'react';
import { isOwn, type Annotations } from '../../main/contract/annotation.ts';
import type { RunSnapshot } from '../../main/contract/run.ts';
import type { HostState } from './host.ts';
import { useHost, useHostState } from './use-host.ts';

type Runs = HostState['runs'];

/** The runs that the learner made, here or by their own word elsewhere: "your number" must not be one that somebody handed round. */
export function ownRuns(runs: Runs, annotations: Annotations): Runs {
  const foreign = new Set(
    Object.entries(annotations)
      .filter(([, annotation]) => !isOwn(annotation))
      .map(([id]) => id),
  );
  // Mostly there are none, and then nothing is copied.
  return foreign.size === 0
    ? runs
    : Object.fromEntries(Object.entries(runs).filter(([id]) => !foreign.has(id)));
}

/** All runs that this window knows, of whomever, with what was said of them: what decides which one judges a prediction. */
export function useKnownRuns(): { runs: RunSnapshot[]; annotations: Annotations } {
  const host = useHost();
  const annotations = useHostState((state) => state.annotations);
  // A run under way changes ten times a second; who judges what changes only where one comes, ends or goes.
  const key = useHostState((state) =>
    Object.values(state.runs)
      .map(({ id, status }) => `${id} ${status}`)
      .join(' '),
  );
  return useMemo(
    () => ({ runs: Object.values(host.store.getState().runs), annotations }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says when they have changed.
    [host, key, annotations],
  );
}

/** `ownRuns` of what this window knows. */
export function useOwnRuns(): Runs {
  const runs = useHostState((state) => state.runs);
  const annotations = useHostState((state) => state.annotations);
  return useMemo(() => ownRuns(runs, annotations), [runs, annotations]);
}
