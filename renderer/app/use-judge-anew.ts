import { useEffect } from 'react';
import { useHost, useHostState } from '../host/use-host.ts';

/** Once after an update: predictions that runs with other settings were taken to answer are judged by their question's settings. */
export function useJudgeAnew(): void {
  const host = useHost();
  const due = useHostState(
    ({ ready, listed, learner }) => ready && listed && learner.judgedBy === undefined,
  );
  useEffect(() => {
    // Fetched when it is due: the first slide judges nothing.
    if (due)
      import('../shared/lab/judge-anew.ts')
        .then(({ judgeAnew }) => judgeAnew(host))
        .catch(host.report);
  }, [host, due]);
}
