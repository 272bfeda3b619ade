import { useEffect, useRef, useState } from 'react';
import type { Setting } from '../explore.ts';
import type { ExploreAnswer, ExploreRequest } from '../explore.worker.ts';
import type { LatencyMeasured, ModelRow } from '../lab.ts';

export interface Explored extends Omit<ExploreAnswer, 'id'> {
  /** The setting these numbers are for. */
  setting: Setting;
  measured: LatencyMeasured;
}

/**
 * Simulates the setting from measured timings in a worker. While one simulation runs only the newest wish is kept, so the picture
 * never falls behind a moving slider. Null until the first answer.
 */
export function useExplore(measured: LatencyMeasured | null, models: readonly ModelRow[], setting: Setting, seed: number): Explored | null {
  const [explored, setExplored] = useState<Explored | null>(null);
  const ask = useRef<((request: Omit<ExploreRequest, 'id'>) => void) | null>(null);
  const key = JSON.stringify(setting);
  const wanted = useRef(setting);
  useEffect(() => {
    wanted.current = setting;
  });

  useEffect(() => {
    const worker = new Worker(new URL('../explore.worker.ts', import.meta.url), { type: 'module' });
    let busy: ExploreRequest | null = null;
    let next: ExploreRequest | null = null;
    let count = 0;
    const send = (request: ExploreRequest) => {
      busy = request;
      worker.postMessage(request);
    };
    const done = (answer: ExploreAnswer | null) => {
      const asked = busy;
      busy = null;
      if (answer && asked && answer.id === asked.id) setExplored({ simulated: answer.simulated, curves: answer.curves, setting: asked.setting, measured: asked.measured });
      if (next) send(next);
      next = null;
    };
    worker.onmessage = ({ data }: MessageEvent<ExploreAnswer>) => done(data);
    worker.onerror = () => done(null);
    ask.current = (request) => {
      const numbered = { ...request, id: (count += 1) };
      if (busy) next = numbered;
      else send(numbered);
    };
    return () => {
      ask.current = null;
      worker.terminate();
    };
  }, []);

  useEffect(() => {
    if (!measured || models.length === 0) return;
    ask.current?.({ measured, models: models.map(({ name, service }) => ({ name, service })), setting: wanted.current, seed });
  }, [measured, models, key, seed]);

  // Numbers from other timings say nothing of this run.
  return explored && explored.measured === measured ? explored : null;
}
