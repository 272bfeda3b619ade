import { useEffect, useState } from 'react';
import { loadLab, type LoadedLab } from '../../model/lab/registry.ts';

export type Loading =
  { state: 'loading' } | { state: 'failed'; what: string } | { state: 'ready'; loaded: LoadedLab };

/** A lab's panel and story, once they are here. `again` tries once more after a failure. */
export function useLoadedLab(id: string): { loading: Loading; again: () => void } {
  const [attempts, setAttempts] = useState(0);
  const [answer, setAnswer] = useState<{ id: string; attempts: number; loading: Loading } | null>(
    null,
  );
  useEffect(() => {
    let live = true;
    const say = (loading: Loading) => live && setAnswer({ id, attempts, loading });
    loadLab(id).then(
      (loaded) => say({ state: 'ready', loaded }),
      (error: unknown) =>
        say({ state: 'failed', what: error instanceof Error ? error.message : String(error) }),
    );
    return () => void (live = false);
  }, [id, attempts]);
  const current =
    answer?.id === id && answer.attempts === attempts
      ? answer.loading
      : { state: 'loading' as const };
  return { loading: current, again: () => setAttempts((n) => n + 1) };
}
