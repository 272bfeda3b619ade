import { useEffect, useRef, useState } from 'react';
import type { Setting } from '../explore.ts';
import type { ExploreAnswer, ExploreRequest } from '../explore.worker.ts';
import type { LatencyMeasured, ModelRow } from '../lab.ts';

export interface Explored extends ExploreAnswer {
  /** The timings these numbers come from. */
  measured: LatencyMeasured;
}

/** Simulates the setting from measured timings in a worker. The newest answer, which says what setting it is for; null before the first. */
export function useExplore(measured: LatencyMeasured | null, models: readonly ModelRow[], setting: Setting, seed: number): Explored | null {
  const [explored, setExplored] = useState<Explored | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<{ id: number; measured: LatencyMeasured | null }>({ id: 0, measured: null });
  const key = JSON.stringify(setting);

  useEffect(() => {
    const own = new Worker(new URL('../explore.worker.ts', import.meta.url), { type: 'module' });
    own.onmessage = ({ data }: MessageEvent<ExploreAnswer>) => {
      const from = asked.current.measured;
      if (from) setExplored({ ...data, measured: from });
    };
    worker.current = own;
    return () => {
      worker.current = null;
      own.terminate();
    };
  }, []);

  useEffect(() => {
    if (!measured || models.length === 0) return;
    asked.current = { id: asked.current.id + 1, measured };
    const request: ExploreRequest = { id: asked.current.id, measured, models: models.map(({ name, service }) => ({ name, service })), setting: JSON.parse(key) as Setting, seed };
    worker.current?.postMessage(request);
  }, [measured, models, key, seed]);

  // Numbers from other timings say nothing of this run.
  return explored && explored.measured === measured ? explored : null;
}
