import type { FittedModel, Setting } from './explore/explore.ts';
import type { LatencyMeasured } from './result.ts';

/** What the lab's workers are asked. */
export interface SimulationRequest {
  id: number;
  measured: LatencyMeasured;
  models: FittedModel[];
  setting: Setting;
  seed: number;
}
