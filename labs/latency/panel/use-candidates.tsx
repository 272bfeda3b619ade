import { useEffect, useRef, useState } from 'react';
import type { CandidatesAnswer, CandidatesRequest } from '../candidates.worker.ts';
import type { Setting } from '../explore.ts';
import type { LatencyMeasured, ModelRow } from '../lab.ts';

type Simulated = CandidatesAnswer & { measured: LatencyMeasured };

/** Simulates the candidates at a setting from measured timings in a worker; asks nothing while `setting` is null. The newest answer, or null. */
export function useCandidates(measured: LatencyMeasured | null, models: readonly ModelRow[], setting: Setting | null, seed: number): CandidatesAnswer | null {
  const [answer, setAnswer] = useState<Simulated | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<{ id: number; measured: LatencyMeasured | null }>({ id: 0, measured: null });
  const key = setting && JSON.stringify(setting);

  useEffect(() => {
    const own = new Worker(new URL('../candidates.worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<CandidatesAnswer>) => {
      const from = asked.current.measured;
      if (from && data.id === asked.current.id) setAnswer({ ...data, measured: from });
    };
    worker.current = own;
    return () => {
      worker.current = null;
      own.terminate();
    };
  }, []);

  useEffect(() => {
    if (!measured || models.length === 0 || key === null) return;
    asked.current = { id: asked.current.id + 1, measured };
    const request: CandidatesRequest = { id: asked.current.id, measured, models: models.map(({ name, service }) => ({ name, service })), setting: JSON.parse(key) as Setting, seed };
    worker.current?.postMessage(request);
  }, [measured, models, key, seed]);

  // Numbers from other timings say nothing of this run.
  return answer && key !== null && answer.measured === measured ? answer : null;
}
