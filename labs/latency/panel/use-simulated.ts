import { useEffect, useRef, useState } from 'react';
import type { FittedModel, Setting } from '../explore/explore.ts';
import type { LatencyMeasured } from '../result.ts';
import type { SimulationRequest } from '../simulation-request.ts';
import { Asked } from './asked.ts';

/** An answer with the timings that it comes from. */
export type Simulating<Answer> = Answer & { measured: LatencyMeasured };

/**
 * Asks a worker to simulate the setting from measured timings, again whenever something moves;
 * nothing while the setting is null. The newest answer; null before the first and without timings.
 */
export function useSimulated<Answer extends { id: number }>(
  start: () => Worker,
  measured: LatencyMeasured | null,
  models: readonly FittedModel[],
  setting: Setting | null,
  seed: number,
): Simulating<Answer> | null {
  const [answer, setAnswer] = useState<Simulating<Answer> | null>(null);
  const worker = useRef<Worker | null>(null);
  const [asked] = useState(() => new Asked<LatencyMeasured>());
  const key = setting && JSON.stringify(setting);

  useEffect(() => {
    const own = start();
    own.onmessage = ({ data }: MessageEvent<Answer>) => {
      const from = asked.answered(data.id);
      if (from) setAnswer({ ...data, measured: from });
    };
    worker.current = own;
    return () => {
      worker.current = null;
      own.terminate();
    };
  }, [start, asked]);

  useEffect(() => {
    if (!measured || models.length === 0 || key === null) return;
    const request: SimulationRequest = {
      id: asked.ask(measured),
      measured,
      models: models.map(({ name, service }) => ({ name, service })),
      setting: JSON.parse(key) as Setting,
      seed,
    };
    worker.current?.postMessage(request);
  }, [asked, measured, models, key, seed]);

  // Numbers from other timings say nothing of this run.
  return answer && key !== null && answer.measured === measured ? answer : null;
}
