import { simulateSetting, type FittedModel, type Setting, type Simulated } from './explore.ts';
import type { LatencyMeasured, ModelName } from './lab.ts';
import { closedCurves, type ClosedCurve } from './panel/closed-curves.ts';

export interface ExploreRequest {
  id: number;
  measured: LatencyMeasured;
  models: FittedModel[];
  setting: Setting;
  seed: number;
}

export interface ExploreAnswer {
  id: number;
  simulated: Simulated;
  curves: Partial<Record<ModelName, ClosedCurve[]>>;
}

/** Simulates off the page's own thread, so that a slider never stutters. One answer for each request. */
self.onmessage = ({ data }: MessageEvent<ExploreRequest>) => {
  const { id, measured, models, setting, seed } = data;
  const curves = Object.fromEntries(models.map(({ name }) => [name, closedCurves(measured, name, setting)]));
  const answer: ExploreAnswer = { id, simulated: simulateSetting(measured, models, setting, seed), curves };
  self.postMessage(answer);
};
