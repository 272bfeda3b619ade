import { useEffect, useMemo, useState } from 'react';
import type { PanelProps } from '../../view.ts';
import { workerClient } from '../../kit/panel/worker-client.ts';
import type { FairnessParameters, FairnessResult } from '../lab.ts';
import type { Population, PopulationRequest } from '../population.ts';
import type { PopulationAnswer } from '../population.worker.ts';

interface Drawn {
  key: string;
  population: Population;
}

/** Kept, so that another part and another step find the same people at once. */
let last: Drawn | null = null;
const drawing = workerClient<PopulationRequest, PopulationAnswer>(
  () => new Worker(new URL('../population.worker.ts', import.meta.url), { type: 'module' }),
);

function draw(key: string, hear: (drawn: Drawn) => void): void {
  drawing.ask(JSON.parse(key) as PopulationRequest, ({ population }) => {
    last = { key, population };
    hear(last);
  });
}

interface Wanted {
  run: PanelProps['run'];
  result: FairnessResult;
  /** What the run was started with. */
  runSetting: FairnessParameters | null;
}

/** The run's applicants as the model without the group scores them; null before a run and while they are drawn. */
export function usePopulation({ run, result, runSetting }: Wanted): Population | null {
  const model = result.coefficients?.find(({ name }) => name === 'group-deleted') ?? null;
  const seed = run?.seed ?? 0;
  const key = useMemo(() => {
    if (!model || !runSetting) return null;
    const { groupPenalty, zonePenalty, zoneLink, abilityShift, incomeShift } = runSetting;
    const request: PopulationRequest = {
      seed,
      world: { groupPenalty, zonePenalty, zoneLink, abilityShift, incomeShift },
      model: { weights: model.weights, intercept: model.intercept },
    };
    return JSON.stringify(request);
  }, [seed, runSetting, model]);
  const [drawn, setDrawn] = useState<Drawn | null>(last);
  useEffect(() => {
    if (key === null || last?.key === key) return;
    let wanted = true;
    draw(key, (answer) => {
      if (wanted) setDrawn(answer);
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  if (key === null) return null;
  if (last?.key === key) return last.population;
  return drawn?.key === key ? drawn.population : null;
}
