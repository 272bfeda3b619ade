import type { Setting } from '../explore/explore.ts';
import type { LatencyParameters } from '../parameters.ts';

/** Parameters of the simulation: the panel follows them without a new run. */
export const followed = [
  'arrivalsPerSecond',
  'replicas',
  'queueCapacity',
  'maxBatch',
  'maxWaitMs',
  'limitMs',
  'slowShare',
  'slowFactor',
  'replications',
] as const satisfies readonly (keyof Setting)[];

/** What of the controls the simulation reads. */
export const settingOf = (parameters: LatencyParameters): Setting =>
  Object.fromEntries(followed.map((name) => [name, parameters[name]])) as Setting;
