import { knownParts, knownValues } from '../../kit/known.ts';
import { readOnce } from '../../kit/read-once.ts';
import { latencyParameters, type LatencyParameters } from '../parameters.ts';
import {
  latencyMeasured,
  latencyResult,
  type LatencyMeasured,
  type LatencyResult,
} from '../result.ts';

/** The parts that the figures read. */
const { models, simulation, closedForms, asked, frontier, candidates } = latencyResult.shape;
const shape = { models, simulation, closedForms, asked, frontier, candidates };

/** What is known of a result at any stage: parts that are missing or broken are empty. Never throws. */
export const knownResult = readOnce((value): LatencyResult => ({
  models: [],
  simulation: [],
  closedForms: [],
  ...knownParts(shape, value),
}));

/** The timed calls of a card; null where there are none. */
export function knownMeasured(value: unknown): LatencyMeasured | null {
  const read = latencyMeasured.safeParse(value);
  if (!read.success) return null;
  return read.data.service.some((entry) => entry.timesMs.length > 0) ? read.data : null;
}

/** The controls' values; whatever is missing or out of range keeps its default. */
export const knownParameters = (values: Record<string, unknown>): LatencyParameters =>
  knownValues(latencyParameters, values);
